import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { blocksOf, describeBlock, openDesk, say, settle } from './desk.ts'
import { click, press, tabTo } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)

/** What the first finding says. */
const statement = ([block]: ReturnType<typeof blocksOf>): string =>
  block?.kind === 'finding' ? say(block.statement.content) : ''

describe('entries', () => {
  it('are added, filled in and moved with the keyboard alone', async () => {
    const desk = await openDesk(app)
    await desk.toText('findings')
    await tabTo(app.page, 'Add finding')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Finding',
    )
    await type('The key was read.')
    await desk.saved()
    await desk.toText('actions')
    await tabTo(app.page, 'Add action')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Action',
    )
    await type('We rotate every key.')
    await tabTo(app.page, 'Add action')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(
      () =>
        document.activeElement?.getAttribute('aria-label') === 'Action' &&
        document.activeElement.textContent === '',
    )
    await type('We keep logs for a week.')
    await press(app.page, 'Alt+ArrowUp')
    const written = await desk.saved()
    expect(blocksOf(written, 'findings')).toMatchObject([
      { kind: 'finding', statement: { content: [{ value: 'The key was read.' }] } },
    ])
    expect(
      blocksOf(written, 'actions').map(
        (block) => block.kind === 'action' && say(block.text.content),
      ),
    ).toEqual(['We keep logs for a week.', 'We rotate every key.'])
  })

  it('state their attributes, and undo goes through text, attribute and removal alike', async () => {
    const desk = await openDesk(app)
    await desk.toText('findings')
    await click(app.page, 'Add finding')
    await app.page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Finding',
    )
    await type('Somebody read the key.')
    await app.page.click('[data-kind="finding"] [class*="attribute"] button')
    await click(app.page, 'Did not happen', '[role="menuitemradio"]')
    const full = blocksOf(await desk.saved(), 'findings')
    expect(full).toMatchObject([{ outcome: 'did-not-happen' }])
    await app.page.focus('[data-kind="finding"] [data-unit]')
    await click(app.page, 'More for this Finding', 'button')
    await click(app.page, 'Remove', '[role="menuitem"]')
    expect(blocksOf(await desk.saved(), 'findings')).toEqual([])
    await press(app.page, 'Control+z')
    expect(blocksOf(await desk.saved(), 'findings')).toEqual(full)
    await press(app.page, 'Control+z')
    expect(blocksOf(await desk.saved(), 'findings')).toMatchObject([{ outcome: null }])
    // What is typed without a pause is one step; a busy machine may put pauses in.
    let steps = 0
    do {
      await press(app.page, 'Control+z')
      steps += 1
    } while (statement(blocksOf(await desk.saved(), 'findings')) !== '' && steps < 22)
    expect(blocksOf(await desk.saved(), 'findings')).toMatchObject([{ statement: { content: [] } }])
    for (let step = 0; step <= steps; step++) await press(app.page, 'Control+Shift+z')
    expect(blocksOf(await desk.saved(), 'findings')).toEqual(full)
  })

  it('split the text that they are put into', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Before')
    await press(app.page, 'Enter')
    await type('After')
    await press(app.page, 'ArrowUp')
    await settle(app.page)
    await press(app.page, 'End')
    await settle(app.page)
    await press(app.page, 'Enter')
    await type('/lesson')
    await app.page.waitForSelector('[role="listbox"] [role="option"]')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Lesson',
    )
    await type('Look closer.')
    expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual([
      'Before',
      'lesson',
      'After',
    ])
  })
})

describe('facts', () => {
  it('are made once, stand in the text as they read, and change everywhere', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('It took ')
    await click(app.page, 'Insert fact', 'button')
    await app.page.waitForSelector('[role="dialog"] input')
    await app.page.focus('[role="dialog"] input')
    await type('25')
    await app.page.click('[role="dialog"] form button[type="submit"]')
    await app.page.waitForFunction(() => document.querySelector('[data-run] [data-fact]'))
    await type(' minutes.')
    const [paragraph] = blocksOf(await desk.saved(), 'summary')
    expect(paragraph).toMatchObject({
      node: {
        children: [{ value: 'It took ' }, { type: 'fact', form: 'long' }, { value: ' minutes.' }],
      },
    })
    await app.page.click('[data-run] [data-fact]')
    await app.page.waitForSelector('[role="dialog"] input')
    await app.page.focus('[role="dialog"] input')
    await press(app.page, 'Control+a')
    await type('30')
    await app.page.waitForFunction(
      () => document.querySelector('[data-run] [data-fact]')?.textContent === '30',
    )
    expect((await desk.saved()).facts).toMatchObject([{ value: { value: '30' } }])
  })
})

describe('the outline', () => {
  it('puts sections into another order with the keyboard', async () => {
    const desk = await openDesk(app)
    const before = (await desk.saved()).sections.map(({ kind }) => kind)
    await app.page.focus('[role="grid"] [role="row"]')
    await press(app.page, 'ArrowRight', 'Enter')
    await app.page.waitForFunction(
      () =>
        document.querySelector('[data-drop-target], [role="option"][data-target]') !== null ||
        document.activeElement?.closest('[role="row"]') !== null,
    )
    await press(app.page, 'ArrowDown', 'ArrowDown', 'Enter')
    await app.page.waitForFunction(
      (first) => document.querySelector('[data-section]')?.getAttribute('data-kind') !== first,
      { timeout: 10_000 },
      before[0]!,
    )
    const after = (await desk.saved()).sections.map(({ kind }) => kind)
    expect(after[0]).toBe(before[1])
    expect(after.toSorted()).toEqual(before.toSorted())
  })
})
