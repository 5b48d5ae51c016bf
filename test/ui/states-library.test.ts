import { afterAll, beforeAll, describe } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { click, press, says } from './hand.ts'
import { closeAll, goOn, testStates, type State } from './states.ts'

let app: TestApp
const TITLE = 'Certificates that ran out on a Sunday'

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  const { id } = await app.ask('postmortem.create', {
    title: TITLE,
    locale: 'en',
    template: 'outage',
  })
  await app.ask('template.save', { id, name: 'Our way', texts: false })
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, interfaceLocale: 'en', theme: 'light', last: null })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
})
afterAll(() => app.close())

const DIALOG = '[role="dialog"]'
const MENU = '[role="menu"]'

/** A state in which something popped up, which is what is new. */
const popup = (
  name: string,
  there: string,
  reach: State['reach'],
  more: Partial<State> = {},
): State => ({ name, there, part: there, reach, ...more })

const STATES: readonly State[] = [
  { name: 'lists postmortems', there: '[role="rowheader"]', reach: goOn },
  popup('has the menu of a row open', MENU, (page) => click(page, `More for ${TITLE}`)),
  popup('asks for the name of a template', DIALOG, async (page) => {
    await click(page, `More for ${TITLE}`)
    await click(page, 'Save as template…', '[role="menuitem"]')
  }),
  popup('refuses the name of a template', DIALOG, async (page) => {
    await click(page, `More for ${TITLE}`)
    await click(page, 'Save as template…', '[role="menuitem"]')
    await page.waitForSelector(`${DIALOG} input`)
    await press(page, 'Control+a')
    await page.keyboard.type('Our way')
    await press(page, 'Enter')
    await says(page, 'There is already')
  }),
  popup(
    'asks for what a new postmortem begins with',
    DIALOG,
    async (page) => {
      await click(page, 'New postmortem')
      await page.waitForSelector(`${DIALOG} [type="radio"]`)
    },
    { leave: goOn },
  ),
  popup(
    'lists the languages of a new postmortem',
    '[data-trigger="ComboBox"]',
    async (page) => {
      await page.click(`${DIALOG} [role="combobox"]`)
      await press(page, 'ArrowDown')
    },
    { leave: (page) => press(page, 'Escape') },
  ),
  popup(
    'knows no such language',
    '[aria-invalid="true"]',
    async (page) => {
      await page.focus(`${DIALOG} [role="combobox"]`)
      await press(page, 'Control+a')
      await page.keyboard.type('!!')
      await press(page, 'Tab')
    },
    { part: DIALOG },
  ),
  popup(
    'begins with a template of one’s own',
    `${DIALOG}:has([data-icon="pencil"])`,
    async (page) => {
      await click(page, 'New postmortem')
      await page.waitForFunction(() => document.querySelectorAll('[type="radio"]').length === 8)
      await page.click('[role="dialog"] label:has([type="radio"]):last-of-type')
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[role="dialog"] [type="radio"]')]
          .at(-1)!
          .click(),
      )
    },
    { leave: goOn },
  ),
  popup('asks for another name of a template', DIALOG, (page) => click(page, 'Rename…')),
  popup('asks in which language a file is', DIALOG, (page) =>
    page.click('main button:has([data-icon="file-input"])'),
  ),
  popup(
    'has its settings open',
    `${DIALOG}:has(dd:last-child:not(:empty))`,
    (page) => press(page, 'Control+,'),
    { leave: goOn },
  ),
  popup('lists the languages of the interface', '[data-trigger="Select"]', (page) =>
    page.click(`${DIALOG} button[aria-haspopup="listbox"]`),
  ),
  popup('lists every command', DIALOG, (page) => press(page, 'Control+Shift+P')),
  popup('lists the keys', `${DIALOG}:has(dl)`, (page) => press(page, 'F1'), { leave: goOn }),
  popup(
    'knows no such key',
    `${DIALOG}:not(:has(dl))`,
    async (page) => {
      await page.focus(`${DIALOG} input`)
      await page.keyboard.type('zzzz')
    },
    {
      async leave(page) {
        await press(page, 'Control+a', 'Delete')
        await closeAll(page)
      },
    },
  ),
  {
    name: 'finds no such postmortem',
    there: 'main:not(:has([role="rowheader"]))',
    async reach(page) {
      await page.focus('main input')
      await page.keyboard.type('zzzz')
    },
    leave: (page) => press(page, 'Control+a', 'Delete'),
  },
  popup(
    'says what was deleted, with the way back',
    '[role="alertdialog"]',
    async (page) => {
      await click(page, `More for ${TITLE}`)
      await click(page, 'Delete', '[role="menuitem"]')
    },
    { leave: goOn },
  ),
  {
    name: 'has nothing in it',
    there: 'main:not(:has(input))',
    async reach(page) {
      await page.waitForFunction(() => document.querySelectorAll('[role="rowheader"]').length === 1)
      await page.click('[role="row"][data-key] button')
      await click(page, 'Delete', '[role="menuitem"]')
    },
  },
]

describe('the library has nothing that axe finds fault with, where it', () => {
  testStates(() => app, STATES)
})
