import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, describeBlock, openDesk, settle, type Desk } from './desk.ts'
import { press } from './hand.ts'
import { choose, dialog, keyboardOnly, noDialog, pick, toText } from './keyboard.ts'

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
const told = async (kind: string): Promise<string[]> =>
  blocksOf(await desk.saved(), kind).map(describeBlock)

describe('text, by keyboard alone', () => {
  it('has headings, lists, a link, a quote with who said it and a callout', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await type('# Scope')
    await press(page, 'Enter')
    await type('Read our page')
    await settle(page)
    await press(page, 'Control+Shift+ArrowLeft')
    await settle(page)
    await press(page, 'Control+k')
    await dialog(page)
    await type('status.example.org')
    await press(page, 'Enter')
    await page.waitForSelector('[data-run] a')
    await settle(page)
    await press(page, 'End')
    await settle(page)
    await press(page, 'Enter')
    await type('- one')
    await press(page, 'Enter', 'Tab')
    await type('two')
    await press(page, 'Enter', 'Enter', 'Enter')
    await type('> We were told late')
    await press(page, 'Enter', 'Enter')
    await choose(page, 'warning')
    await type('Change your key')
    expect(await violations(page)).toEqual([])
    const blocks = blocksOf(await desk.saved(), 'summary')
    expect(blocks.slice(0, 3).map(describeBlock)).toEqual(['# Scope', 'Read our page', 'list'])
    expect(JSON.stringify(blocks[1])).toContain('https://status.example.org/')
    expect(JSON.stringify(blocks)).toContain('We were told late')
    expect(JSON.stringify(blocks)).toContain('Change your key')
  })

  it('has a table with a header row, which grows by the toolbar', async () => {
    const { page } = app
    await toText(page, 'Response', 'response')
    await choose(page, 'insert table')
    await type('Tool')
    await press(page, 'Tab')
    await type('Seen')
    await press(page, 'Tab')
    await type('Used')
    await settle(page)
    await press(page, 'Alt+F10')
    for (let at = 0; at < 30; at++) {
      if (await page.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Table'))
        break
      await press(page, 'ArrowRight')
    }
    await pick(page, 'Table', 'Add row below')
    await settle(page)
    const table = blocksOf(await desk.saved(), 'response').find(
      (block) => block.kind === 'prose' && block.node.type === 'table',
    )
    expect(table).toMatchObject({ node: { children: [{}, {}, {}, {}] } })
    expect(await page.$$eval('[data-run] th', (cells) => cells.length)).toBe(3)
    // The tools still know where the caret is when one comes back to it with nothing done.
    await press(page, 'Alt+F10')
    await settle(page)
    await press(page, 'Escape')
    await settle(page)
    expect(await page.$('main [role="toolbar"] [aria-label="Table"]')).not.toBeNull()
  })

  it('has a fact that stands once, and a note', async () => {
    const { page } = app
    await toText(page, 'Impact', 'impact')
    await type('It took ')
    await settle(page)
    await press(page, 'Control+Shift+f')
    await dialog(page)
    await type('25')
    await press(page, 'Enter')
    await page.waitForSelector('[data-run] [data-fact]')
    await noDialog(page)
    await type(' minutes')
    await settle(page)
    await press(page, 'Control+Alt+Shift+f')
    await page.waitForFunction(() => document.activeElement?.closest('[data-notes]') !== null)
    await type('By our log.')
    await press(page, 'Enter')
    const stored = await desk.saved()
    expect(stored.facts).toMatchObject([{ value: { value: '25' } }])
    expect(JSON.stringify(stored)).toContain('By our log.')
  })

  it('has passages and blocks for an audience, and is read as each of them', async () => {
    const { page } = app
    await toText(page, 'Questions', 'questions')
    await type('Seen by Bob')
    await settle(page)
    await press(page, 'Control+Shift+ArrowLeft')
    await settle(page)
    await press(page, 'Control+Shift+i')
    expect(JSON.stringify(blocksOf(await desk.saved(), 'questions'))).toContain('"internal"')
    await press(page, 'End')
    await choose(page, 'see this regulator')
    expect(blocksOf(await desk.saved(), 'questions')[0]).toMatchObject({ audience: 'regulator' })
    await choose(page, 'see this section customer')
    expect((await desk.saved()).sections.find(({ kind }) => kind === 'questions')).toMatchObject({
      audience: 'customer',
    })
    await press(page, 'Control+Shift+d')
    await page.waitForSelector('iframe')
    expect(await violations(page)).toEqual([])
    await press(page, 'Escape')
    await page.waitForFunction(() => document.querySelector('iframe') === null)
  })

  it('is selected and moved as blocks, and all of it is undone and done again', async () => {
    const { page } = app
    await toText(page, 'Lessons', 'lessons')
    await type('One')
    await press(page, 'Enter')
    await type('Two')
    await settle(page)
    await press(page, 'Escape', 'Alt+ArrowUp')
    expect(await told('lessons')).toEqual(['Two', 'One'])
    expect(await violations(page)).toEqual([])
    await press(page, 'Escape', 'Control+z')
    expect(await told('lessons')).toEqual(['One', 'Two'])
    await press(page, 'Control+y')
    expect(await told('lessons')).toEqual(['Two', 'One'])
    const before = (await desk.saved()).sections
    for (let at = 0; at < 60; at++) await press(page, 'Control+z')
    expect((await desk.saved()).sections.flatMap(({ blocks }) => blocks)).toEqual([])
    for (let at = 0; at < 70; at++) await press(page, 'Control+y')
    expect((await desk.saved()).sections).toEqual(before)
  })
})
