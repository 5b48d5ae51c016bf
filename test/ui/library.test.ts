import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { click, focused, press, says, tabTo } from './hand.ts'

let app: TestApp

beforeEach(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterEach(() => app.close())

const titles = async (): Promise<string[]> =>
  (await app.ask('library.list', {})).map(({ titleText }) => titleText)

/** The titles in the table, from the top, without what stands beside them. */
const rows = (): Promise<string[]> =>
  app.page.evaluate(() =>
    [...document.querySelectorAll('[role="grid"] [role="row"] [role="rowheader"] span[lang]')].map(
      (title) => title.textContent,
    ),
  )

const rowsAre = (expected: readonly string[]): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      JSON.stringify(
        [...document.querySelectorAll('[role="rowheader"] span[lang]')].map(
          (title) => title.textContent,
        ),
      ) === wanted,
    { timeout: 60_000 },
    JSON.stringify(expected),
  )

async function make(title: string): Promise<void> {
  await app.ask('postmortem.create', { title, locale: 'en', template: 'blank' })
}

describe('the library screen', () => {
  it('is left for the sample when a library is new, and shows it with its languages', async () => {
    const [sample] = await app.ask('library.list', {})
    await says(app.page, sample!.titleText)
    await click(app.page, 'All postmortems')
    await rowsAre([sample!.titleText])
    await says(app.page, 'ja 100%')
    await says(app.page, 'nl 100%')
  })

  it('makes a postmortem from a template with the keyboard alone', async () => {
    await tabTo(app.page, 'All postmortems')
    await press(app.page, 'Enter')
    await tabTo(app.page, 'New postmortem')
    await press(app.page, 'Enter')
    await app.page.waitForSelector('[role="dialog"] input')
    await app.page.keyboard.type('A key in a log')
    await press(app.page, 'Tab', 'Control+a')
    await app.page.keyboard.type('nl-BE')
    await press(app.page, 'Enter')
    await tabTo(app.page, 'Create')
    await press(app.page, 'Enter')
    await says(app.page, 'A key in a log')
    const made = (await app.ask('library.list', {})).find(
      ({ titleText }) => titleText === 'A key in a log',
    )
    expect(made?.sourceLocale).toBe('nl-BE')
    const { document } = await app.ask('postmortem.open', { id: made!.id })
    expect(document.sections.length).toBeGreaterThan(3)
  })

  it('says why a language is refused, and makes nothing of it', async () => {
    await click(app.page, 'All postmortems')
    await click(app.page, 'New postmortem')
    await app.page.waitForSelector('[role="dialog"] input')
    await app.page.keyboard.type('A title')
    await press(app.page, 'Tab', 'Control+a')
    await app.page.keyboard.type('klingonese')
    await press(app.page, 'Tab')
    await says(app.page, '“klingonese” is no language.')
    expect(
      await app.page.$eval('[role="dialog"] button[type="submit"]', (button) =>
        button.hasAttribute('disabled'),
      ),
    ).toBe(true)
  })

  it('opens, deletes and takes back by keyboard', async () => {
    await make('Alpha')
    await make('Beta')
    await click(app.page, 'All postmortems')
    const [, , sample] = await rows().then(async () => {
      await app.page.waitForFunction(
        () => document.querySelectorAll('[role="rowheader"]').length === 3,
      )
      return rows()
    })
    await rowsAre(['Beta', 'Alpha', sample!])
    await app.page.focus('[role="grid"] [role="row"][data-key]')
    await press(app.page, 'ArrowDown', 'Delete')
    await rowsAre(['Beta', sample!])
    expect(await titles()).not.toContain('Alpha')
    await says(app.page, '“Alpha” deleted')
    await click(app.page, 'Undo')
    await rowsAre(['Beta', 'Alpha', sample!])
    await app.page.focus('[role="grid"] [role="row"][data-key]')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Beta')
  })

  it('duplicates from the menu of a row, which arrow keys reach', async () => {
    await make('Gamma')
    await click(app.page, 'All postmortems')
    await app.page.waitForSelector('[role="row"][data-key]')
    await app.page.focus('[role="grid"] [role="row"][data-key]')
    for (let at = 0; at < 8 && (await focused(app.page)) !== 'More for Gamma'; at++)
      await press(app.page, 'ArrowRight')
    await press(app.page, 'Enter')
    await app.page.waitForSelector('[role="menu"]')
    // A menu is gone through by the first letters of what it offers.
    await app.page.keyboard.type('dup')
    await press(app.page, 'Enter')
    await says(app.page, '“Gamma” duplicated')
    expect((await titles()).filter((title) => title.startsWith('Gamma'))).toHaveLength(2)
  })

  it('finds by a word of the title, of the organisation or of a language, and says when nothing fits', async () => {
    await make('Café outage')
    await click(app.page, 'All postmortems')
    const search = await app.page.waitForSelector('input[type="search"]')
    await search!.type('cafe')
    await rowsAre(['Café outage'])
    await press(app.page, 'Escape')
    await search!.type('日本語')
    await app.page.waitForFunction(
      () => document.querySelectorAll('[role="rowheader"]').length === 1,
    )
    expect(await rows()).not.toContain('Café outage')
    await press(app.page, 'Escape')
    await search!.type('zzzz')
    await says(app.page, 'Nothing matches “zzzz”')
  })

  it('imports a file in the language that the person says it is in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterword-import-'))
    try {
      const file = join(folder, 'verslag.md')
      writeFileSync(
        file,
        '# Storing in de poort\n\n## Bevindingen\n\n- Een sleutel stond in een log.\n',
      )
      await click(app.page, 'All postmortems')
      await click(app.page, 'Import a file')
      await app.page.waitForSelector('[role="dialog"] input')
      await press(app.page, 'Control+a')
      await app.page.keyboard.type('nl')
      await press(app.page, 'Tab')
      app.answer([file])
      await click(app.page, 'Choose a file…')
      await app.page.waitForFunction(
        () => document.querySelector('h1')?.textContent === 'Storing in de poort',
      )
      const read = (await app.ask('library.list', {})).find(
        ({ titleText }) => titleText === 'Storing in de poort',
      )
      expect(read?.sourceLocale).toBe('nl')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('brings the sample back after it was deleted', async () => {
    const [sample] = await titles()
    await click(app.page, 'All postmortems')
    await app.page.waitForSelector('[role="row"][data-key]')
    await app.page.focus('[role="grid"] [role="row"][data-key]')
    await press(app.page, 'Delete')
    await says(app.page, 'No postmortems yet')
    await click(app.page, 'Open the sample')
    await app.page.waitForFunction(
      (title) => document.querySelector('h1')?.textContent === title,
      {},
      sample!,
    )
    expect(await titles()).toEqual([sample])
  })
})
