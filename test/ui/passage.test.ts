import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, openDesk, settle, type Desk } from './desk.ts'
import { press } from './hand.ts'
import type { Content } from '../../model/document/text.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const select = async (characters: number): Promise<void> => {
  for (let at = 0; at < characters; at++) await press(app.page, 'Shift+ArrowLeft')
  await settle(app.page)
}

/** A text as a line in which passages stand in braces behind whom they are for. */
const spelled = (content: Content): string =>
  content
    .map((node): string => {
      if (node.type === 'text') return node.value
      return node.type === 'passage' ? `{${node.audience}:${spelled(node.children)}}` : node.type
    })
    .join('')

async function texts(desk: Desk, kind = 'summary'): Promise<string[]> {
  const blocks = blocksOf(await desk.saved(), kind)
  return blocks.map((block) =>
    block.kind === 'prose' && block.node.type === 'paragraph'
      ? `${block.audience === 'public' ? '' : `${block.audience} `}${spelled(block.node.children)}`
      : block.kind,
  )
}

describe('a passage for an audience', () => {
  it('is marked, grown, left and taken off by keys, and each is one undo', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Seen by Bob')
    await settle(app.page)
    await select(3)
    await press(app.page, 'Control+Shift+i')
    expect(await texts(desk)).toEqual(['Seen by {internal:Bob}'])
    // At its end typing goes on inside, until one leaves it.
    await press(app.page, 'ArrowRight')
    await settle(app.page)
    await type(' and Eve')
    expect(await texts(desk)).toEqual(['Seen by {internal:Bob and Eve}'])
    await press(app.page, 'ArrowRight')
    await type(' at noon.')
    expect(await texts(desk)).toEqual(['Seen by {internal:Bob and Eve} at noon.'])
    // Back into it, and off.
    for (let at = 0; at < 12; at++) await press(app.page, 'ArrowLeft')
    await settle(app.page)
    await press(app.page, 'Control+Shift+i')
    expect(await texts(desk)).toEqual(['Seen by Bob and Eve at noon.'])
    await press(app.page, 'Control+z')
    expect(await texts(desk)).toEqual(['Seen by {internal:Bob and Eve} at noon.'])
  })

  it('makes the whole block internal where nothing is selected, and a new line after it stays so', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Ask legal')
    await settle(app.page)
    await press(app.page, 'Control+Shift+i')
    await press(app.page, 'Enter')
    await type('before noon')
    expect(await texts(desk)).toEqual(['internal Ask legal', 'internal before noon'])
  })

  it('is for any circle from the toolbar, over several blocks, with their other marks', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('One two')
    await press(app.page, 'Enter')
    await type('three four')
    await settle(app.page)
    for (const key of [
      'Shift+ArrowUp',
      'Shift+Home',
      ...Array<string>(4).fill('Shift+ArrowRight'),
    ]) {
      await press(app.page, key)
      await settle(app.page)
    }
    await app.page.focus('[aria-label="Who may read the selected text"]')
    await press(app.page, 'Enter')
    await app.page.waitForSelector('[role="menuitem"]')
    await press(app.page, 'ArrowDown', 'Enter')
    await app.page.waitForSelector('[data-passage="regulator"]')
    expect(await texts(desk)).toEqual(['One {regulator:two}', '{regulator:three four}'])
  })

  it('splits at Enter, and both halves stay internal', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Secret')
    await settle(app.page)
    await select(6)
    await press(app.page, 'Control+Shift+i')
    await press(app.page, 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    await settle(app.page)
    await press(app.page, 'Enter')
    expect(await texts(desk)).toEqual(['{internal:Sec}', '{internal:ret}'])
  })

  it('can be marked in an entry, and goes along when it is copied', async () => {
    const desk = await openDesk(app)
    await app.page.focus('[data-section][data-kind="findings"] [data-editable]')
    const { page } = app
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-kind="findings"] button')]
        .find((button) => button.textContent === 'Add finding')!
        .focus(),
    )
    await press(page, 'Enter')
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Finding',
    )
    await type('Keys of Bob leaked')
    await settle(page)
    for (let at = 0; at < 7; at++) await press(page, 'ArrowLeft')
    await settle(page)
    await select(3)
    await press(page, 'Control+Shift+i')
    const finding = blocksOf(await desk.saved(), 'findings').find(
      (block) => block.kind === 'finding',
    )
    expect(finding && spelled(finding.statement.content)).toBe('Keys of {internal:Bob} leaked')
    // Left as static text, it still says what it is.
    await desk.toText('summary')
    await page.waitForSelector('[data-kind="findings"] [data-passage="internal"]')
    expect(await violations(page)).toEqual([])
    expect(app.problems).toEqual([])
  })
})
