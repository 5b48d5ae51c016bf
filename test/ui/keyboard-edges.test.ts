import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allUnits } from '../../model/units/unit.ts'
import { startApp, type TestApp } from './app.ts'
import { proseOf } from './clipboard.ts'
import { blocksOf, openDesk, settle, type Desk } from './desk.ts'
import { press } from './hand.ts'
import { dialog, keyboardOnly, noDialog, toText } from './keyboard.ts'

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
const told = async (kind: string): Promise<string[]> => proseOf(await desk.saved(), kind)
const ids = async (): Promise<string[]> => [...allUnits(await desk.saved())].map(({ id }) => id)
/** Presses keys one after the other, each when the editor knows where the caret is after the one before. */
async function keys(...all: string[]): Promise<void> {
  for (const key of all) {
    await press(app.page, key)
    await settle(app.page)
  }
}
const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key)
const LINK = '(https://example.org/)'

describe('a text at its edges, by keyboard alone', () => {
  it('from the middle of a link into the next paragraph is deleted, cut and typed over', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await type('See our page')
    await settle(page)
    await keys(...times(8, 'Shift+ArrowLeft'), 'Control+k')
    await dialog(page)
    await type('example.org')
    await press(page, 'Enter')
    await noDialog(page)
    await page.waitForSelector('[data-kind="summary"] [data-run] a')
    await keys('End')
    await type(' now.')
    await keys('Enter')
    await type('Then more.')
    const whole = [`See [our page]${LINK} now.`, 'Then more.']
    expect(await told('summary')).toEqual(whole)
    const before = await ids()

    const select = ['Control+Home', ...times(7, 'ArrowRight'), 'Shift+ArrowDown', 'Shift+Home']
    for (const [key, left] of [
      ['Delete', `See [our]${LINK}Then more.`],
      ['Control+x', `See [our]${LINK}Then more.`],
    ] as const) {
      await keys(...select, key)
      expect(await told('summary')).toEqual([left])
      await keys('Control+z')
      expect(await told('summary')).toEqual(whole)
      expect(await ids()).toEqual(before)
    }
    await keys(...select)
    await type('s')
    expect(await told('summary')).toEqual([`See [our]${LINK}sThen more.`])
    await keys('Control+z')
    expect(await told('summary')).toEqual(whole)
    expect(await ids()).toEqual(before)
  })

  it('two lists that come to touch by a move are both written in, and stay two', async () => {
    const { page } = app
    await toText(page, 'Response', 'response')
    await type('- one')
    await keys('Enter', 'Enter')
    await type('Between')
    await keys('Enter')
    await type('- two')
    await settle(page)
    const before = (await desk.saved()).sections.flatMap(({ blocks }) => blocks)
    await keys('ArrowUp', 'Escape', 'Alt+ArrowUp', 'Escape')
    expect(await told('response')).toEqual(['Between', '- one', '- two'])
    await toText(page, 'Response', 'response')
    await type(' and more')
    expect(await told('response')).toEqual(['Between', '- one', '- two and more'])
    await keys('ArrowUp', 'End')
    await type(' too')
    expect(await told('response')).toEqual(['Between', '- one too', '- two and more'])
    await keys(...times(3, 'Control+z'))
    expect((await desk.saved()).sections.flatMap(({ blocks }) => blocks)).toEqual(before)
  })

  it('what is internal stays so as a heading, and when it is joined to what is not', async () => {
    const { page } = app
    await toText(page, 'Questions', 'questions')
    await type('We lost a key.')
    await keys('Enter')
    await type('Bob did.')
    await settle(page)
    await keys('Control+Shift+i')
    await keys('Control+Alt+2')
    expect(blocksOf(await desk.saved(), 'questions')).toMatchObject([
      { audience: 'public' },
      { audience: 'internal', node: { type: 'heading' } },
    ])
    await keys('Home', 'Backspace')
    expect(blocksOf(await desk.saved(), 'questions')).toMatchObject([
      {
        audience: 'public',
        node: {
          children: [
            { value: 'We lost a key.' },
            { type: 'passage', audience: 'internal', children: [{ value: 'Bob did.' }] },
          ],
        },
      },
    ])
  })
})
