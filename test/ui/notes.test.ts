import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, openDesk, settle, type Desk } from './desk.ts'
import { press } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const inNote = (): Promise<unknown> =>
  app.page.waitForFunction(() => document.activeElement?.closest('[data-notes]') !== null)
const inText = (): Promise<unknown> =>
  app.page.waitForFunction(() => document.activeElement?.hasAttribute('data-run'))

const kinds = async (desk: Desk): Promise<string[]> =>
  blocksOf(await desk.saved(), 'summary').map((block) =>
    block.kind === 'footnote'
      ? `note ${block.text.content.map((node) => ('value' in node ? node.value : '')).join('')}`
      : block.kind,
  )

describe('notes', () => {
  it('are put in, written, left and taken out by keys, and an undo brings both back', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('It stopped')
    await settle(app.page)
    await press(app.page, 'Control+Alt+Shift+f')
    await inNote()
    await type('At noon.')
    await press(app.page, 'Enter')
    await inText()
    await settle(app.page)
    await type(' and went on.')
    expect(await kinds(desk)).toEqual(['prose', 'note At noon.'])
    const [line] = blocksOf(await desk.saved(), 'summary')
    expect(line).toMatchObject({
      node: {
        children: [
          { value: 'It stopped' },
          { type: 'footnoteReference' },
          { value: ' and went on.' },
        ],
      },
    })
    expect(await violations(app.page)).toEqual([])
    for (let at = 0; at < 13; at++) await press(app.page, 'ArrowLeft')
    await settle(app.page)
    await press(app.page, 'Backspace')
    await settle(app.page)
    // A reference is chosen first, as every piece that is one.
    if ((await kinds(desk)).length > 1) await press(app.page, 'Backspace')
    expect(await kinds(desk)).toEqual(['prose'])
    await press(app.page, 'Control+z')
    expect(await kinds(desk)).toEqual(['prose', 'note At noon.'])
  })

  it('are numbered anew when one is put in before them', async () => {
    const desk = await openDesk(app)
    const { page } = app
    await desk.toText('summary')
    await type('Later /footnote')
    await page.waitForSelector('[role="listbox"] [role="option"]')
    await press(page, 'Enter')
    await inNote()
    await type('Second.')
    await press(page, 'Enter')
    await inText()
    await settle(page)
    await press(page, 'Home')
    await settle(page)
    await press(page, 'Control+Alt+Shift+f')
    await inNote()
    await type('First.')
    await desk.saved()
    const shown = await page.$$eval('[data-notes] li', (notes) =>
      notes.map((note) => note.textContent),
    )
    expect(shown).toEqual(['1First.', '2Second.'])
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('sup[data-note]')].map((one) => one.textContent).join() ===
        '1,2',
    )
    expect(app.problems).toEqual([])
  })
})
