import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, openDesk, settle } from './desk.ts'
import { press } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const line = (value: string) => ({ type: 'paragraph', children: [{ type: 'text', value }] })

describe('quotes and callouts', () => {
  it('names who said what is quoted, and goes on behind the quote, by keys alone', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('> We were wrong.')
    await press(app.page, 'Enter', 'Enter')
    await settle(app.page)
    await type('Mara Lind')
    await press(app.page, 'Enter')
    await settle(app.page)
    await type('She was right.')
    expect(blocksOf(await desk.saved(), 'summary')).toMatchObject([
      {
        node: {
          type: 'blockquote',
          children: [line('We were wrong.')],
          attribution: { type: 'attribution', children: [{ type: 'text', value: 'Mara Lind' }] },
        },
      },
      { node: line('She was right.') },
    ])
    await desk.reload()
    await app.page.waitForFunction(() => document.body.textContent?.includes('Mara Lind'))
    expect(await violations(app.page)).toEqual([])
    // Backspace from the name goes back to what was said, and takes nothing away.
    await desk.toText('summary')
    await press(app.page, 'ArrowUp', 'Home')
    await settle(app.page)
    await press(app.page, 'Backspace')
    await settle(app.page)
    await type(' Twice.')
    expect(blocksOf(await desk.saved(), 'summary')[0]).toMatchObject({
      node: {
        children: [line('We were wrong. Twice.')],
        attribution: { children: [{ value: 'Mara Lind' }] },
      },
    })
  })

  it('leaves a quote without a name as it is', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('> We were wrong.')
    const [quote] = blocksOf(await desk.saved(), 'summary')
    expect(quote).toMatchObject({
      node: { type: 'blockquote', children: [line('We were wrong.')] },
    })
    expect(JSON.stringify(quote)).not.toContain('attribution')
  })

  it('makes callouts as one types, and from the menu, and changes their tone', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('[!NOTE]Read this.')
    await press(app.page, 'Enter', 'Enter')
    await settle(app.page)
    await type('/warning')
    await app.page.waitForSelector('[role="listbox"] [role="option"]')
    await press(app.page, 'Enter')
    await settle(app.page)
    await type('Do that.')
    expect(blocksOf(await desk.saved(), 'summary')).toMatchObject([
      { node: { type: 'callout', tone: 'note', children: [line('Read this.')] } },
      { node: { type: 'callout', tone: 'warning', children: [line('Do that.')] } },
    ])
    await type(' /important')
    await app.page.waitForSelector('[role="listbox"] [role="option"]')
    await press(app.page, 'Enter')
    await settle(app.page)
    expect(blocksOf(await desk.saved(), 'summary')[1]).toMatchObject({
      node: { type: 'callout', tone: 'important' },
    })
    expect(await violations(app.page)).toEqual([])
    expect(app.problems).toEqual([])
  })
})
