import { expect, test } from 'vitest'
import { readFont } from '../../electron/publish/fonts/place.ts'
import { renamed } from '../../electron/publish/fonts/rename.ts'
import { measuresOf } from '../../electron/publish/fonts/shaping.ts'
import { useBrowser } from './browser.ts'

const browser = useBrowser()
const LATIN = readFont('@fontsource/source-sans-3', 'source-sans-3-latin-700-normal')
const ARABIC = readFont('@fontsource/vazirmatn', 'vazirmatn-arabic-400-normal')

test('text is as wide as in a browser: kerned, with ligatures, joined', async () => {
  const measures = await measuresOf([LATIN, ARABIC])
  const tab = await browser.page()
  const texts = [
    [0, 'ltr', 'AVATAR Tour'],
    [0, 'ltr', 'official office, 2026'],
    [0, 'ltr', ''],
    [1, 'rtl', 'الأحداث بترتيبها الزمني'],
    [1, 'rtl', 'لا'],
  ] as const
  for (const [font, direction, text] of texts) {
    const shown = await tab.evaluate(
      async (base64, words) => {
        const face = new FontFace('Measured', `url(data:font/ttf;base64,${base64})`)
        document.fonts.add(await face.load())
        const context = document.createElement('canvas').getContext('2d')!
        context.font = '1000px Measured'
        const { width } = context.measureText(words)
        document.fonts.delete(face)
        return width / 1000
      },
      (font === 0 ? LATIN : ARABIC).toString('base64'),
      text,
    )
    expect(measures.of[font]!(text, direction), text).toBeCloseTo(shown, 2)
  }
  measures.release()
  await tab.close()
})

test('a font under another name is the same font', async () => {
  const other = renamed(LATIN, 'FaceOne')
  const measures = await measuresOf([LATIN, other])
  const [own, again] = measures.of.map((measure) => measure('The same words', 'ltr'))
  expect(again).toBe(own)
  measures.release()
  expect(other.includes(Buffer.from('FaceOne', 'utf16le').swap16())).toBe(true)
  expect(other.includes(Buffer.from('Source', 'utf16le').swap16())).toBe(false)
})
