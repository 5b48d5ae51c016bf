import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '../../model/document/change.ts'
import { plainText } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { click, press, says, tabTo } from './hand.ts'
import { faults } from './layout.ts'

const USUAL = { width: 1280, height: 800, deviceScaleFactor: 1 }

let app: TestApp
let sample: string

/** What was said before anything was changed. */
let title: string
let finding: string
/** The title with its facts read out. */
let read: string

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport(USUAL)
  const [summary] = await app.ask('library.list', {})
  sample = summary!.id
  read = summary!.titleText
  const { document, translations, revision } = await app.ask('postmortem.open', { id: sample })
  title = plainText(document.title.content)
  const section = document.sections.find(({ kind }) => kind === 'findings')!
  const block = section.blocks.find(({ kind }) => kind === 'finding')!
  if (block.kind !== 'finding') throw new Error('no finding')
  finding = block.id
  const content = [{ type: 'text' as const, value: 'A sentence of its own. ' }]
  const translation = translations.find(
    ({ locale, unit }) => locale === 'ja' && unit === document.title.id,
  )!
  const changes: Change[] = [
    { type: 'title.put', content: [...document.title.content, { type: 'text', value: ' again' }] },
    {
      type: 'block.put',
      section: section.id,
      block: {
        ...block,
        outcome: block.outcome === 'unknown' ? 'happened' : 'unknown',
        statement: { ...block.statement, content: [...content, ...block.statement.content] },
      },
    },
    {
      type: 'translation.put',
      translation: {
        ...translation,
        content: [...translation.content, { type: 'text', value: '続報' }],
      },
    },
  ]
  await app.ask('postmortem.save', { id: sample, base: revision, changes })
})
afterAll(() => app.close())

async function show(interfaceLocale: string, theme: 'light' | 'dark'): Promise<void> {
  await app.page.setViewport(USUAL)
  const last = { postmortem: sample, view: 'write' as const }
  await app.ask('settings.set', { interfaceLocale, theme, last })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[data-save]')
  // The names of buttons are in another language each time: it is the one before the settings.
  await app.page.evaluate(() => {
    const bar = document.querySelector('header:has(a[href="#main"])')!
    const buttons = bar.querySelectorAll<HTMLElement>('button')
    buttons[buttons.length - 2]!.click()
  })
  // The first version is the last of the list: everything was changed since.
  await app.page.waitForSelector('nav [role="option"]')
  await app.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('nav [role="option"]')].at(-1)!.click(),
  )
  await app.page.waitForSelector('[data-part]')
  await app.page.evaluate(() => document.fonts.ready.then(() => {}))
}

const texts = (css: string): Promise<string[]> =>
  app.page.$$eval(css, (found) => found.map((element) => element.textContent))
const stored = async () => (await app.ask('postmortem.open', { id: sample })).document
const storedTitle = async (): Promise<string> => plainText((await stored()).title.content)
const storedOutcome = async (): Promise<unknown> => {
  const block = (await stored()).sections
    .flatMap(({ blocks }) => blocks)
    .find(({ id }) => id === finding)
  return block?.kind === 'finding' ? block.outcome : undefined
}
const isSaved = (): Promise<unknown> =>
  app.page.waitForFunction(
    () => document.querySelector('[data-save]')?.getAttribute('data-save') === 'saved',
  )
const choose = async (label: string, option: string): Promise<void> => {
  await app.page.evaluate((wanted) => {
    const labels = [...document.querySelectorAll('main span, main label')]
    const found = labels.find((one) => one.textContent.trim() === wanted)!
    found.parentElement!.querySelector('button')!.click()
  }, label)
  await app.page.waitForSelector('[role="listbox"] [role="option"]')
  await click(app.page, option, '[data-trigger="Select"] [role="option"]')
}

