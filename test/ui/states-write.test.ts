import { afterAll, beforeAll, describe } from 'vitest'
import type { Page } from 'puppeteer-core'
import { png } from '../fixtures/images.ts'
import { startApp, type TestApp } from './app.ts'
import { openDesk, settle, type Desk } from './desk.ts'
import { click, press, says } from './hand.ts'
import { closeAll, goOn, testStates, type State } from './states.ts'
import { everything } from './states-document.ts'

let app: TestApp
let desk: Desk

beforeAll(async () => {
  app = await startApp()
  const { page } = app
  await page.setViewport({ width: 1280, height: 800 })
  desk = await openDesk(app)
  const data = Buffer.from(png(320, 200)).toString('base64')
  const asset = await app.ask('asset.put', { name: 'shot.png', data })
  const { document: made, revision } = await app.ask('postmortem.open', { id: desk.id })
  await app.ask('postmortem.save', {
    id: desk.id,
    base: revision,
    changes: everything(made, asset),
  })
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, interfaceLocale: 'en', theme: 'light' })
  await desk.reload()
  // What is far away is drawn too: it is looked at here.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(sheet)
  })
  await page.waitForSelector('[data-kind="figure"] img')
})
afterAll(() => app.close())

/** Clicks the first visible element of a selector within a section, or the last. */
const within =
  (kind: string, css: string, last = false) =>
  async (page: Page): Promise<void> => {
    await page.waitForSelector(`[data-section][data-kind="${kind}"] ${css}`)
    await page.evaluate(
      (section, wanted, fromEnd) => {
        const all = document.querySelectorAll<HTMLElement>(
          `[data-section][data-kind="${section}"] ${wanted}`,
        )
        const shown = [...all].filter((element) => element.checkVisibility())
        const found = fromEnd ? shown.at(-1) : shown[0]
        if (found === undefined) throw new Error(`No ${wanted} in ${section}`)
        found.scrollIntoView({ block: 'center' })
        found.focus()
        found.click()
      },
      kind,
      css,
      last,
    )
  }
const DIALOG = '[role="dialog"]'
const MENU = '[role="menu"]'
const LIST = '[role="listbox"]'
const SIDE = 'aside'

/** A state in which something popped up, which is what is new. */
const popup = (
  name: string,
  there: string,
  reach: State['reach'],
  more: Partial<State> = {},
): State => ({ name, there, part: there, reach, ...more })

/** Puts the caret to the end of the first line of the summary. */
async function caret(page: Page): Promise<void> {
  await page.focus('[data-section][data-kind="summary"] [data-run]')
  await press(page, 'Control+Home')
  await settle(page)
  await press(page, 'End')
  await settle(page)
}
const inText =
  (...keys: string[]) =>
  async (page: Page): Promise<void> => {
    await caret(page)
    await press(page, ...keys)
  }

const tab = (page: Page, name: string) => click(page, name, '[role="tab"]')

const BESIDE: readonly State[] = [
  {
    name: 'shows everything that it can',
    there: '[data-kind="figure"] img',
    reach: (page) => says(page, 'Problems ('),
  },
  {
    name: 'has the questions of the readers, one left unanswered',
    there: '[data-question] textarea',
    part: SIDE,
    async reach(page) {
      await tab(page, 'Readers')
      await page.click('[data-question="accountable"] button')
      await click(page, 'Leave unanswered')
    },
  },
  {
    name: 'has a question of the readers with a likely passage',
    there: '[data-question="who-affected"] [aria-expanded="true"]',
    part: SIDE,
    reach: (page) => page.click('[data-question="who-affected"] button'),
  },
  {
    name: 'has the facts, one of them open',
    there: 'aside li [aria-expanded="true"]',
    part: SIDE,
    async reach(page) {
      await tab(page, 'Facts')
      await page.click('aside [role="tabpanel"] li button')
    },
  },
  popup('asks for a new fact', DIALOG, (page) => click(page, 'New fact', 'aside button')),
  {
    name: 'has what is said about a text, with a question that is open',
    there: 'aside [data-thread][data-open]',
    part: SIDE,
    async reach(page) {
      await tab(page, 'Comments')
      await page.focus('aside [role="tabpanel"] textarea')
      await page.keyboard.type('Which log?')
      await click(page, 'Ask', 'aside button')
    },
  },
  {
    name: 'has its details',
    there: 'aside textarea',
    part: SIDE,
    reach: (page) => tab(page, 'Details'),
  },
  popup('asks for the name of a template', DIALOG, (page) => click(page, 'Save as template…')),
  popup('lists the sections to add', MENU, (page) => click(page, 'Add section', 'nav button')),
]

