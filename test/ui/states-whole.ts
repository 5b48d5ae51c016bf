import type { Page } from 'puppeteer-core'
import { click, press, says } from './hand.ts'
import { within, DIALOG, MENU, popup, inText } from './states-reach.ts'
import { closeAll, goOn, type State } from './states.ts'

/** Has the page read as somebody else, and waits until it says so. */
async function readAs(page: Page, reader: string): Promise<void> {
  const chosen = 'main section button[aria-haspopup="listbox"]'
  await page.click(chosen)
  await click(page, reader, '[role="option"]')
  await page.waitForFunction(
    (css, name) => document.querySelector(css)?.textContent.includes(name),
    {},
    chosen,
    reader,
  )
}

/** Write as a whole: blocks, finding, reading as a reader, commands. */
export const WHOLE: readonly State[] = [
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
      leave: closeAll,
    },
  ),
  ...['a customer', 'the regulator'].map((reader): State => ({
    name: `is read as ${reader}`,
    there: 'main iframe',
    part: 'main',
    reach: (page) => readAs(page, reader),
    leave: goOn,
  })),
  {
    name: 'is read as somebody inside',
    there: 'main iframe',
    part: 'main',
    reach: (page) => readAs(page, 'somebody inside'),
    async leave(page) {
      await press(page, 'Control+Shift+D')
      await page.waitForFunction(() => document.querySelector('main iframe') === null)
    },
  },
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
