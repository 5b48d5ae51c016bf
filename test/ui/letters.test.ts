import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { blocksOf, describeBlock, openDesk, settle, type Desk } from './desk.ts'
import { press } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const written = async (desk: Desk): Promise<string[]> =>
  blocksOf(await desk.saved(), 'summary').map(describeBlock)

/** What stands on the page, which is never behind what is typed. */
const shown = (): Promise<string> =>
  app.page.evaluate(
    () => document.querySelector<HTMLElement>('[data-kind="summary"] [data-run]')!.innerText,
  )

it('takes back letters, goes on in another place and begins a line in the middle of a word', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('one twoo')
  await press(app.page, 'Backspace')
  await type('fold')
  await press(app.page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
  await settle(app.page)
  await type('xyz')
  await press(app.page, 'Enter')
  await type('new')
  expect((await shown()).replaceAll(/\n+/g, '|')).toBe('one twoxyz|newfold')
  expect(await written(desk)).toEqual(['one twoxyz', 'newfold'])
})

it('undoes a word that was just typed, and brings it back', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('Kept words')
  await desk.saved()
  await new Promise((resolve) => setTimeout(resolve, 1200))
  await type(' and more')
  await press(app.page, 'Control+z')
  expect(await written(desk)).toEqual(['Kept words'])
  await press(app.page, 'Control+Shift+z')
  expect(await written(desk)).toEqual(['Kept words and more'])
})

it('changes marks in the middle of a word, and joins two words with a dash', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('half')
  await press(app.page, 'Control+b')
  await type('bold')
  await press(app.page, 'Control+b')
  await type('plain')
  await press(app.page, 'Enter')
  await type('left--right')
  const [first, second] = blocksOf(await desk.saved(), 'summary')
  expect(first).toMatchObject({
    node: {
      children: [
        { type: 'text', value: 'half' },
        { type: 'strong', children: [{ type: 'text', value: 'bold' }] },
        { type: 'text', value: 'plain' },
      ],
    },
  })
  expect(describeBlock(second!)).toBe('left\u{2014}right')
})

it('takes several words and their spaces together, and turns what only looks like a space into what the language sets', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('three plain words - and a dash  twice')
  await press(app.page, 'Enter')
  await type('- item one')
  await press(app.page, 'Enter')
  await type('item two')
  const [line, list] = blocksOf(await desk.saved(), 'summary')
  expect(describeBlock(line!)).toBe('three plain words \u{2013} and a dash  twice')
  expect(list).toMatchObject({ node: { type: 'list', children: [{}, {}] } })
  expect((await shown()).replaceAll(/\n+/g, '|')).toBe(
    'three plain words \u{2013} and a dash  twice|item one|item two',
  )
})

it('tells the editor of many letters at once, by the observer that Lexical keeps', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('Begun')
  await desk.saved()
  const has = await app.page.evaluate(() => {
    type Watched = HTMLElement & {
      __lexicalEditor?: {
        _observer?: unknown
        registerUpdateListener(listener: () => void): void
      }
    }
    const root = document.querySelector<Watched>('[data-kind="summary"] [data-run]')
    root?.__lexicalEditor?.registerUpdateListener(() => {
      root.dataset['updates'] = String(Number(root.dataset['updates'] ?? 0) + 1)
    })
    return root?.__lexicalEditor?._observer instanceof MutationObserver
  })
  // Without it each letter is read back from the page: look for another way to say that it is ours.
  expect(has, 'Lexical has no _observer any more').toBe(true)
  const letters = 'abcdefghij'.repeat(8)
  await type(letters)
  expect(await written(desk)).toEqual([`Begun${letters}`])
  const updates = await app.page.$eval('[data-kind="summary"] [data-run]', (root) =>
    Number((root as HTMLElement).dataset['updates'] ?? 0),
  )
  expect(updates, 'the editor made an update for each letter').toBeLessThan(letters.length / 2)
})