const ENTRIES: readonly State[] = [
  popup('has the menu of a section open', MENU, (page) =>
    click(page, 'More for Timeline', 'button'),
  ),
  popup(
    'has the menu of entries to add open',
    MENU,
    within('findings', '[aria-label="Add another kind of entry"]'),
  ),
  popup('has the menu of an entry open', MENU, async (page) => {
    await within('findings', '[data-block] [data-editable]')(page)
    await within('findings', '[aria-label="More for this Finding"]')(page)
  }),
  popup('lists the outcomes of a finding', MENU, within('findings', '[aria-label^="Outcome"]')),
  {
    name: 'shows what is internal of a finding',
    there: '[data-kind="finding"] textarea',
    part: '[data-kind="findings"]',
    reach: within('findings', '[class*="_internal_"] button', true),
    leave: within('findings', '[class*="_internal_"] h3 button', true),
  },
  popup(
    'lists what a lesson may link to',
    `${DIALOG} ${LIST}`,
    within('lessons', '[class*="_choose_"]'),
  ),
  {
    name: 'asks for the name of a workstream',
    there: '[data-kind="action"] form input',
    part: '[data-kind="actions"]',
    async reach(page) {
      await within('actions', '[aria-label="Workstream: None"]')(page)
      await click(page, 'New workstream…', '[role^="menuitem"]')
    },
    leave: (page) => press(page, 'Escape'),
  },
  popup('has the menu of a workstream open', MENU, (page) =>
    click(page, 'More for Keys', 'button'),
  ),
  popup('asks by when an action is due', DIALOG, within('actions', '[aria-label^="Due"]')),
  {
    name: 'shows what is internal of an action',
    there: '[data-kind="action"] input',
    part: '[data-kind="actions"]',
    reach: within('actions', '[class*="_internal_"] button'),
    leave: within('actions', '[class*="_internal_"] h3 button'),
  },
  popup('asks when an event was', DIALOG, within('timeline', '[class*="_when_"]')),
  popup('asks in which zone an event was', `${DIALOG}:has([role="combobox"])`, async (page) => {
    await within('timeline', '[class*="_when_"]')(page)
    await page.waitForSelector(DIALOG)
    await page.click(`${DIALOG} button[aria-haspopup="listbox"]`)
    await click(page, 'From time to time', '[role="option"]')
  }),
  popup(
    'lists the facts that a measure may have',
    DIALOG,
    within('impact', '[aria-label^="Confirmed"]'),
  ),
]

const TEXT: readonly State[] = [
  {
    name: 'has the tools of a text in use',
    there: 'main [role="toolbar"] button[aria-pressed]:enabled',
    part: 'main [role="toolbar"]',
    reach: (page) => caret(page),
    afresh: true,
  },
  popup('lists the kinds of blocks', '[data-trigger="Select"]', async (page) => {
    await caret(page)
    await page.click('main [role="toolbar"] button[aria-haspopup="listbox"]')
  }),
  popup('lists who may see a block', MENU, async (page) => {
    await caret(page)
    await page.click('main [role="toolbar"] button[aria-label^="Who may see"]')
  }),
  popup(
    'has the tools of a table',
    MENU,
    async (page) => {
      await page.click('[data-kind="response"] [data-run] th')
      const tools = 'main [role="toolbar"] button[aria-haspopup]:has([data-icon="table"])'
      await page.waitForSelector(tools)
      await page.click(tools)
    },
    { afresh: true },
  ),
  popup('has the tools at a selection', '[data-text-tools]', inText('Shift+Home'), {
    afresh: true,
    leave: (page) => press(page, 'ArrowRight'),
  }),
  popup(
    'has the menu of the slash open',
    `main ${LIST}[data-tools]`,
    async (page) => {
      await caret(page)
      await page.keyboard.type(' /')
    },
    { afresh: true, leave: (page) => press(page, 'Backspace', 'Backspace') },
  ),
  popup(
    'has nothing for what stands behind the slash',
    `main ${LIST}[data-tools]`,
    async (page) => {
      await caret(page)
      await page.keyboard.type(' /zz')
    },
    {
      afresh: true,
      leave: (page) => press(page, 'Backspace', 'Backspace', 'Backspace', 'Backspace'),
    },
  ),
  popup('asks where a link goes', DIALOG, inText('Control+k')),
  popup('refuses where a link goes', `${DIALOG}:has([role="alert"])`, async (page) => {
    await inText('Control+k')(page)
    await page.waitForSelector(`${DIALOG} input`)
    await page.keyboard.type('file:///etc')
    await press(page, 'Enter')
  }),
  popup('asks for the fact to put in', DIALOG, inText('Control+Shift+F')),
  popup('shows the fact of a text', DIALOG, (page) => page.click('[data-run] [data-fact]')),
  popup('offers words for one that it does not know', MENU, async (page) => {
    await page.waitForFunction(() => (CSS.highlights.get('spelling')?.size ?? 0) > 0)
    await inText('Control+Home', 'F7')(page)
  }),
]

