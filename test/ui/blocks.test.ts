import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, openDesk, say, settle, type Desk } from './desk.ts'
import { click, press, tabTo } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)

/** What a block says, entries with what they are. */
function told(block: Block): string {
  if (block.kind === 'lesson') return `lesson ${say(block.text.content)}`
  if (block.kind !== 'prose') return block.kind
  const { node } = block
  if (node.type === 'paragraph') return say(node.children)
  if (node.type === 'heading') return `# ${say(node.children)}`
  return node.type
}
const lines = (document: Postmortem, kind: string): string[] => blocksOf(document, kind).map(told)
const idsIn = (document: Postmortem, kind: string): string[] =>
  blocksOf(document, kind).map(({ id }) => id)

/** Three lines in the summary and two lessons below, with the caret in the first line. */
async function prepare(): Promise<Desk> {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('One')
  await press(app.page, 'Enter')
  await type('Two')
  await press(app.page, 'Enter')
  await type('Three')
  await desk.toText('lessons')
  for (const lesson of ['Look', 'Ask']) {
    await click(app.page, 'Add lesson')
    await app.page.waitForFunction(
      () =>
        document.activeElement?.getAttribute('aria-label') === 'Lesson' &&
        document.activeElement.textContent === '',
    )
    await type(lesson)
  }
  await app.page.focus('[data-section][data-kind="summary"] [data-run]')
  await press(app.page, 'Control+Home')
  await settle(app.page)
  return desk
}

/** What the blocks say that are selected as wholes. */
const picked = (): Promise<string[]> =>
  app.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-picked]')].map(
      (element) =>
        element.querySelector('[data-editable]')?.textContent ?? element.textContent ?? '',
    ),
  )

/** What is said to those who do not see it. */
const status = (): Promise<string> =>
  app.page.evaluate(() => document.querySelector('[data-blocks] [role="status"]')!.textContent)

/** Waits until the focus is on an item of a menu. */
const at = (item: string): Promise<unknown> =>
  app.page.waitForFunction(
    (text) => document.activeElement?.textContent === text,
    { timeout: 60_000 },
    item,
  )

