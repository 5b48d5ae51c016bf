import { describe, expect, test } from 'vitest'
import { FULL_LOCALES } from '../fixtures/full/document.ts'
import { violations } from '../ui/axe.ts'
import { useBrowser } from './browser.ts'
import { fullPage } from './pages.ts'
import { SAMPLE_LOCALES, samplePage } from './sample.ts'
import { validator } from './validator.ts'

const browser = useBrowser()

/** What a page may weigh, in bytes: Japanese brings some hundred signs in its fonts, Arabic their joined forms. */
const HEAVIEST: Readonly<Record<string, number>> = { ja: 350_000, ar: 250_000 }
const heaviest = (locale: string): number => HEAVIEST[locale] ?? 150_000

/** In bytes. */
const weight = (html: string): number => Buffer.byteLength(html)

describe.each(SAMPLE_LOCALES)('the sample in %s', (locale) => {
  test('is valid and accessible HTML', async () => {
    const report = await validator.validateString(await samplePage(locale))
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([])
  })

  test('has no barrier that axe knows of in light and in dark, and fits a phone of 320 pixels', async () => {
    const html = await samplePage(locale)
    const page = await browser.page()
    await page.setContent(html)
    for (const width of [1280, 320])
      for (const value of ['light', 'dark'] as const) {
        await page.setViewport({ width, height: 800 })
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
        expect(await violations(page)).toEqual([])
      }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.close()
  })

  test('is no heavier than a page of its script may be', async () => {
    expect(weight(await samplePage(locale))).toBeLessThanOrEqual(heaviest(locale))
  })
})

test.each(FULL_LOCALES)('every construct in %s is no heavier than that', async (locale) => {
  expect(weight(await fullPage(locale))).toBeLessThanOrEqual(heaviest(locale))
})
