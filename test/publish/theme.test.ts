import axe from 'axe-core'
import { describe, expect, test } from 'vitest'
import { LOOKS, themeOfLook, type Theme } from '../../model/theme/theme.ts'
import { fullDocument, FULL_LOCALES } from '../fixtures/full/document.ts'
import { useBrowser } from './browser.ts'
import { bodyOf, page } from './pages.ts'

const browser = useBrowser()
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='
const own = (theme: Partial<Theme>): Theme => ({ ...themeOfLook('spine'), ...theme })

describe.each(LOOKS)('the look %s', (look) => {
  test.each(FULL_LOCALES)('has no fault in %s, light or dark, and fits a phone', async (locale) => {
    const theme = {
      ...themeOfLook(look),
      logo: { type: 'image/png' as const, data: PIXEL, width: 1, height: 1 },
      header: { [locale]: 'Statements' },
      legal: { [locale]: 'What the law wants said.' },
    }
    const html = await page(fullDocument(locale), locale, { theme })
    const tab = await browser.page()
    for (const scheme of ['light', 'dark'])
      for (const width of [320, 1280]) {
        await tab.setViewport({ width, height: 900 })
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
        await tab.setContent(html)
        await tab.evaluate(axe.source)
        const found = await tab.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
            document,
            { resultTypes: ['violations'] },
          )
          return violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)
        })
        expect(found, `${scheme} ${width}`).toEqual([])
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, `${scheme} ${width}`).toBeLessThanOrEqual(width)
      }
    await tab.close()
  })
})

test('each look is another page of the same words', async () => {
  const document = fullDocument('en')
  const pages = await Promise.all(
    LOOKS.map((look) => page(document, 'en', { theme: themeOfLook(look) })),
  )
  expect(new Set(pages.map(bodyOf)).size).toBe(1)
  expect(new Set(pages).size).toBe(LOOKS.length)
})

test('an organisation writes over and under its pages in each language, and never in another', async () => {
  const theme = own({
    header: { en: 'Security statements' },
    footer: { en: 'Fernhollow, The Hague' },
    legal: { en: 'Line one.\nLine <two>.' },
    logo: { type: 'image/png', data: PIXEL, width: 1, height: 1 },
  })
  const english = bodyOf(await page(fullDocument('en'), 'en', { theme }))
  expect(english.indexOf('Security statements')).toBeLessThan(english.indexOf('<h1'))
  expect(english.indexOf('Fernhollow, The Hague')).toBeGreaterThan(english.lastIndexOf('<section'))
  expect(english).toContain('Line &#x3C;two>.')
  expect(english).toContain(`src="data:image/png;base64,${PIXEL}"`)
  const arabic = bodyOf(await page(fullDocument('ar'), 'ar', { theme }))
  expect(arabic).not.toContain('Security statements')
  expect(arabic).not.toContain('footer')
})

test('the colours of a theme are those of its page', async () => {
  const theme = own({ accent: '#8a1c3c', accentDark: '#ffb0c4' })
  const tab = await browser.page()
  await tab.setContent(await page(fullDocument('en'), 'en', { theme }))
  for (const [scheme, wanted] of [
    ['light', 'rgb(138, 28, 60)'],
    ['dark', 'rgb(255, 176, 196)'],
  ] as const) {
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    expect(
      await tab.evaluate(() => getComputedStyle(document.querySelector('article a')!).color),
    ).toBe(wanted)
  }
  await tab.close()
})

test('a page in another face has the fonts for it and no others', async () => {
  const faces = (html: string): string[] =>
    [...html.matchAll(/font-family:'([^']+)';font-weight/g)].map(([, name]) => name!)
  const sans = faces(await page(fullDocument('en'), 'en', { theme: own({ text: 'sans' }) }))
  expect(sans.some((name) => name.includes('Serif'))).toBe(false)
  const serif = faces(await page(fullDocument('en'), 'en', { theme: own({ headings: 'serif' }) }))
  expect(serif).toContain('Source Serif 4')
})
