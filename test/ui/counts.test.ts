import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { press, tabTo } from './hand.ts'
import { testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp

const FIELD = '[data-unit-row] [contenteditable="true"]'

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  await openTranslate(app, ['Nobody read it.', 'We withdrew the key.'], 'A key in a log')
  await addLanguage(app.page, 'ja')
  await app.page.focus(FIELD)
  await app.page.keyboard.type('ログの鍵')
  await press(app.page, 'Control+Enter')
  await app.page.waitForSelector('[data-unit-row][data-state="translated"]')
})
afterAll(() => app.close())

const open = async (): Promise<void> => {
  await app.page.focus(FIELD)
  await press(app.page, 'Control+Alt+Shift+C')
  await app.page.waitForSelector('[data-count="all"]')
}

const cells = (row: string): Promise<string[]> =>
  app.page.$$eval(`[data-count${row}] :is(th, td)`, (all) => all.map((one) => one.textContent))

describe('counts and progress', () => {
  it('are told by language and by section: of the source, and what is confirmed of it', async () => {
    await open()
    expect(await cells('="ja"')).toEqual(['Japanese 日本語', '4', '14', '52', '1 of 4 · 36%'])
    expect(await cells('="all"')).toEqual(['All together', '4', '14', '52', '1 of 4 · 36%'])
    expect(await cells('=""')).toEqual([
      'Title and what stands in no section',
      '1',
      '5',
      '10',
      '1 of 1 · 100%',
    ])
    const heads = await app.page.$$eval('[role="dialog"] table', (tables) =>
      tables.map((table) => [
        table.caption?.textContent,
        ...[...table.querySelectorAll('th[scope="col"]')].map((th) => th.textContent),
      ]),
    )
    expect(heads).toEqual([
      ['Every language', 'Language', 'Texts', 'Words', 'Characters', 'Confirmed'],
      ['Japanese, section by section', 'Section', 'Texts', 'Words', 'Characters', 'Confirmed'],
    ])
  })

  it('are told of what was written too, in which characters matter', async () => {
    await tabTo(app.page, 'The source')
    await press(app.page, 'ArrowRight', 'Enter')
    await app.page.waitForFunction(
      () => document.querySelector('[data-count="all"] td')?.textContent === '1',
    )
    expect(await cells('="all"')).toEqual(['All together', '1', '3', '4', '1 of 4 · 36%'])
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  })
})

const STATES: readonly State[] = [
  {
    name: 'counts texts, words and characters',
    there: '[data-count="all"]',
    part: '[role="dialog"]',
    reach: open,
  },
]

describe('Counts, to those who see or work otherwise', () => {
  testStates(() => app, STATES)
})