describe('whole blocks by keyboard', () => {
  it('are selected with Escape, extended over entries and sections, and left for the caret', async () => {
    await prepare()
    await press(app.page, 'Escape')
    expect(await picked()).toEqual(['One'])
    expect(await status()).toBe('1 block selected')
    await press(app.page, 'Shift+ArrowDown', 'Shift+ArrowDown')
    expect(await picked()).toEqual(['One', 'Two', 'Three'])
    expect(await status()).toBe('3 blocks selected')
    await press(app.page, 'Shift+ArrowDown')
    expect(await picked()).toEqual(['One', 'Two', 'Three', 'Look'])
    expect(await violations(app.page)).toEqual([])
    await press(app.page, 'Shift+ArrowUp', 'Shift+ArrowUp', 'ArrowDown')
    expect(await picked()).toEqual(['Three'])
    await press(app.page, 'Control+a')
    expect(await picked()).toEqual(['One', 'Two', 'Three'])
    await press(app.page, 'Control+a')
    expect(await picked()).toEqual(['One', 'Two', 'Three', 'Look', 'Ask'])
    await press(app.page, 'ArrowUp', 'Escape')
    expect(await picked()).toEqual([])
    await type(' more')
    await settle(app.page)
    expect(await app.page.$eval('[data-kind="summary"] [data-run]', (run) => run.textContent)).toBe(
      'OneTwoThree',
    )
    expect(
      await app.page.evaluate(() => document.activeElement?.textContent?.includes(' more')),
    ).toBe(true)
  })

  it('are selected by an arrow with Shift beyond the edge, and by selecting all twice', async () => {
    await prepare()
    await press(app.page, 'Shift+ArrowDown')
    await settle(app.page)
    await press(app.page, 'Shift+ArrowDown')
    await settle(app.page)
    expect(await picked()).toEqual([])
    await press(app.page, 'Shift+ArrowDown')
    expect(await picked()).toEqual(['One', 'Two', 'Three', 'Look'])
    await press(app.page, 'Escape', 'Control+a')
    expect(await picked()).toEqual([])
    await press(app.page, 'Control+a')
    expect(await picked()).toEqual(['Look', 'Ask'])
  })

  it('move together over the edges of runs, entries and sections, each step one undo', async () => {
    const desk = await prepare()
    const before = await desk.saved()
    await press(app.page, 'ArrowDown', 'Escape', 'Shift+ArrowDown')
    expect(await picked()).toEqual(['Two', 'Three'])
    await press(app.page, 'Alt+ArrowUp')
    expect(lines(await desk.saved(), 'summary')).toEqual(['Two', 'Three', 'One'])
    expect(await picked()).toEqual(['Two', 'Three'])
    await press(app.page, 'Alt+ArrowDown')
    let now = await desk.saved()
    while (lines(now, 'lessons').length < 4) {
      await press(app.page, 'Alt+ArrowDown')
      now = await desk.saved()
    }
    expect(lines(now, 'lessons')).toEqual(['Two', 'Three', 'lesson Look', 'lesson Ask'])
    await press(app.page, 'Alt+ArrowDown')
    now = await desk.saved()
    expect(lines(now, 'lessons')).toEqual(['lesson Look', 'Two', 'Three', 'lesson Ask'])
    expect(idsIn(now, 'lessons').slice(1, 3)).toEqual(idsIn(before, 'summary').slice(1))
    expect(await picked()).toEqual(['Two', 'Three'])
    expect(await status()).toBe('2 blocks moved')
    await press(app.page, 'Control+z')
    expect(lines(await desk.saved(), 'lessons')).toEqual([
      'Two',
      'Three',
      'lesson Look',
      'lesson Ask',
    ])
  })

  it('are duplicated, removed and brought back', async () => {
    const desk = await prepare()
    const before = await desk.saved()
    await press(app.page, 'Escape', 'Shift+ArrowDown', 'Control+d')
    const doubled = await desk.saved()
    expect(lines(doubled, 'summary')).toEqual(['One', 'Two', 'One', 'Two', 'Three'])
    expect(new Set(idsIn(doubled, 'summary')).size).toBe(5)
    expect(await picked()).toEqual(['One', 'Two'])
    await press(app.page, 'Delete')
    expect(lines(await desk.saved(), 'summary')).toEqual(['One', 'Two', 'Three'])
    expect(await picked()).toEqual(['Three'])
    await press(app.page, 'Control+z', 'Control+z')
    expect((await desk.saved()).sections).toEqual(before.sections)
  })

  it('are turned into another kind and marked for readers from their menu', async () => {
    const desk = await prepare()
    const before = await desk.saved()
    await press(app.page, 'Escape', 'Shift+ArrowDown')
    await tabTo(app.page, 'Block: drag to move, press for more')
    await press(app.page, 'Enter')
    await app.page.waitForSelector('[role="menu"]')
    await at('Turn into')
    await press(app.page, 'ArrowRight')
    await at('Text')
    await press(app.page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
    await at('Bulleted list')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.querySelector('[data-picked] li'))
    const listed = await desk.saved()
    expect(lines(listed, 'summary')).toEqual(['list', 'Three'])
    expect(JSON.stringify(blocksOf(listed, 'summary')[0])).toContain(idsIn(before, 'summary')[1]!)
    await press(app.page, 'Shift+F10')
    await app.page.waitForSelector('[role="menu"]')
    await at('Turn into')
    await press(app.page, 'ArrowDown')
    await at('Who may see this block')
    await press(app.page, 'ArrowRight')
    await at('Customers only')
    await press(app.page, 'End')
    await at('Internal, never published')
    await press(app.page, 'Enter')
    await app.page.waitForSelector('[data-picked][data-audience="internal"]')
    expect(blocksOf(await desk.saved(), 'summary')[0]?.audience).toBe('internal')
    expect(await violations(app.page)).toEqual([])
  })

  it('have a menu that axe finds no fault with', async () => {
    await prepare()
    await press(app.page, 'Escape', 'Shift+F10')
    await at('Turn into')
    await press(app.page, 'ArrowRight')
    await at('Text')
    expect(await violations(app.page)).toEqual([])
  })

  it('move from within the text, and the caret goes along', async () => {
    const desk = await prepare()
    await press(app.page, 'Alt+ArrowDown')
    expect(lines(await desk.saved(), 'summary')).toEqual(['Two', 'One', 'Three'])
    await type('!')
    expect(lines(await desk.saved(), 'summary')).toEqual(['Two', '!One', 'Three'])
  })
})

