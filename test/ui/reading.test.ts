import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { openDesk, settle } from './desk.ts'
import { press } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)

/** Waits until the page that is read says this, and not that. */
const reads = (says: string, hides: string): Promise<unknown> =>
  app.page.waitForFunction(
    (there, gone) => {
      const text = document.querySelector('iframe')?.contentDocument?.body?.textContent ?? ''
      return text.includes(there) && !text.includes(gone)
    },
    { timeout: 60_000 },
    says,
    hides,
  )
const isOpen = (): Promise<boolean> =>
  app.page.evaluate(() => document.querySelector('iframe') !== null)
const closed = (): Promise<unknown> =>
  app.page.waitForFunction(() => document.querySelector('iframe') === null)

describe('reading as an audience', () => {
  it('shows what each audience gets, by keys alone, and Escape goes on writing at the caret', async () => {
    const desk = await openDesk(app)
    const { page } = app
    await desk.toText('summary')
    await type('It stopped at Bob’s')
    await settle(page)
    for (let at = 0; at < 9; at++) await press(page, 'Shift+ArrowLeft')
    await settle(page)
    await press(page, 'Control+Shift+i')
    for (const key of ['ArrowRight', 'ArrowRight']) {
      await press(page, key)
      await settle(page)
    }
    await type(' at noon.')
    await desk.saved()
    await press(page, 'Control+Shift+d')
    await reads('It stopped at noon.', 'Bob')
    expect(await violations(page)).toEqual([])
    await press(page, 'Shift+Tab')
    await press(page, 'Enter')
    await page.waitForSelector('[role="option"]')
    await press(page, 'End', 'Enter')
    await reads('Bob', 'nothing of the kind')
    await press(page, 'Escape')
    await closed()
    await settle(page)
    await type(' Then it went on.')
    const { sections } = await desk.saved()
    expect(JSON.stringify(sections)).toContain('at noon. Then it went on.')
  })

  it('goes to write where a text of the page is pressed, and opens from the toolbar', async () => {
    const desk = await openDesk(app)
    const { page } = app
    await desk.toText('summary')
    await type('Here is the first line.')
    await desk.saved()
    await page.waitForSelector('footer button')
    await page.click('footer button')
    await reads('Here is the first line.', 'nothing of the kind')
    expect(await isOpen()).toBe(true)
    await page.evaluate(() => {
      const shown = document.querySelector('iframe')!.contentDocument!
      shown.querySelector<HTMLElement>('section p[data-unit]')!.click()
    })
    await closed()
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-run'))
    await settle(page)
    await type(' And more.')
    const { sections } = await desk.saved()
    expect(JSON.stringify(sections)).toContain('Here is the first line. And more.')
    expect(app.problems).toEqual([])
  })
})
