import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import type { Translation } from '../../model/document/translation.ts'
import { startApp, type TestApp } from './app.ts'
import { click, press, says } from './hand.ts'
import { closeAll, testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

const DIALOG = '[role="dialog"]'
const folder = mkdtempSync(join(tmpdir(), 'afterword-exchange-'))
const file = join(folder, 'key.ja.xlf')
let app: TestApp
let id: string

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  const sentences = ['A key was written to a log.', 'Nobody read it.', 'We withdrew the key.']
  id = await openTranslate(app, sentences, 'A key in a log')
  await addLanguage(app.page, 'ja')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const translations = async (): Promise<readonly Translation[]> =>
  (await app.ask('postmortem.open', { id })).translations

async function exportFile(to: string): Promise<void> {
  app.answer([to])
  await click(app.page, 'More for Japanese')
  await click(app.page, 'Export for translators…', '[role="menuitem"]')
  await app.page.waitForSelector(DIALOG)
  await click(app.page, 'Export', `${DIALOG} button`)
  await says(app.page, 'Japanese exported: 5 texts')
}

async function importFile(from: string): Promise<void> {
  app.answer([from])
  await click(app.page, 'More for Japanese')
  await click(app.page, 'Import a translation from a file', '[role="menuitem"]')
}

/** Writes translations into a file as a tool does: a target for each source. */
function translate(words: Readonly<Record<string, string>>): void {
  let text = readFileSync(file, 'utf8')
  for (const [source, target] of Object.entries(words))
    text = text.replace(
      new RegExp(`<segment[^>]*>\\s*<source>${source}</source>`),
      `<segment state="translated"><source>${source}</source><target>${target}</target>`,
    )
  writeFileSync(file, text)
}

describe('what goes to translators and comes back', () => {
  it('goes out as XLIFF by the menu of the language', async () => {
    await exportFile(file)
    expect(readFileSync(file, 'utf8')).toContain('<source>We withdrew the key.</source>')
  })

  it('comes back, and what was translated stands in the texts', async () => {
    translate({
      'A key in a log': 'ログの鍵',
      'Nobody read it.': '誰も読まなかった。',
      'We withdrew the key.': '鍵を無効にした。',
    })
    await importFile(file)
    await says(app.page, 'Japanese: translation merged')
    await says(app.page, '3 texts taken from the file.')
    await press(app.page, 'Escape')
    await app.page.waitForFunction(
      () => document.querySelectorAll('[data-unit-row][data-state="translated"]').length === 3,
    )
    const texts = (await translations()).map(({ content }) => plainText(content))
    expect(texts.toSorted()).toEqual(
      ['ログの鍵', '誰も読まなかった。', '鍵を無効にした。'].toSorted(),
    )
  })

  it('is told apart: what changed here since, a source that is another one, codes that do not fit, an id of nobody', async () => {
    await exportFile(file)
    // Somebody goes on in the app meanwhile.
    await app.page.focus('[data-unit-row] [contenteditable="true"]')
    await press(app.page, 'Control+a')
    await app.page.keyboard.type('ログに残った鍵')
    await press(app.page, 'Control+Enter')
    await app.page.waitForSelector('[data-save="saved"]')
    let text = readFileSync(file, 'utf8')
    text = text
      .replace('<target>ログの鍵</target>', '<target>ログ中の鍵</target>')
      .replace('<source>Nobody read it.</source>', '<source>Nobody saw it.</source>')
      .replace('<target>誰も読まなかった。</target>', '<target>誰も見なかった。</target>')
      .replace('<target>鍵を無効にした。</target>', '<target>鍵を<ph id="9"/>無効にした。</target>')
      .replace(/(<unit id=")[^"]*("[^>]*>\s*<segment[^>]*>\s*<source>A key was)/, '$1stranger$2')
    writeFileSync(file, text)
    await importFile(file)
    await says(app.page, '1 text was changed or approved here since the file left.')
    await says(app.page, 'The source of 1 text is not the one that was translated:')
    await says(app.page, 'The codes of 1 text do not fit its source:')
    await says(app.page, '1 text of the file has no place in the postmortem')
    await says(app.page, '1 text is not in the file:')
    const now = (await translations()).map(({ content }) => plainText(content))
    expect(now).toContain('ログに残った鍵')
    expect(now).toContain('鍵を無効にした。')
    // From the report to the text that needs somebody's eye.
    await click(app.page, 'Nobody read it.', `${DIALOG} li button`)
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  })

  it('is refused with its line and its rule where it is not valid, and nothing is taken', async () => {
    const before = await translations()
    const wrong = join(folder, 'wrong.xlf')
    writeFileSync(
      wrong,
      readFileSync(file, 'utf8').replace(/<segment state="\w+"/, '<segment state="done"'),
    )
    await importFile(wrong)
    await says(app.page, 'value-state')
    expect(await translations()).toEqual(before)
    await closeAll(app.page)
  })
})

const STATES: readonly State[] = [
  {
    name: 'asks how a language goes to translators',
    there: `${DIALOG} button[aria-haspopup="listbox"]`,
    part: DIALOG,
    async reach(page) {
      await click(page, 'More for Japanese')
      await click(page, 'Export for translators…', '[role="menuitem"]')
    },
  },
  {
    name: 'says what was made of a file that came back',
    there: `${DIALOG} section li`,
    part: DIALOG,
    reach: () => importFile(file),
  },
]
describe('exchange looks', () => {
  testStates(() => app, STATES)
})
