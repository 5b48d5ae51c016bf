import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, compose, describeBlock, openDesk, settle, type Desk } from './desk.ts'
import { press } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const options = (): Promise<string[]> =>
  app.page.$$eval('[role="dialog"] [role="option"] > :first-child', (found) =>
    found.map(({ textContent }) => textContent),
  )
/** Until a dialog with this in it is seen: one that has just come in is on the page before anybody can see it. */
const seen = (what: string): Promise<unknown> =>
  app.page.waitForFunction(
    (selector) =>
      document.querySelector(selector)?.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
      }) === true,
    {},
    `[role="dialog"] ${what}`,
  )
const opened = (): Promise<unknown> => seen('[role="combobox"]')
const closed = (): Promise<unknown> =>
  app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
/** Until the field that has the focus is one of the document again. */
const backInText = async (): Promise<void> => {
  await closed()
  await app.page.waitForFunction(() => document.activeElement?.closest('[data-editable]') !== null)
  await settle(app.page)
}
async function choose(typed: string): Promise<void> {
  await press(app.page, 'Control+Shift+P')
  await opened()
  await type(typed)
  await press(app.page, 'Enter')
  await closed()
}
async function chosen(): Promise<string> {
  return app.page.$eval(
    '[role="dialog"] [aria-selected="true"] > :first-child',
    (one) => one.textContent,
  )
}

describe('the command palette', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk(app)
  })

  it('does to the text what its commands say, at the caret where one was', async () => {
    await desk.toText('summary')
    await type('One two')
    await press(app.page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await settle(app.page)
    await choose('heading 2')
    await backInText()
    await type('and ')
    expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual(['## One and two'])
  })

  it('gives the caret back when it is left', async () => {
    await press(app.page, 'Control+Shift+P')
    await opened()
    await press(app.page, 'Escape')
    await backInText()
    await type('just ')
    expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual([
      '## One and just two',
    ])
  })

  it('adds and moves structure, and goes to any place by what it says', async () => {
    await choose('add entry finding')
    await app.page.waitForFunction(
      () => document.activeElement?.closest('[data-kind="finding"]') !== null,
    )
    await settle(app.page)
    await type('A key lay in a log')
    await desk.saved()
    await choose('action plan')
    await app.page.waitForFunction(
      () => document.activeElement?.closest('[data-section][data-kind="actions"]') !== null,
    )
    await choose('key lay')
    await app.page.waitForFunction(
      () => document.activeElement?.textContent === 'A key lay in a log',
    )
    await choose('see this internal')
    await backInText()
    const stored = await desk.saved()
    expect(blocksOf(stored, 'summary').find(({ kind }) => kind === 'finding')).toMatchObject({
      audience: 'internal',
    })
  })

  it('puts what was used last first, and shows the keys of each', async () => {
    await press(app.page, 'Control+Shift+P')
    await opened()
    expect((await options()).slice(0, 2)).toEqual([
      'Who may see this: Internal, never published',
      'Add entry: Finding',
    ])
    expect(
      await app.page.$$eval('[role="dialog"] kbd', (found) =>
        found.map(({ textContent }) => textContent),
      ),
    ).toContain('Ctrl+Shift+F')
    await press(app.page, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp')
    expect(await chosen()).toBe((await options()).at(-1))
    await press(app.page, 'Escape')
    await backInText()
  })

  it('says so where nothing is found, and does nothing then', async () => {
    await press(app.page, 'Control+Shift+P')
    await opened()
    await type('xyzzy')
    expect(await options()).toEqual([])
    expect(await app.page.$eval('[role="dialog"] [role="status"]', (one) => one.textContent)).toBe(
      'Nothing found Try another word for it.',
    )
    await press(app.page, 'Enter')
    expect(await violations(app.page)).toEqual([])
    await press(app.page, 'Escape')
    await backInText()
  })

  it('looks for places alone by its other key, and opens with the caret outside of a text too', async () => {
    await press(app.page, 'Control+Shift+O')
    await opened()
    expect(await options()).not.toContain('Settings…')
    await press(app.page, 'Escape')
    await backInText()
    await app.page.focus('header button')
    await press(app.page, 'Control+K')
    await opened()
    expect(await options()).toContain('Settings…')
    await press(app.page, 'Escape')
    await closed()
  })

  it('takes a Japanese composition as one word', async () => {
    const cdp = await app.page.createCDPSession()
    await press(app.page, 'Control+Shift+P')
    await opened()
    await compose(cdp, ['ｔ', 'ｔｉ', 'ｔｉｍｅｌ'], 'Timel')
    await app.page.waitForFunction(
      () => document.querySelector('[role="dialog"] input')?.getAttribute('value') === 'Timel',
    )
    expect(await chosen()).toBe('Timeline')
    await press(app.page, 'Escape')
    await closed()
  })

  it('hears its keys on a keyboard without Latin letters', async () => {
    const cdp = await app.page.createCDPSession()
    const key = { key: 'ح', code: 'KeyP', modifiers: 2 + 8, windowsVirtualKeyCode: 80 }
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    await opened()
    expect(await options()).toContain('Settings…')
    await press(app.page, 'Escape')
    await closed()
  })
})

describe('the sheet of shortcuts', () => {
  it('has every key once, by what it is for, and finds one', async () => {
    await press(app.page, 'F1')
    await app.page.waitForSelector('[role="dialog"] dl')
    const rows = await app.page.$$eval('[role="dialog"] [data-command]', (found) =>
      found.map(({ textContent }) => textContent),
    )
    expect(rows).toContain('BoldCtrl+Bor**…**')
    expect(rows.length).toBeGreaterThan(40)
    await type('outdent')
    await app.page.waitForFunction(
      () => document.querySelectorAll('[role="dialog"] [data-command]').length === 0,
    )
    await press(app.page, 'Escape')
    await type('section')
    await app.page.waitForFunction(() => {
      const count = document.querySelectorAll('[role="dialog"] [data-command]').length
      return count > 0 && count < 20
    })
    await press(app.page, 'Escape', 'Escape')
    await closed()
  })
})

describe.each(['en', 'nl', 'ja', 'ar'])('in %s', (interfaceLocale) => {
  it.each(['light', 'dark'] as const)('everybody can use it, %s', async (theme) => {
    const now = await app.ask('settings.get', {})
    await app.ask('settings.set', { ...now, interfaceLocale, theme })
    const ready = app.interactive()
    await app.page.evaluate(() => location.reload())
    await ready
    await app.page.waitForSelector('[data-editable]')
    await app.page.evaluate(() => document.fonts.ready.then(() => {}))
    const found: string[] = []
    for (const [width, height] of [
      [1280, 800],
      [640, 400],
    ] as const) {
      await app.page.setViewport({ width, height })
      await app.page.focus('[data-run]')
      await press(app.page, 'Control+Shift+P')
      await opened()
      found.push(...(await violations(app.page)), ...(await faults(app.page)))
      await press(app.page, 'Escape')
      await closed()
      await press(app.page, 'F1')
      await seen('dl')
      found.push(...(await violations(app.page)), ...(await faults(app.page)))
      await press(app.page, 'Escape')
      await closed()
    }
    await app.page.setViewport({ width: 1280, height: 800 })
    expect(found).toEqual([])
    expect(app.problems).toEqual([])
  })
})
