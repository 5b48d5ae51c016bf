import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { press } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp
let sample: string

beforeAll(async () => {
  app = await startApp()
  sample = (await app.ask('library.list', {}))[0]!.id
})
afterAll(() => app.close())

/** Shows the sample in Write in a language and a scheme, and waits for its checks. */
async function show(interfaceLocale: string, theme: 'light' | 'dark'): Promise<void> {
  await app.ask('settings.set', {
    interfaceLocale,
    theme,
    last: { postmortem: sample, view: 'write' },
  })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[data-editable]')
  await app.page.evaluate(() => document.fonts.ready.then(() => {}))
}

/** The sections are drawn as they come into view; a look at all of them needs all drawn. */
const drawAll = (): Promise<void> =>
  app.page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-section], [data-block]'))
      element.style.contentVisibility = 'visible'
  })

it('reads every fact of the sample where a text refers to it, in prose and in fields', async () => {
  await show('en', 'light')
  await drawAll()
  const chips = await app.page.$$eval('[data-editable] [data-fact]', (all) =>
    all.map((chip) => ({
      says: chip.textContent,
      missing: chip.hasAttribute('data-missing'),
      inProse: chip.closest('[data-run]') !== null,
    })),
  )
  expect(chips.filter(({ inProse }) => inProse).length).toBeGreaterThan(5)
  expect(chips.filter(({ says, missing }) => missing || !/[\p{L}\p{N}]/u.test(says))).toEqual([])
})

for (const language of ['en', 'ar'])
  for (const theme of ['light', 'dark'] as const)
    it(`Write in ${language}, ${theme}: nothing that axe finds fault with`, async () => {
      await app.page.setViewport({ width: 1280, height: 800 })
      await show(language, theme)
      await drawAll()
      expect(await violations(app.page)).toEqual([])
      for (const tab of await app.page.$$('[role="tab"]')) {
        await tab.click()
        expect(await violations(app.page)).toEqual([])
      }
    })

it('axe finds no fault with what floats above the text', async () => {
  await app.page.setViewport({ width: 1280, height: 800 })
  await show('en', 'light')
  await app.page.focus('[data-run]')
  await press(app.page, 'Control+End')
  await app.page.keyboard.type(' /')
  await app.page.waitForSelector('[role="listbox"]')
  expect(await violations(app.page)).toEqual([])
  await press(app.page, 'Escape', 'Backspace')
  await app.page.focus('[data-run]')
  await press(app.page, 'Control+k')
  await app.page.waitForSelector('[role="dialog"]')
  expect(await violations(app.page)).toEqual([])
  await press(app.page, 'Escape')
  await app.page.click('[data-run] [data-fact]')
  await app.page.waitForSelector('[role="dialog"]')
  expect(await violations(app.page)).toEqual([])
  await press(app.page, 'Escape')
})

/** What stands wider than the card or the sheet that it is in, where it would be cut off. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-section], [data-block]')].flatMap((box) => {
      const { left, right } = box.getBoundingClientRect()
      return [...box.querySelectorAll('[data-editable], button')]
        .filter((inner) => {
          const { width, left: from, right: to } = inner.getBoundingClientRect()
          return width > 0 && (from < left - 8 || to > right + 8)
        })
        .map((inner) => inner.outerHTML.slice(0, 140))
    }),
  )

// 640 by 400 with two device pixels to each is 1280 by 800 enlarged to 200 %.
const SIZES = [
  [1024, 700, 1],
  [1280, 800, 1],
  [1920, 1080, 1],
  [640, 400, 2],
] as const

for (const [width, height, deviceScaleFactor] of SIZES)
  it(`nothing is cut off or too small at ${width} × ${height}`, async () => {
    await app.page.setViewport({ width, height, deviceScaleFactor })
    for (const language of ['en', 'nl', 'ja', 'ar']) {
      await show(language, 'light')
      await drawAll()
      expect(await faults(app.page)).toEqual([])
      expect(await outside(app.page)).toEqual([])
    }
  })