/** Where an element of the page is that says this. */
const boxOf = (text: string): Promise<{ left: number; top: number; bottom: number }> =>
  app.page.evaluate((wanted) => {
    const blocks = [...document.querySelectorAll('[data-block]')]
    const element = blocks.find(
      (block) =>
        (block.querySelector('[data-editable]')?.textContent ?? block.textContent) === wanted,
    )!
    const { left, top, bottom } = element.getBoundingClientRect()
    return { left, top, bottom }
  }, text)

/** Drags the grip of one block to a height beside another, by the mouse. */
async function drag(from: string, to: string, half: 'top' | 'bottom'): Promise<void> {
  const { mouse } = app.page
  await app.page.evaluate(() =>
    document.querySelector('[data-kind="summary"]')!.scrollIntoView({ block: 'center' }),
  )
  const start = await boxOf(from)
  await mouse.move(start.left + 30, start.top + 10)
  await app.page.waitForFunction(
    (y) => {
      const grip = document.querySelector('[data-blocks] button')
      const box = grip?.getBoundingClientRect()
      return grip?.checkVisibility() === true && Math.abs(box!.top - y) < 24
    },
    {},
    start.top,
  )
  const grip = (await (await app.page.$('[data-blocks] button'))!.boundingBox())!
  await mouse.move(grip.x + 12, grip.y + 14)
  await mouse.down()
  const end = await boxOf(to)
  const y = half === 'top' ? end.top + 3 : end.bottom - 3
  await mouse.move(grip.x + 40, (grip.y + y) / 2, { steps: 4 })
  await mouse.move(grip.x + 60, y, { steps: 4 })
}

describe('whole blocks by mouse', () => {
  beforeAll(() => app.page.setViewport({ width: 1280, height: 2400 }))

  it('are dragged between paragraphs and entries, and into other sections', async () => {
    const desk = await prepare()
    const before = await desk.saved()
    await drag('One', 'Two', 'bottom')
    await app.page.waitForFunction(() =>
      document.querySelector('[data-blocks] [class*="line"]')?.checkVisibility(),
    )
    await app.page.mouse.up()
    expect(lines(await desk.saved(), 'summary')).toEqual(['Two', 'One', 'Three'])
    expect(await picked()).toEqual(['One'])
    expect(new Set(idsIn(await desk.saved(), 'summary'))).toEqual(new Set(idsIn(before, 'summary')))
    await drag('Ask', 'Look', 'top')
    await app.page.mouse.up()
    expect(lines(await desk.saved(), 'lessons')).toEqual(['lesson Ask', 'lesson Look'])
    await drag('Three', 'Look', 'top')
    await app.page.mouse.up()
    const moved = await desk.saved()
    expect(lines(moved, 'lessons')).toEqual(['lesson Ask', 'Three', 'lesson Look'])
    expect(idsIn(before, 'summary')).toContain(idsIn(moved, 'lessons')[1])
    await drag('Three', 'One', 'bottom')
    await app.page.mouse.up()
    expect(lines(await desk.saved(), 'summary')).toEqual(['Two', 'One', 'Three'])
    await press(app.page, 'Escape')
    await drag('Two', 'Three', 'bottom')
    await press(app.page, 'Escape')
    await app.page.mouse.up()
    expect(lines(await desk.saved(), 'summary')).toEqual(['Two', 'One', 'Three'])
  })

  it('are selected along a line drawn beside the text, and dragged together', async () => {
    const desk = await prepare()
    const { mouse } = app.page
    const one = await boxOf('One')
    const two = await boxOf('Two')
    await mouse.move(one.left - 36, one.top + 4)
    await mouse.down()
    await mouse.move(one.left - 30, two.bottom - 4, { steps: 6 })
    await mouse.up()
    expect(await picked()).toEqual(['One', 'Two'])
    await drag('Two', 'Three', 'bottom')
    await app.page.mouse.up()
    expect(lines(await desk.saved(), 'summary')).toEqual(['Three', 'One', 'Two'])
    expect(await picked()).toEqual(['One', 'Two'])
    await app.page.mouse.click(one.left + 10, one.top + 10)
    await settle(app.page)
    expect(await picked()).toEqual([])
  })
})
