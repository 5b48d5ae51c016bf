import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { click, press, tabTo, says } from './hand.ts'
import { take } from './keyboard.ts'
import { goOn, testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

const SENTENCES = [
  'Two data breaches were told to Okta.',
  'The data theft began at night.',
  'Nobody read the log.',
]
/** The rows of the sentences stand behind the title and the heading. */
const ROW = 2
const DIALOG = '[role="dialog"]'
const TOAST = '[role="alertdialog"][aria-modal="false"]'

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, SENTENCES, 'A key in a log')
  await addLanguage(app.page, 'nl')
  await app.page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-unit-row]').length === wanted,
    { timeout: 60_000 },
    SENTENCES.length + 2,
  )
})
afterAll(() => app.close())

async function into(row: number): Promise<void> {
  await app.page.evaluate((at) => {
    const found = document.querySelectorAll('[data-unit-row]')[at]!
    found.querySelector<HTMLElement>('[role="textbox"]')!.focus()
  }, row)
}
async function translation(row: number): Promise<string> {
  await app.page.waitForSelector('[data-save="saved"]')
  const unit = await app.page.$$eval(
    '[data-unit-row]',
    (rows, at) => (rows[at] as HTMLElement).dataset['unitRow']!,
    row,
  )
  const { translations } = await app.ask('postmortem.open', { id })
  return plainText(translations.find((one) => one.unit === unit)?.content ?? [])
}
const concepts = async () => (await app.ask('terms.list', {})).concepts
const said = async () =>
  (await concepts()).map(({ terms }) => terms.map(({ locale, text }) => `${locale} ${text}`))
const gone = (selector: string): Promise<unknown> =>
  app.page.waitForFunction((css) => document.querySelector(css) === null, {}, selector)
const openTerms = async (page: Page): Promise<void> => {
  await press(page, 'Control+Alt+Shift+G')
  await page.waitForSelector('[data-terms-view] input:focus')
}
/** Waits until this is marked on the page, by the name of the highlight. */
const markedAs = (name: string, texts: readonly string[]): Promise<unknown> =>
  app.page.waitForFunction(
    (of, wanted) =>
      [...(CSS.highlights.get(of) ?? [])]
        .map((range) => (range as Range).toString())
        .toSorted()
        .join('|') === wanted,
    {},
    name,
    texts.join('|'),
  )

describe('the termbase, by keyboard alone', () => {
  it('is empty at first, and takes a term in two languages', async () => {
    await into(ROW)
    await openTerms(app.page)
    await says(app.page, 'No terms yet')
    await click(app.page, 'Add a term', `${DIALOG} button`)
    await app.page.waitForSelector('[data-term-fields] input:focus')
    await app.page.keyboard.type('data breach')
    // Over the language, its list, the status, the part of speech, the note, the capitals and the bin.
    for (let at = 0; at < 10; at++) {
      await press(app.page, 'Tab')
      const isSecond = await app.page.evaluate(
        () =>
          document.activeElement?.closest('[data-term-fields]') ===
            document.querySelectorAll('[data-term-fields]')[1] &&
          document.activeElement?.getAttribute('role') !== 'combobox',
      )
      if (isSecond) break
    }
    await app.page.keyboard.type('datalek')
    await click(app.page, 'Save', `${DIALOG} button`)
    await gone('[data-term-fields]')
    await app.page.waitForSelector('[data-concept]')
    expect(await said()).toEqual([['en data breach', 'nl datalek']])
    await press(app.page, 'Escape')
    await gone(DIALOG)
  })

  it('says what is wrong with a term before it keeps it', async () => {
    await openTerms(app.page)
    await click(app.page, 'Add a term', `${DIALOG} button`)
    await app.page.waitForSelector('[data-term-fields] input:focus')
    await click(app.page, 'Save', `${DIALOG} button`)
    await app.page.waitForSelector(`${DIALOG} [role="alert"]`)
    await app.page.keyboard.type('…')
    await app.page.waitForFunction(
      () => document.querySelector('[data-term-fields] [slot="errorMessage"]') !== null,
    )
    await press(app.page, 'Escape', 'Escape')
    await gone(DIALOG)
    expect(await said()).toHaveLength(1)
  })
})

