import { afterAll, beforeAll, expect, it } from 'vitest'
import { interfaceResources } from '../../locales/interface-words.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { openDesk, type Desk } from './desk.ts'
import { click, named, press, says } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp
let desk: Desk

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 900 })
  desk = await openDesk(app)
  await click(app.page, 'Publish', 'header nav button')
})
afterAll(() => app.close())

const FIELD = '[role="dialog"] li input'
const own = async () => (await app.ask('publication.words', {})).words
const pageSays = (text: string) =>
  app.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('iframe')].some((frame) =>
        frame.contentDocument?.querySelector('body')?.textContent?.includes(wanted),
      ),
    { timeout: 60_000 },
    text,
  )
/** Puts the caret into the field of a word. */
async function goTo(key: string): Promise<void> {
  const row = await app.page.waitForFunction(
    (css, wanted) =>
      [...document.querySelectorAll<HTMLInputElement>(css)].find(
        (field) => field.closest('li')!.querySelector('code')!.textContent === wanted,
      ),
    {},
    FIELD,
    key,
  )
  await row.asElement()!.focus()
}
async function look(): Promise<void> {
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
}

it('a word of our own stands on the page when it is saved, and nothing is kept of what was left', async () => {
  await pageSays('Skip to the text')
  await click(app.page, 'Words…')
  await app.page.waitForSelector(FIELD)
  await look()
  await app.page.focus('[role="dialog"] input[type="search"]')
  await app.page.keyboard.type('labels.skip')
  await app.page.waitForFunction((css) => document.querySelectorAll(css).length === 1, {}, FIELD)
  await app.page.focus(FIELD)
  await app.page.keyboard.type('Straight to the text')
  await press(app.page, 'Escape')
  await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  expect(await own()).toEqual({})
  await click(app.page, 'Words…')
  await goTo('labels.skip')
  await app.page.keyboard.type('Straight to the text')
  await click(app.page, 'Save words')
  await says(app.page, 'Words saved')
  expect(await own()).toEqual({ en: { 'labels.skip': 'Straight to the text' } })
  await pageSays('Straight to the text')
})

it('says what must stand in a word, and the core refuses one without it', async () => {
  await click(app.page, 'Words…')
  await goTo('labels.correctedOn')
  await app.page.keyboard.type('Mended')
  await says(app.page, '{date} must stand in it')
  await click(app.page, 'Save words')
  await says(app.page, 'needs {date}')
  await look()
  await press(app.page, 'Escape')
  await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
})

it.each([
  ['ar', 'dark'],
  ['ja', 'light'],
] as const)('the words can be written by everybody: %s, %s', async (language, theme) => {
  const settings = await app.ask('settings.get', {})
  try {
    await app.ask('settings.set', { ...settings, interfaceLocale: language, theme })
    await desk.reload()
    const { common, 'own-words': words } = interfaceResources[language]!
    const { publish } = common!['nav'] as { publish: string }
    await click(app.page, publish, 'header nav button')
    await click(app.page, words!['edit'] as string)
    await app.page.waitForSelector(FIELD)
    await named(app.page, '[role="dialog"] button', words!['save'] as string)
    await look()
    const path = process.env['AFTERWORD_PICTURES']
    if (path !== undefined)
      await app.page.screenshot({
        path: `${path}/words-${language}-${theme}.png` as `${string}.png`,
      })
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  } finally {
    await app.ask('settings.set', settings)
  }
})
