import { describe, expect, test } from 'vitest'
import { chooseFonts } from '../../electron/publish/fonts/choice.ts'
import { coverageOf, covers, unicodeRange } from '../../electron/publish/fonts/coverage.ts'
import { fontLibrary, type CoveredFont } from '../../electron/publish/fonts/library.ts'
import { readFont } from '../../electron/publish/fonts/place.ts'
import type { Role } from '../../electron/publish/fonts/roles.ts'
import { sfntFrom, tablesOf } from '../../electron/publish/fonts/sfnt.ts'
import { fontSubset } from '../../electron/publish/fonts/subset.ts'
import { scriptStyle } from '../../electron/publish/style/scripts.ts'
import { useBrowser } from './browser.ts'

const browser = useBrowser()

const fontNamed = (file: string): CoveredFont => {
  const font = fontLibrary().find((one) => one.file === file)
  if (font === undefined) throw new Error(`no font ${file}`)
  return font
}
const SERIF = 'source-serif-4-latin-400-normal'
const MINCHO = 'noto-serif-jp-japanese-400-normal'
const points = (text: string): Set<number> => new Set([...text].map((one) => one.codePointAt(0)!))
const has = (font: Buffer, character: string): boolean =>
  covers(coverageOf(font), character.codePointAt(0)!)

/** Files that a text in one kind of type is given, with the characters of each. */
function chosen(locale: string, role: Role, text: string): Record<string, string> {
  const fonts = chooseFonts(
    new Map([[role, new Set(text)]]),
    scriptStyle({ locale, medium: 'screen', theme: { text: 'serif', headings: 'sans' } }),
  )
  return Object.fromEntries(
    [...fonts].map(([{ file }, found]) => [file, String.fromCodePoint(...found)]),
  )
}

test('every font file is there and covers something', () => {
  const empty = fontLibrary().filter(({ coverage }) => coverage.length === 0)
  expect(fontLibrary().length).toBeGreaterThan(300)
  expect(empty).toEqual([])
})

test('a font that is taken apart and put together is the same font', () => {
  const font = readFont('@fontsource/source-serif-4', SERIF)
  const tables = tablesOf(font)
  const again = sfntFrom(tables, font.readUInt32BE(0))
  expect(again.equals(font)).toBe(true)
  expect([...tables.keys()]).toContain('glyf')
})

describe('a font cut to a text', () => {
  test('has its characters and no others', async () => {
    const cut = await fontSubset(fontNamed(SERIF), points('Afterword é'), 'ttf')
    for (const character of 'Afterword é') expect(has(cut, character)).toBe(true)
    for (const character of 'BCgz0') expect(has(cut, character)).toBe(false)
    expect(cut.length).toBeLessThan(12_000)
  })

  test('has no radical that could stand for an ideograph when text is taken from a PDF', async () => {
    const cut = await fontSubset(fontNamed(MINCHO), points('人日力見長高大水'), 'ttf')
    expect(has(cut, '人')).toBe(true)
    expect(
      [...Array(0x2fd6 - 0x2f00).keys()].some((at) => has(cut, String.fromCodePoint(0x2f00 + at))),
    ).toBe(false)
  })

  test('is the same bytes each time, and another font for another text', async () => {
    const font = fontNamed(SERIF)
    const first = await fontSubset(font, points('abc'), 'woff2')
    expect((await fontSubset(font, points('cba'), 'woff2')).equals(first)).toBe(true)
    expect((await fontSubset(font, points('abd'), 'woff2')).equals(first)).toBe(false)
  })

  test.each([SERIF, MINCHO, 'amiri-arabic-400-normal'])(
    '%s is read by a browser as WOFF2, and paints as wide as the TrueType file',
    async (file) => {
      const text = 'Aé、人سلام12'
      const widths = []
      const page = await browser.page()
      for (const format of ['woff2', 'ttf'] as const) {
        const bytes = await fontSubset(fontNamed(file), points(text), format)
        widths.push(
          await page.evaluate(
            async (data, shown) => {
              const font = new FontFace('cut', Uint8Array.from(data).buffer)
              document.fonts.add(await font.load())
              const canvas = document.createElement('canvas').getContext('2d')!
              canvas.font = '200px cut'
              const { width } = canvas.measureText(shown)
              document.fonts.delete(font)
              return width
            },
            [...bytes],
            text,
          ),
        )
      }
      await page.close()
      expect(widths[0]).toBeGreaterThan(200)
      expect(widths[0]).toBe(widths[1])
    },
  )
})

describe('a character is looked for', () => {
  test('in the families of the script, part by part', () => {
    expect(chosen('en', 'text', 'aβжş')).toEqual({
      'source-serif-4-latin-400-normal': 'a',
      'source-serif-4-greek-400-normal': 'β',
      'source-serif-4-cyrillic-400-normal': 'ж',
      'source-serif-4-latin-ext-400-normal': 'ş',
    })
  })

  test('among the rare parts where the common one lacks it', () => {
    const files = Object.keys(chosen('ja', 'text', '人※髙𠮷'))
    expect(files[0]).toBe(MINCHO)
    expect(files.every((file) => file.startsWith('noto-serif-jp-'))).toBe(true)
    expect(Object.values(chosen('ja', 'text', '人※髙')).join('')).toHaveLength(3)
  })

  test('in another script’s family where a text names something in it', () => {
    expect(chosen('en', 'text', '日')).toEqual({ [MINCHO]: '日' })
    expect(chosen('ja', 'text', 'س')).toEqual({ 'amiri-arabic-400-normal': 'س' })
  })

  test('but never in a Japanese family for Chinese or Korean, whose ideographs look different', () => {
    for (const locale of ['zh-Hans', 'zh-Hant', 'ko', 'zh', 'zh-TW'])
      expect(chosen(locale, 'text', '直“”')).toEqual({})
  })

  test('full-width in Japanese text, and as wide as a letter elsewhere', () => {
    expect(chosen('ja', 'text', '…')).toEqual({ [MINCHO]: '…' })
    expect(chosen('en', 'text', '…')).toEqual({ [SERIF]: '…' })
  })

  test('in a cut that emphasis has in that script', () => {
    expect(Object.keys(chosen('en', 'italic', 'a'))).toEqual(['source-serif-4-latin-400-italic'])
    expect(Object.keys(chosen('ja', 'italic', '力'))).toEqual(['noto-sans-jp-japanese-400-normal'])
    expect(Object.keys(chosen('ar', 'italic', 'س'))).toEqual(['amiri-arabic-700-normal'])
  })

  test('with its mirror image where it has one, which text from right to left shows in its place', () => {
    expect(chosen('ar', 'text', '(')).toEqual({ 'amiri-latin-400-normal': '()' })
    expect(chosen('ar', 'text', ')')).toEqual({ 'amiri-latin-400-normal': ')(' })
  })

  test('and left to the system where no font has it', () => {
    expect(chosen('en', 'text', 'ก')).toEqual({})
  })
})

test('code points are written as ranges', () => {
  expect(unicodeRange([0x41, 0x43, 0x42, 0x61])).toBe('U+41-43,U+61')
})