describe('the terms of a text', () => {
  it('are marked in the source, listed, and put in at the caret by their number', async () => {
    const { concepts: all } = await app.ask('terms.list', {})
    const [breach] = all
    const term = breach!.terms[0]!
    await app.ask('terms.change', {
      put: [
        {
          ...breach!,
          terms: [
            ...breach!.terms,
            { ...term, text: 'data theft', status: 'forbidden' },
            { ...term, locale: 'nl', text: 'gegevenslek', status: 'forbidden' },
            { ...term, locale: 'nl', text: 'datainbreuk', status: 'admitted' },
          ],
        },
        {
          ...breach!,
          id: 'okta',
          untranslatable: true,
          terms: [{ ...term, text: 'Okta' }],
        },
      ],
      remove: [],
    })
    await markedAs('term', ['Okta', 'data breaches'])
    await markedAs('term-forbidden', ['data theft'])
    await into(ROW)
    await app.page.waitForSelector('[data-terms] li')
    await app.page.keyboard.type('Er waren twee  gemeld.')
    for (let at = 0; at < ' gemeld.'.length; at++) await press(app.page, 'ArrowLeft')
    await press(app.page, 'Alt+Shift+2')
    expect(await translation(ROW)).toBe('Er waren twee datainbreuk gemeld.')
    await press(app.page, 'Control+z')
    await press(app.page, 'Alt+Shift+3')
    expect(await translation(ROW)).toContain('Okta')
  })

  it('are put in by a click, at the caret too', async () => {
    await into(ROW + 2)
    await gone('[data-terms]')
    await into(ROW + 1)
    await app.page.waitForSelector('[data-terms] s')
    await app.page.keyboard.type('Het ')
    await click(app.page, 'Insert datalek', '[data-terms] button')
    await app.page.keyboard.type(' begon.')
    expect(await translation(ROW + 1)).toBe('Het datalek begon.')
  })

  it('are added from what is selected in the source and in the translation', async () => {
    await into(ROW + 2)
    await app.page.keyboard.type('Niemand las het logboek')
    await app.page.evaluate((at) => {
      // As the mouse does, which takes the focus along.
      ;(document.activeElement as HTMLElement).blur()
      const source = document.querySelectorAll('[data-source-text]')[at]!
      const text = source.firstChild as Text
      const start = text.data.indexOf('log')
      getSelection()!.setBaseAndExtent(text, start, text, start + 3)
    }, ROW + 2)
    await into(ROW + 2)
    await press(app.page, 'End', 'Control+Shift+ArrowLeft')
    await press(app.page, 'Control+Alt+Shift+D')
    await app.page.waitForSelector('[data-term-fields]')
    const fields = await app.page.$$eval('[data-term-fields]', (all) =>
      all.map((one) => one.querySelector('input')!.value),
    )
    expect(fields).toEqual(['log', 'logboek'])
    await click(app.page, 'Save', `${DIALOG} button`)
    await gone(DIALOG)
    await markedAs('term', ['Okta', 'data breaches', 'log', 'log'])
    expect(await said()).toContainEqual(['en log', 'nl logboek'])
    // The caret is where it was.
    await app.page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'textbox')
  })
})

