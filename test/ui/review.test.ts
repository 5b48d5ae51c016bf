import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import type { Translation } from '../../model/document/translation.ts'
import { startApp, type TestApp } from './app.ts'
import { click, press, says } from './hand.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, ['A key was written to a log.'], 'A key in a log')
  await addLanguage(app.page, 'pt-BR')
})
afterAll(() => app.close())

const FIELD = '[data-unit-row] [contenteditable="true"]'

async function translations(): Promise<readonly Translation[]> {
  await app.page.waitForSelector('[data-save="saved"]')
  return (await app.ask('postmortem.open', { id })).translations
}

const statesAre = (...expected: string[]): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('[data-unit-row]')]
        .map((row) => row.dataset['state'])
        .join() === wanted,
    { timeout: 60_000 },
    expected.join(),
  )

/** Whether the caret is in the text with this number. */
const isIn = (row: number): Promise<unknown> =>
  app.page.waitForFunction(
    (at) =>
      document.querySelectorAll('[data-unit-row]')[at]?.contains(document.activeElement) === true,
    {},
    row,
  )

describe('the way of a translation', () => {
  it('goes from the translator, who confirms, to the reviewer, who changes a word', async () => {
    await app.page.focus(FIELD)
    await app.page.keyboard.type('Uma chave num registro')
    await press(app.page, 'Control+Enter')
    await statesAre('translated', 'untranslated', 'untranslated')
    await isIn(1)
    await app.page.focus(FIELD)
    await press(app.page, 'End')
    await app.page.keyboard.type(' interno')
    await statesAre('draft', 'untranslated', 'untranslated')
    await press(app.page, 'Control+Shift+Enter')
    await statesAre('reviewed', 'untranslated', 'untranslated')
  })

  it('approves a text, which then changes only after it was reopened', async () => {
    const others = ['untranslated', 'untranslated']
    await app.page.focus(FIELD)
    await press(app.page, 'Control+Alt+Shift+Enter')
    await statesAre('approved', ...others)
    await app.page.focus('[data-unit-row] [role="textbox"]')
    await app.page.keyboard.type('x')
    await press(app.page, 'Control+Enter')
    const [title] = await translations()
    expect([title?.state, plainText(title!.content)]).toEqual([
      'approved',
      'Uma chave num registro interno',
    ])
    await app.page.focus('[data-unit-row] [role="textbox"]')
    await press(app.page, 'F2')
    await statesAre('reviewed', ...others)
    await isIn(0)
  })

  it('goes to the next open text with F9', async () => {
    await app.page.focus(FIELD)
    await press(app.page, 'F9')
    await isIn(1)
    expect(await translations()).toHaveLength(1)
  })

  it('shows what was changed after its translator had confirmed it, word by word', async () => {
    await click(app.page, 'More for Brazilian Portuguese')
    await click(app.page, 'What reviewers changed', '[role="menuitem"]')
    await says(app.page, '1 text was changed after its translator had confirmed it.')
    const marks = await app.page.$$eval('[role="dialog"] ins, [role="dialog"] del', (all) =>
      all.map((one) => [one.localName, one.textContent]),
    )
    expect(marks).toEqual([['ins', ' interno']])
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  })
})
