import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { click, press, says } from './hand.ts'
import { testStates } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

const userData = mkdtempSync(join(tmpdir(), 'afterword-bench-'))
let app: TestApp
let id: string

beforeAll(async () => {
  app = await startApp({ userData })
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, ['We withdrew it.', 'We withdrew it.'], 'A key in a log')
  await addLanguage(app.page, 'nl')
})
afterAll(async () => {
  await app.close()
  rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
})

const FIELD = '[data-unit-row] [contenteditable="true"]'

/** Types a translation, confirms it and waits for the next open text. */
async function confirm(text: string): Promise<void> {
  await app.page.keyboard.type(text)
  await press(app.page, 'Control+Enter')
  await app.page.waitForFunction(() => document.activeElement?.textContent?.trim() === '')
}

it('tells assistive technology the keys of its buttons', async () => {
  await app.page.focus(FIELD)
  await app.page.waitForSelector('[data-unit-row][aria-current] button')
  const told = await app.page.$$eval('button[aria-keyshortcuts]', (all) =>
    all.map((one) => [
      one.getAttribute('aria-label') ?? one.textContent,
      one.getAttribute('aria-keyshortcuts') ?? '',
    ]),
  )
  expect(Object.fromEntries(told)).toMatchObject({
    'Confirm and go on': 'Control+Enter',
    'Version history': 'Alt+4',
  })
  for (const [, keys] of told) expect(keys).toMatch(/^((Control|Alt|Shift|Meta)\+)*\S+$/)
})

it('writes on at the end of a match that was put in', async () => {
  await app.page.focus(FIELD)
  await confirm('Een sleutel')
  await confirm('Wat er gebeurde')
  await confirm('Wij trokken hem in.')
  await app.page.waitForSelector('[data-matches] li')
  await press(app.page, 'Control+1', 'Control+End', 'Backspace')
  await app.page.keyboard.type(', zei men.')
  await press(app.page, 'Control+S')
  await app.page.waitForFunction(
    () => document.activeElement?.textContent === 'Wij trokken hem in, zei men.',
  )
  await app.page.waitForSelector('[data-save="saved"]')
  const { translations } = await app.ask('postmortem.open', { id })
  expect(translations.map(({ content }) => plainText(content))).toContain(
    'Wij trokken hem in, zei men.',
  )
})

it('says once that all is confirmed, however often it is asked', async () => {
  await press(app.page, 'Control+Enter')
  await app.page.waitForFunction(
    () => document.querySelector('[data-unit-row][data-state="draft"]') === null,
  )
  const toasts = () =>
    app.page.$$eval(
      '[role="alertdialog"]',
      (all) => all.filter(({ textContent }) => textContent.includes('Everything in Dutch')).length,
    )
  await press(app.page, 'F9')
  await says(app.page, 'Everything in Dutch is confirmed.')
  await press(app.page, 'F9', 'F9')
  expect(await toasts()).toBe(1)
})

describe('what reviewers changed', () => {
  testStates(
    () => app,
    [
      {
        name: 'is a dialog of its own',
        there: '[role="dialog"] ol li ins',
        part: '[role="dialog"]',
        async reach(page) {
          await page.focus(FIELD)
          await press(page, 'End')
          await page.keyboard.type(' nu')
          await press(page, 'Control+Shift+Enter')
          await page.waitForSelector('[data-unit-row][data-state="reviewed"]')
          await click(page, 'More for Dutch')
          await click(page, 'What reviewers changed', '[role="menuitem"]')
        },
      },
    ],
  )
})

describe('the tools of Translate at 1280 pixels', () => {
  const tops = (selector: string): Promise<number> =>
    app.page.$$eval(
      selector,
      (all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().bottom / 12))).size,
    )

  it('stand on one line: filters, order and search, and what is done with a text', async () => {
    await app.page.focus(FIELD)
    await app.page.waitForSelector('[data-unit-row][aria-current] button')
    expect(await tops('main [role="radio"], main [aria-haspopup="listbox"], main input')).toBe(1)
    expect(await tops('[data-unit-row][aria-current] button')).toBe(1)
  })
})

describe('the sizes of the parts', () => {
  const widths = (): Promise<number[]> =>
    app.page.$$eval('nav[data-region], aside[data-region]', (all) =>
      all.map((one) => Math.round(one.getBoundingClientRect().width)),
    )
  const SEPARATOR = '[role="separator"]'

  /** The keys of the first separator, which Tab reaches from the last button of the list of languages. */
  async function toSeparator(): Promise<void> {
    await app.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('nav[data-region] button')].at(-1)!.focus(),
    )
    await press(app.page, 'Tab')
    await app.page.waitForFunction(() => document.activeElement?.role === 'separator')
  }

  async function again(): Promise<void> {
    await app.close()
    app = await startApp({ userData })
    await app.page.setViewport({ width: 1280, height: 800 })
    await app.page.waitForSelector('[data-unit-row]')
  }

  it.each([
    ['en', 'ArrowRight'],
    ['ar', 'ArrowLeft'],
  ])(
    'are set by the arrows at a separator that Tab reaches, and kept (%s)',
    async (lang, arrow) => {
      await app.ask('settings.set', {
        ...(await app.ask('settings.get', {})),
        interfaceLocale: lang,
      })
      await again()
      expect(await app.page.evaluate(() => document.documentElement.lang)).toBe(lang)
      const [before = 0] = await widths()
      await toSeparator()
      const value = () => app.page.$eval(SEPARATOR, (one) => Number(one.ariaValueNow))
      const at = await value()
      const keptBefore = JSON.stringify((await app.ask('settings.get', {})).layouts)
      await press(app.page, arrow)
      await app.page.waitForFunction(
        (was) =>
          document.querySelector('nav[data-region]')!.getBoundingClientRect().width > was + 8,
        {},
        before,
      )
      // It tells of the panel on its left, which from right to left is the other one.
      expect(Math.sign((await value()) - at)).toBe(lang === 'ar' ? -1 : 1)
      const [wider = 0] = await widths()
      await app.page.waitForFunction(
        async (was) => {
          const { afterword } = window as unknown as {
            afterword: {
              call(name: string, input: object): Promise<{ value: { layouts?: unknown } }>
            }
          }
          return JSON.stringify((await afterword.call('settings.get', {})).value.layouts) !== was
        },
        {},
        keptBefore,
      )
      await again()
      await app.page.waitForFunction(
        (wanted) =>
          Math.abs(
            document.querySelector('nav[data-region]')!.getBoundingClientRect().width - wanted,
          ) < 3,
        {},
        wider,
      )
    },
  )

  it('are set the other way as soon as the window runs the other way', async () => {
    await click(app.page, 'الإعدادات', 'header button')
    await app.page.waitForSelector('[role="dialog"] button[aria-haspopup="listbox"]')
    await app.page.click('[role="dialog"] button[aria-haspopup="listbox"]')
    await app.page.waitForSelector('[role="option"]')
    await app.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role="option"]')]
        .find((one) => one.textContent.includes('English'))!
        .click(),
    )
    await app.page.waitForFunction(
      () =>
        document.documentElement.dir === 'ltr' &&
        document.querySelector('[role="listbox"]') === null &&
        document.activeElement?.ariaHasPopup === 'listbox',
    )
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
    const [before = 0] = await widths()
    await toSeparator()
    await press(app.page, 'ArrowLeft')
    await app.page.waitForFunction(
      (was) => document.querySelector('nav[data-region]')!.getBoundingClientRect().width < was - 8,
      {},
      before,
    )
  })
})
