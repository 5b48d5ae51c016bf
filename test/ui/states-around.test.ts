import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { openDesk, type Desk } from './desk.ts'
import { click, press, says } from './hand.ts'
import { closeAll, goOn, testStates, type Look, type State } from './states.ts'

const DIALOG = '[role="dialog"]'

/** Puts a window into a look by its own settings, where nothing can be kept. */
async function byHand({ page }: TestApp, [language, theme]: Look): Promise<void> {
  await press(page, 'Control+,')
  await page.waitForSelector(`${DIALOG} [role="radio"]`)
  await page.click(`${DIALOG} [role="radio"]:nth-of-type(${theme === 'light' ? 2 : 3})`)
  await page.click(`${DIALOG} button[aria-haspopup="listbox"]`)
  await page.waitForSelector(`[role="option"] [lang="${language}"]`)
  await page.click(`[role="option"] [lang="${language}"]`)
  await page.waitForFunction((lang) => document.documentElement.lang === lang, {}, language)
  await closeAll(page)
}

const HISTORY: readonly State[] = [
  {
    name: 'has one version alone',
    there: 'main p',
    async reach(page) {
      await press(page, 'Alt+4')
      await says(page, 'Only one version yet')
    },
    async leave(page) {
      await press(page, 'Alt+1')
      await page.waitForSelector('[data-kind="summary"] [data-run]')
      await page.focus('[data-kind="summary"] [data-run]')
      await page.keyboard.type('We lost a key.')
      await page.waitForSelector('[data-save="saved"]')
      await press(page, 'Control+Shift+S')
      await page.waitForSelector(`${DIALOG} input`)
      await page.keyboard.type('For the board')
      await press(page, 'Enter')
      await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
      await page.keyboard.type(' Then another, and a third.')
      await page.waitForSelector('[data-save="saved"]')
    },
  },
  {
    name: 'compares two versions as a redline',
    there: '[data-part="block"] ins',
    async reach(page) {
      await press(page, 'Alt+4')
      await click(page, 'For the board', '[role="option"] bdi')
    },
    leave: goOn,
  },
  {
    name: 'lists the versions to compare with',
    there: '[data-trigger="Select"]',
    part: '[data-trigger="Select"]',
    reach: (page) => page.click('main button[aria-haspopup="listbox"]'),
  },
  {
    name: 'asks for the name of a version',
    there: DIALOG,
    part: DIALOG,
    reach: (page) => click(page, 'Name this version'),
  },
  {
    name: 'compares two versions side by side',
    there: '[data-part="block"] p:nth-of-type(2)',
    reach: (page) => click(page, 'Side by side', '[role="radio"]'),
    leave: goOn,
  },
  {
    name: 'says what was brought back, and that nothing differs',
    there: '[role="alertdialog"]',
    async reach(page) {
      await click(page, 'Restore this version')
      await says(page, 'No differences')
    },
    leave: goOn,
  },
]

const NARROW: readonly State[] = (['start', 'end'] as const).map((side) => ({
  name: `has the panel at the ${side} in a drawer`,
  there: `${DIALOG} :is(nav, aside)`,
  part: DIALOG,
  async reach(page) {
    await press(page, 'Alt+1')
    await page.waitForSelector('[data-kind="summary"] [data-run]')
    await page.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 })
    const icon = side === 'start' ? '[data-icon="panel-left"]' : '[data-icon="panel-right"]'
    await page.waitForSelector(`button:has(${icon})`)
    await page.click(`button:has(${icon})`)
  },
}))

const FAILING: readonly State[] = [
  {
    name: 'cannot be saved',
    there: '[data-save="failed"]',
    async reach(page) {
      renameSync(app.library, `${app.library}.away`)
      await page.focus('[data-kind="summary"] [data-run]')
      await page.keyboard.type('Not kept.')
    },
    async leave(page) {
      renameSync(`${app.library}.away`, app.library)
      await click(page, 'Try again', 'button')
      await page.waitForSelector('[data-save="saved"]')
    },
  },
]

const READ_ONLY: readonly State[] = [
  {
    name: 'lists what is damaged',
    there: '[data-icon="circle-alert"]',
    reach: goOn,
  },
  {
    name: 'cannot open what is damaged',
    there: 'main [role="alert"]',
    async reach(page) {
      await page.click('[role="row"][data-key]:has([data-icon="circle-alert"]) [role="rowheader"]')
    },
    async leave(page) {
      await press(page, 'Control+Shift+L')
      await page.waitForSelector('[role="rowheader"]')
    },
  },
  {
    name: 'is read and not written in',
    there: '[data-save="readOnly"]',
    async reach(page) {
      await page.click(
        '[role="row"][data-key]:not(:has([data-icon="circle-alert"])) [role="rowheader"]',
      )
    },
    leave: goOn,
  },
  {
    name: 'is searched and not written in',
    there: 'search mark',
    async reach(page) {
      await press(page, 'Control+f')
      await page.waitForSelector('search input')
      await page.keyboard.type('the')
    },
    leave: (page) => press(page, 'Escape'),
  },
]

let app: TestApp
let desk: Desk

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  desk = await openDesk(app)
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, interfaceLocale: 'en', theme: 'light' })
})
afterAll(() => app.close())

describe('a postmortem has nothing that axe finds fault with, where it', () => {
  testStates(() => app, [...HISTORY, ...NARROW])
})

describe('what fails has nothing that axe finds fault with, where it', () => {
  beforeAll(async () => {
    await app.page.setViewport({ width: 1280, height: 800 })
    await desk.reload()
  })
  testStates(() => app, FAILING, byHand)
})

describe('a library that is to be read only has nothing that axe finds fault with, where it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-read-'))
  beforeAll(async () => {
    await app.close()
    app = await startApp({ userData: folder })
    await app.ask('postmortem.create', { title: 'Damaged', locale: 'en', template: 'blank' })
    const now = await app.ask('settings.get', {})
    await app.ask('settings.set', { ...now, interfaceLocale: 'en', theme: 'light', last: null })
    const [, sample] = await app.ask('library.list', {})
    await app.close()
    const file = new Database(app.library)
    file.prepare("UPDATE postmortem SET head = '{' WHERE id <> ?").run(sample!.id)
    file.pragma('user_version = 9999')
    file.close()
    app = await startApp({ userData: folder, waitForWindow: false })
    const ready = app.interactive()
    app.answer(0)
    await ready
    await app.join()
    await app.page.setViewport({ width: 1280, height: 800 })
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  testStates(() => app, READ_ONLY, byHand)
})