describe('the list of terms', () => {
  it('is searched, and what is deleted is back with one press', async () => {
    await openTerms(app.page)
    await app.page.keyboard.type('logb')
    await app.page.waitForFunction(() => document.querySelectorAll('[data-concept]').length === 1)
    await click(app.page, 'Delete log', `${DIALOG} button`)
    await gone('[data-concept]')
    expect(await said()).toHaveLength(2)
    // What is said never stands on a button of the dialog.
    await app.page.waitForFunction(
      (selector) => {
        const notice = document.querySelector('[role="alertdialog"]')?.getBoundingClientRect()
        const dialog = document.querySelector(selector)!.getBoundingClientRect()
        return notice !== undefined && (dialog.bottom < notice.top || dialog.right < notice.left)
      },
      {},
      DIALOG,
    )
    await click(app.page, 'Undo', 'button')
    await app.page.waitForSelector('[data-concept]')
    expect(await said()).toHaveLength(3)
    await press(app.page, 'Escape')
  })

  it('takes a file in with a report, undoes that, and writes one', async () => {
    const file = join(app.userData, 'words.csv')
    writeFileSync(file, 'en;nl\ngate;poort\nlog;logbestand\n;\n\u2026;x\n')
    app.answer([file])
    if ((await app.page.$('[data-terms-view]')) === null) await openTerms(app.page)
    await click(app.page, 'Import', `${DIALOG} button`)
    await app.page.waitForSelector('[data-term-report]')
    const told = await app.page.$eval('[data-term-report]', (one) => one.textContent)
    expect(told).toContain('2 concepts were added.')
    expect(told).toContain('Line 5')
    await click(app.page, 'Undo the import', `${DIALOG} button`)
    await gone('[data-term-report]')
    expect(await said()).toHaveLength(3)
    const out = join(app.userData, 'out.csv')
    app.answer([out])
    await click(app.page, 'Export…', `${DIALOG} button`)
    await app.page.waitForSelector('[data-export-terms]')
    await tabTo(app.page, 'TBX-Basic, for translation programs')
    await press(app.page, 'Enter')
    await take(app.page, 'Table (CSV), for spreadsheets')
    await tabTo(app.page, 'Export')
    await press(app.page, 'Enter')
    await gone('[data-export-terms]')
    await app.page.waitForFunction(() => document.body.textContent.includes('were written'))
    expect(readFileSync(out, 'utf8')).toContain('logboek')
    await press(app.page, 'Escape')
    await gone(DIALOG)
  })

  it('has thousands, of which only those in view are on the page', async () => {
    const [first] = await concepts()
    const put = Array.from({ length: 3000 }, (_, at) => ({
      ...first!,
      id: `many-${at}`,
      terms: [{ ...first!.terms[0]!, text: `zebra ${at}` }],
    }))
    const { back } = await app.ask('terms.change', { put, remove: [] })
    await openTerms(app.page)
    await app.page.waitForFunction(() => document.body.textContent.includes('3,003 concepts'))
    expect((await app.page.$$('[data-concept]')).length).toBeLessThan(100)
    await press(app.page, 'Escape')
    await gone(DIALOG)
    await app.ask('terms.change', back)
  })
})

const STATES: readonly State[] = [
  {
    name: 'has the terms of a text below it, forbidden ones among them',
    there: '[data-terms] s',
    part: 'main',
    reach: () => into(ROW),
    leave: goOn,
  },
  {
    name: 'has the list of terms',
    there: '[data-concept] s',
    part: DIALOG,
    reach: openTerms,
  },
  {
    name: 'has a list in which nothing fits',
    there: '[data-terms-view]:not(:has([data-concept])) p',
    part: DIALOG,
    async reach(page) {
      await openTerms(page)
      await page.keyboard.type('nowhere')
      await page.waitForFunction(() => document.querySelector('[data-concept]') === null)
    },
  },
  {
    name: 'has a report of an import',
    there: '[data-term-report] li',
    part: DIALOG,
    async reach(page) {
      const file = join(app.userData, 'bad.csv')
      writeFileSync(file, 'en;nl\n\u2026;\u2026\n')
      await openTerms(page)
      app.answer([file])
      await page.$eval(
        `${DIALOG} [data-terms-view] button:not([aria-haspopup], [data-hidden])`,
        (button) => (button as HTMLElement).click(),
      )
    },
  },
  {
    name: 'asks for whom the terms leave, and whether their notes do',
    there: '[data-export-terms] input:checked',
    part: DIALOG,
    async reach(page) {
      await openTerms(page)
      await page.waitForSelector('[data-concept]')
      // By its picture, because it is named in each language otherwise.
      await page.focus(`${DIALOG} button:has([data-icon="file-output"])`)
      await press(page, 'Enter')
      await page.waitForSelector('[data-export-terms] input')
      await page.waitForFunction(() => {
        const dialog = document.activeElement?.closest('[role="dialog"]')
        return dialog?.contains(document.querySelector('[data-export-terms]'))
      })
      await page.focus('[data-export-terms] input')
      await press(page, 'Space')
    },
  },
  {
    name: 'has a term that is written, with what is wrong with it',
    there: '[data-term-fields]',
    part: DIALOG,
    async reach(page) {
      await openTerms(page)
      await page.waitForSelector('[data-concept] button')
      await page.$eval('[data-concept] button', (button) => (button as HTMLElement).click())
      await page.waitForSelector('[data-term-fields] input')
    },
  },
]

describe('terms to those who see or work otherwise', () => {
  // What was told before goes by itself after a while, which is no part of any state.
  beforeAll(async () => {
    await app.page.$$eval(`${TOAST} button:last-of-type`, (buttons) =>
      buttons.forEach((button) => (button as HTMLElement).click()),
    )
    await gone(TOAST)
    await into(ROW)
  })
  testStates(() => app, STATES)
})