describe('the version history', () => {
  it('shows what was changed since a version, word by word, and who made it', async () => {
    await show('en', 'light')
    expect(await texts('[data-part="title"] ins')).toEqual([' again'])
    expect(await texts('[data-part="title"] del')).toEqual([])
    const changed = '[data-part="block"][data-status="changed"]'
    expect((await texts(`${changed} p ins`)).join('')).toContain('A sentence of its own.')
    expect(await texts(`${changed} dt`)).toEqual(['Outcome'])
    expect(await texts(`${changed} dd ins`)).toHaveLength(1)
    const versions = await texts('nav [role="option"]')
    expect(versions).toHaveLength(2)
    expect(versions[0]).toMatch(/^Now/)
  })

  it('shows two versions side by side, and in another language', async () => {
    await click(app.page, 'Side by side', '[role="radio"]')
    await app.page.waitForSelector('[data-part="title"] p:nth-of-type(2)')
    expect(await texts('[data-part="title"] p')).toEqual([read, `${read} again`])
    await click(app.page, 'Redline', '[role="radio"]')
    await choose('Language', 'Japanese')
    await app.page.waitForSelector('[data-part="title"] p[lang="ja"]')
    expect(await texts('[data-part="title"] ins')).toEqual(['続報'])
    await choose('Language', 'English')
    await app.page.waitForSelector('[data-part="title"] p[lang="en"]')
  })

  it('names a version by keyboard, and keeps the name', async () => {
    await tabTo(app.page, 'Name this version')
    await press(app.page, 'Enter')
    await app.page.waitForSelector('[role="dialog"] input')
    await app.page.keyboard.type('As the board saw it')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
    await says(app.page, 'As the board saw it')
    const { versions } = await app.ask('history.list', { id: sample })
    expect(versions.map(({ name }) => name)).toEqual([null, 'As the board saw it'])
  })

  it('brings one block back, and takes that back', async () => {
    const before = await storedOutcome()
    await click(app.page, 'Restore: Finding')
    await app.page.waitForFunction(() => document.querySelector('[data-part="block"]') === null)
    await isSaved()
    expect(await storedOutcome()).not.toBe(before)
    expect(await storedTitle()).toBe(`${title} again`)
    await click(app.page, 'Undo', '[role="alertdialog"] button')
    await app.page.waitForSelector('[data-part="block"]')
    await isSaved()
    expect(await storedOutcome()).toBe(before)
  })

  it('brings a whole version back by keyboard, which is a version of its own and can be undone', async () => {
    await tabTo(app.page, 'Restore this version', 90)
    await press(app.page, 'Enter')
    await says(app.page, 'No differences')
    await isSaved()
    expect(await storedTitle()).toBe(title)
    const { versions } = await app.ask('history.list', { id: sample })
    expect(versions.at(-1)!.name).toBe('As the board saw it')
    // What stood before each going back is a version too.
    expect(versions.length).toBeGreaterThanOrEqual(4)
    await click(app.page, 'Undo', '[role="alertdialog"] button')
    await app.page.waitForSelector('[data-part="title"]')
    await isSaved()
    expect(await storedTitle()).toBe(`${title} again`)
  })

  for (const language of ['en', 'nl', 'ja', 'ar'])
    for (const theme of ['light', 'dark'] as const)
      it(`has nothing inaccessible or cut off in ${language}, ${theme}`, async () => {
        await show(language, theme)
        const found = [...(await violations(app.page)), ...(await faults(app.page))]
        await app.page.evaluate(() =>
          document.querySelector<HTMLElement>('main [role="radio"]:last-of-type')!.click(),
        )
        await app.page.waitForSelector('[data-part="title"] p:nth-of-type(2)')
        found.push(...(await violations(app.page)), ...(await faults(app.page)))
        expect(found).toEqual([])
      })

  it('fits a small window and 200 %', async () => {
    for (const language of ['en', 'ar']) {
      await show(language, 'light')
      for (const [width, height, deviceScaleFactor] of [
        [1024, 700, 1],
        [640, 400, 2],
      ] as const) {
        await app.page.setViewport({ width, height, deviceScaleFactor })
        await app.page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))),
        )
        expect([...(await violations(app.page)), ...(await faults(app.page))]).toEqual([])
      }
    }
  })
})
