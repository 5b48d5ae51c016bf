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

const themeOf = async (): Promise<string | undefined> => (await desk.saved()).metadata.theme
/** The colour of links on the page beside the form. */
const accent = (): Promise<string> =>
  app.page.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')]
    const page = frames.at(-1)!.contentDocument!
    return getComputedStyle(page.documentElement).getPropertyValue('--accent').trim()
  })
async function look(): Promise<void> {
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
}

it('a postmortem wears another theme by a choice, which is undone like everything', async () => {
  await click(app.page, 'As in this library (Spine)', 'button')
  await click(app.page, 'Bulletin', '[role="option"]')
  await expect.poll(themeOf, { timeout: 30_000 }).toBe('bulletin')
  await expect.poll(accent, { timeout: 30_000 }).toBe('#23418c')
  await press(app.page, 'Control+z')
  await expect.poll(themeOf, { timeout: 30_000 }).toBeUndefined()
})

it('a theme of our own is made beside a page that wears it', async () => {
  await click(app.page, 'Themes…')
  await app.page.waitForSelector('[role="dialog"]')
  await look()
  await click(app.page, 'New theme like Ledger')
  await app.page.waitForSelector('[role="dialog"] iframe')
  await expect.poll(accent, { timeout: 30_000 }).toBe('#7a2e1d')
  // A colour that cannot be read is mended by a press, before anything is saved.
  await app.page.$eval('[role="dialog"] input[type="color"]', (input) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
    set.call(input, '#ffd54a')
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await says(app.page, 'and 4.5 is needed')
  await look()
  const mend = await app.page.evaluate(
    () =>
      [...document.querySelectorAll('[role="dialog"] button')].find((one) =>
        one.textContent?.startsWith('Use #'),
      )!.textContent!,
  )
  await click(app.page, mend)
  await expect.poll(accent, { timeout: 30_000 }).toBe(mend.replace('Use ', ''))
  await named(app.page, '[role="dialog"] button', 'Save theme')
  await click(app.page, 'Save theme')
  await says(app.page, 'saved')
  await named(app.page, '[role="dialog"] bdi', 'Ledger, our own')
  const { themes } = await app.ask('theme.list', {})
  expect(themes).toMatchObject([{ name: 'Ledger, our own', theme: { look: 'ledger' } }])
})

it('is used by default, deleted and brought back', async () => {
  await click(app.page, 'Use by default: Ledger, our own')
  await says(app.page, 'Used where nothing else is chosen')
  await expect
    .poll(async () => (await app.ask('theme.list', {})).byDefault, { timeout: 30_000 })
    .not.toBeNull()
  await click(app.page, 'Delete Ledger, our own')
  await expect
    .poll(async () => (await app.ask('theme.list', {})).themes.length, { timeout: 30_000 })
    .toBe(0)
  await press(app.page, 'Escape')
  await click(app.page, 'Undo', '[role="alertdialog"] button')
  await expect
    .poll(async () => (await app.ask('theme.list', {})).themes.length, { timeout: 30_000 })
    .toBe(1)
})

it.each([
  ['ar', 'dark'],
  ['ja', 'light'],
] as const)('the form can be used by everybody: %s, %s', async (language, theme) => {
  const settings = await app.ask('settings.get', {})
  try {
    await app.ask('settings.set', { ...settings, interfaceLocale: language, theme })
    await desk.reload()
    const { common, theme: words } = interfaceResources[language]!
    const { publish } = common!['nav'] as { publish: string }
    await click(app.page, publish, 'header nav button')
    await click(app.page, words!['edit'] as string)
    await app.page.waitForSelector('[role="dialog"] li button')
    await look()
    await app.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role="dialog"] li:first-child button')]
        .at(-1)!
        .click(),
    )
    await app.page.waitForSelector('[role="dialog"] iframe')
    await look()
    const path = process.env['AFTERWORD_PICTURES']
    if (path !== undefined)
      await app.page.screenshot({
        path: `${path}/theme-${language}-${theme}.png` as `${string}.png`,
      })
    // Escape leaves the form for the list, and the list for the page.
    await press(app.page, 'Escape')
    await app.page.waitForSelector('[role="dialog"] li button')
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  } finally {
    await app.ask('settings.set', settings)
  }
})
