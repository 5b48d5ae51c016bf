import { afterAll, beforeAll, describe } from 'vitest'
import { png } from '../fixtures/images.ts'
import { startApp, type TestApp } from './app.ts'
import { openDesk, type Desk } from './desk.ts'
import { click, press, says } from './hand.ts'
import { goOn, testStates, type State } from './states.ts'
import { everything } from './states-document.ts'
import { within, DIALOG, MENU, LIST, SIDE, popup, caret, inText, tab } from './states-reach.ts'
import { WHOLE } from './states-whole.ts'

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
  ...['Date', 'Moment', 'Period', 'Duration', 'Name'].map((kind) =>
    popup(`asks for a new fact of the kind ${kind}`, DIALOG, async (page) => {
      await click(page, 'New fact', 'aside button')
      await page.waitForSelector(`${DIALOG} button[aria-haspopup="listbox"]`)
      await page.click(`${DIALOG} button[aria-haspopup="listbox"]`)
      await click(page, kind, '[role="option"]')
    }),
  ),
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
  popup(
    'says that there is no room for what was added',
    '[role="alertdialog"]',
    async (page) => {
      await page.focus('aside textarea')
      await page.keyboard.sendCharacter('Somebody\n'.repeat(51))
    },
    {
      async leave(page) {
        await page.focus('aside textarea')
        await press(page, 'Control+a')
        await page.keyboard.sendCharacter('Mara Lind')
        await click(page, 'Close', '[role="alertdialog"] button')
        await page.waitForFunction(() => document.querySelector('[role="alertdialog"]') === null)
      },
    },
  ),
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
  {
    name: 'has the words for a picture that has none yet',
    there: '[data-kind="figure"] [data-lexical-editor]:focus',
    part: '[data-kind="figure"]',
    reach: (page) => page.focus('[data-kind="figure"] [data-editable]'),
    leave: goOn,
  },
  {
    name: 'has a picture that is decoration',
    there: '[data-kind="figure"] [aria-pressed="true"]',
    part: '[data-kind="figure"]',
    reach: (page) => click(page, 'Decoration', '[data-kind="figure"] button'),
    leave: (page) => click(page, 'Decoration', '[data-kind="figure"] button'),
  },
  {
    name: 'has the text of a note in hand',
    there: '[data-note-text] [data-lexical-editor]:focus',
    part: '[data-note-text]',
    reach: (page) => page.focus('[data-note-text] [data-editable]'),
    leave: goOn,
  },
  popup('asks in which zone the times of the timeline are', DIALOG, (page) =>
    page.click('[data-kind="timeline"] [class*="_zone_"]'),
  ),
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
  popup('lists who may read the selected words', MENU, async (page) => {
    await inText('Shift+Home')(page)
    await page.waitForSelector('[data-text-tools]')
    await click(page, 'Who may read the selected text', '[role="toolbar"] button')
  }),
  popup(
    'has the menu of the slash open in a field',
    `main ${LIST}[data-tools]`,
    async (page) => {
      await page.focus('[data-kind="lesson"] [data-editable]')
      await page.waitForSelector('[data-kind="lesson"] [data-lexical-editor]')
      await press(page, 'Control+End')
      await page.keyboard.type(' /')
    },
    { afresh: true, leave: (page) => press(page, 'Backspace', 'Backspace') },
  ),
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

describe('Write has nothing that axe finds fault with, where it', () => {
  testStates(() => app, [...BESIDE, ...ENTRIES, ...TEXT, ...WHOLE])
})