const WHOLE: readonly State[] = [
  {
    name: 'has blocks selected',
    there: '[data-picked="head"]',
    part: 'main',
    reach: inText('Escape', 'Shift+ArrowDown'),
    leave: (page) => press(page, 'Escape'),
  },
  popup('has the menu of blocks open', MENU, inText('Escape', 'Tab', 'Enter'), {
    leave: goOn,
  }),
  popup(
    'has a menu in the menu of blocks open',
    MENU,
    async (page) => {
      await press(page, 'ArrowRight')
      await page.waitForFunction(() => document.querySelectorAll('[role="menu"]').length === 2)
    },
    {
      async leave(page) {
        await closeAll(page)
        await press(page, 'Escape')
      },
    },
  ),
  {
    name: 'looks for nothing yet',
    there: 'search input',
    part: 'search',
    reach: (page) => press(page, 'Control+f'),
    leave: goOn,
  },
  {
    name: 'finds nothing',
    there: 'search input',
    part: 'search',
    async reach(page) {
      await page.keyboard.type('zzzz')
      await says(page, 'Nothing found')
    },
    leave: (page) => press(page, 'Control+a', 'Delete'),
  },
  {
    name: 'shows in all languages what it replaces',
    there: 'search mark',
    part: 'search',
    async reach(page) {
      await press(page, 'Control+h')
      await page.keyboard.type('key')
      await page.waitForSelector('search [type="checkbox"]')
    },
    leave: (page) => press(page, 'Escape'),
  },
  {
    name: 'is the text alone',
    there: '[data-focus-mode]',
    reach: inText('Control+Shift+M'),
    leave: goOn,
  },
  {
    name: 'is the text alone with the line in the middle',
    there: '[data-focus-mode*="typewriter"]',
    part: 'header',
    reach: (page) => click(page, 'Keep the line in the middle'),
    leave: (page) => press(page, 'Control+Shift+M'),
  },
  {
    name: 'is read as the public',
    there: 'main iframe',
    part: 'main',
    reach: (page) => press(page, 'Control+Shift+D'),
    leave: goOn,
  },
  popup(
    'lists whom it is read as',
    '[data-trigger="Select"]',
    (page) => page.click('main section button[aria-haspopup="listbox"]'),
    {
      async leave(page) {
        await closeAll(page)
        await press(page, 'Control+Shift+D')
        await page.waitForFunction(() => document.querySelector('main iframe') === null)
      },
    },
  ),
  popup('lists every command', DIALOG, (page) => press(page, 'Control+Shift+P')),
  popup('knows no such command', `${DIALOG}:has([role="combobox"])`, async (page) => {
    await press(page, 'Control+Shift+P')
    await page.waitForSelector(`${DIALOG} [role="combobox"]`)
    await page.keyboard.type('zzzz')
  }),
  popup('lists its places', DIALOG, (page) => press(page, 'Control+Shift+O')),
  popup('lists the keys', `${DIALOG}:has(dl)`, (page) => press(page, 'F1')),
  popup(
    'says what was removed, with the way back',
    '[role="alertdialog"]',
    async (page) => {
      await within('lessons', '[data-block] [data-editable]')(page)
      await within('lessons', '[aria-label="More for this Lesson"]')(page)
      await click(page, 'Remove', '[role="menuitem"]')
    },
    { leave: (page) => click(page, 'Undo', '[role="alertdialog"] button') },
  ),
]

describe('Write has nothing that axe finds fault with, where it', () => {
  testStates(() => app, [...BESIDE, ...ENTRIES, ...TEXT, ...WHOLE])
})
