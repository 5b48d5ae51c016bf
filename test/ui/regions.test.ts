import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, describeBlock, openDesk, settle, type Desk } from './desk.ts'
import { press, says } from './hand.ts'
import { choose, inSection, keyboardOnly, place, toText } from './keyboard.ts'

let app: TestApp
let desk: Desk

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  desk = await openDesk(app)
  keyboardOnly(app.page)
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
/** The parts that F6 comes to, until it is back where it began. */
async function round(key = 'F6'): Promise<string[]> {
  const from = await place(app.page)
  const passed: string[] = []
  do {
    await press(app.page, key)
    passed.push(await place(app.page))
  } while (passed.length < 8 && passed.at(-1) !== from)
  return passed
}
const summary = async (): Promise<string[]> =>
  blocksOf(await desk.saved(), 'summary').map(describeBlock)

it('F6 goes round the parts of the window and comes back to the caret', async () => {
  await toText(app.page, 'Summary', 'summary')
  await type('One two')
  await press(app.page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await settle(app.page)
  await press(app.page, 'F6')
  expect(await place(app.page)).toBe('Review')
  expect(await violations(app.page)).toEqual([])
  await press(app.page, 'ArrowRight', 'Shift+F6')
  expect(await place(app.page)).toBe('main summary')
  // No wait: what is typed at once stands at the caret.
  await type('and ')
  expect(await summary()).toEqual(['One and two'])
  expect(await round()).toEqual(['Review', 'header', 'Outline', 'main summary'])
  expect(await round('Shift+F6')).toEqual(['Outline', 'header', 'Review', 'main summary'])
  await settle(app.page)
  await type('just ')
  expect(await summary()).toEqual(['One and just two'])
  // The side panel is where it was left: at the second of its tabs.
  await press(app.page, 'F6')
  expect(await app.page.evaluate(() => document.activeElement?.textContent)).toBe('Readers')
  await press(app.page, 'Shift+F6')
})

it('Alt+F10 goes to the toolbar, and Escape back to the caret', async () => {
  await toText(app.page, 'Summary', 'summary')
  await press(app.page, 'Alt+F10')
  await app.page.waitForFunction(() => document.activeElement?.closest('[role="toolbar"]') !== null)
  await press(app.page, 'Escape')
  expect(await place(app.page)).toBe('main summary')
  await type('.')
  expect(await summary()).toEqual(['One and just two.'])
})

it('F8 goes from problem to problem, and the side panel says which', async () => {
  // The panel looks again a moment after each save: the steps are taken through what it says of the text as it is now.
  const { sourceLocale } = await desk.saved()
  const { problems } = await app.ask('check.run', { id: desk.id, locale: sourceLocale })
  await says(app.page, `Problems (${problems.length})`)
  await press(app.page, 'F8')
  const current = '[aria-current="true"][data-severity]'
  const first = await app.page
    .waitForSelector(current)
    .then((one) => one!.evaluate((e) => e.textContent))
  await press(app.page, 'F8')
  await app.page.waitForFunction(
    (css, before) => document.querySelector(css)?.textContent !== before,
    {},
    current,
    first,
  )
  expect(await place(app.page)).toMatch(/^main/)
  expect(await violations(app.page)).toEqual([])
  await press(app.page, 'Shift+F8')
  await app.page.waitForFunction(
    (css, before) => document.querySelector(css)?.textContent === before,
    {},
    current,
    first,
  )
})

it('a notification is one of the parts', async () => {
  await press(app.page, 'Control+Shift+O')
  await app.page.waitForSelector('[role="dialog"] [role="combobox"]')
  await type('Findings')
  await press(app.page, 'Enter')
  await inSection(app.page, 'findings')
  await choose(app.page, 'add entry finding')
  await type('A key lay in a log')
  await app.page.keyboard.press('Escape')
  await press(app.page, 'Delete')
  await app.page.waitForSelector('[role="alertdialog"]')
  expect(await round()).toContain('Notifications')
})

it('F6 goes round Translate, Publish, the history and the library too', async () => {
  await choose(app.page, 'add a language')
  await app.page.waitForSelector('[role="dialog"] input')
  await type('Dutch')
  await press(app.page, 'Enter', 'Enter')
  await app.page.waitForSelector('[data-unit-row]')
  await app.page.waitForSelector('iframe')
  expect(await round()).toEqual(expect.arrayContaining(['header', 'Languages', 'main', 'Page']))
  expect(await violations(app.page)).toEqual([])
  await press(app.page, 'Alt+3')
  await app.page.waitForSelector('iframe')
  expect(await round()).toEqual(expect.arrayContaining(['header', 'Languages', 'main', 'Publish']))
  await press(app.page, 'Alt+4')
  await app.page.waitForSelector('nav[aria-label="Versions"]')
  expect(await round()).toEqual(expect.arrayContaining(['header', 'Versions']))
  await press(app.page, 'Control+Shift+L')
  await app.page.waitForSelector('[role="grid"] [role="rowheader"]')
  expect(await round()).toEqual(expect.arrayContaining(['header', 'main']))
})
