import { afterAll, beforeAll, expect, it } from 'vitest'
import { blankEntry } from '../../model/document/blank.ts'
import type { Finding } from '../../model/document/block.ts'
import type { Content } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { openDesk, type Desk } from './desk.ts'
import { press } from './hand.ts'

let app: TestApp
let desk: Desk

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  desk = await openDesk(app)
})
afterAll(() => app.close())

/** A passage as an import may have it: in several parts, which an editor shows as one. */
const content: Content = [
  { type: 'text', value: 'A key was lost. ' },
  { type: 'passage', audience: 'internal', children: [{ type: 'text', value: 'By ' }] },
  { type: 'passage', audience: 'internal', children: [{ type: 'text', value: 'Bob' }] },
  {
    type: 'passage',
    audience: 'internal',
    children: [
      { type: 'strong', children: [{ type: 'text', value: ' him' }] },
      { type: 'strong', children: [{ type: 'text', value: 'self' }] },
    ],
  },
]

it('to go into a text that was stored in other parts is no change of it, and to type there is one step', async () => {
  const { page } = app
  const { document: made, revision } = await app.ask('postmortem.open', { id: desk.id })
  const section = made.sections.find(({ kind }) => kind === 'findings')!
  const entry = blankEntry('finding', 'a0')
  const block = { ...entry, statement: { ...entry.statement, content } }
  await app.ask('postmortem.save', {
    id: desk.id,
    base: revision,
    changes: [{ type: 'block.put', section: section.id, block }],
  })
  await desk.reload()
  const stored = async (): Promise<Content> => {
    const { sections } = await desk.saved()
    const blocks = sections.flatMap(({ blocks: all }) => all)
    return blocks.find((one): one is Finding => one.id === block.id)!.statement.content
  }
  const field = `[data-unit="${entry.statement.id}"]`
  await page.waitForSelector(field)
  await page.focus(field)
  await page.waitForSelector(`${field} [data-lexical-text]`)
  // Somewhere else is typed, so that whatever was a change is saved.
  await page.focus('[data-section][data-kind="summary"] [data-run]')
  await press(page, 'Control+Home')
  await page.keyboard.type('First. ')
  expect(await stored()).toEqual(content)

  await page.focus(field)
  await page.waitForSelector(`${field} [data-lexical-text]`)
  await press(page, 'Control+Home')
  await page.keyboard.type('So ')
  expect(JSON.stringify(await stored())).toContain('So A key was lost.')
  await press(page, 'Control+z')
  await page.waitForFunction(
    (css) => document.querySelector(css)?.textContent?.startsWith('A key') === true,
    {},
    field,
  )
  expect(await stored()).toEqual(content)
})
