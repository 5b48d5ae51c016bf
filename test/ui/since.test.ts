import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '../../model/document/change.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import { startApp, type TestApp } from './app.ts'
import { focused, press, says, tabTo } from './hand.ts'
import { goOn, testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

const SENTENCES = [
  'A key was written to a log.',
  'Nobody read it for two days.',
  'No customer was reached.',
]

/** The first text becomes another, the last goes, and one comes. */
async function changeSource(): Promise<void> {
  await app.page.waitForSelector('[data-save="saved"]')
  await app.ask('history.keep', { id })
  const { document, revision } = await app.ask('postmortem.open', { id })
  const { id: section, blocks } = document.sections[0]!
  const [first, , last] = blocks
  if (first?.kind !== 'prose' || first.node.type !== 'paragraph') throw new Error('No paragraph')
  const children = [{ type: 'text' as const, value: 'A signing key was written to a log.' }]
  const changes: Change[] = [
    { type: 'block.put', section, block: { ...first, node: { ...first.node, children } } },
    { type: 'block.remove', block: last!.id },
    { type: 'block.put', section, block: paragraphBlock('z5', 'We withdrew the key.') },
  ]
  await app.ask('postmortem.save', { id, base: revision, changes })
  await says(app.page, 'We withdrew the key.')
}

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, SENTENCES, 'A key in a log')
  await addLanguage(app.page, 'nl')
  await changeSource()
})
afterAll(() => app.close())

const rows = (count: number): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-unit-row]').length === wanted,
    { timeout: 60_000 },
    count,
  )

const told = (): Promise<(string | undefined)[][]> =>
  app.page.$$eval('[data-source-since]', (all) =>
    all.map((one) => [
      (one as HTMLElement).dataset['sourceSince'],
      [...one.querySelectorAll('ins, del')].map((each) => each.outerHTML).join(' '),
    ]),
  )

describe('what changed since a version', () => {
  it('is told text by text, word by word, what came, went and changed', async () => {
    await app.page.focus('[data-unit-row] [contenteditable="true"]')
    await press(app.page, 'Control+Alt+Shift+S')
    await app.page.waitForSelector('[data-source-since]')
    expect(await told()).toEqual([
      ['changed', '<ins>signing </ins>'],
      ['removed', '<del>No customer was reached.</del>'],
      ['added', '<ins>We withdrew the key.</ins>'],
    ])
    await says(app.page, 'new 1, changed 1, and removed 1')
  })

  it('is a filter of the list, whose rows show it', async () => {
    await tabTo(app.page, 'Show only these')
    await press(app.page, 'Enter')
    await rows(2)
    expect(
      await app.page.$$eval('[data-unit-row] [data-since]', (all) =>
        all.map((one) => (one as HTMLElement).dataset['since']),
      ),
    ).toEqual(['changed', 'added'])
    expect(await app.page.$eval('[data-unit-row] [data-since] ins', (ins) => ins.textContent)).toBe(
      'signing ',
    )
  })

  it('leads from its list to a text, and back to all of them', async () => {
    await press(app.page, 'Control+Alt+Shift+S')
    await app.page.waitForSelector('[data-source-since="added"]')
    await tabTo(app.page, 'Go to the text')
    await press(app.page, 'Tab', 'Enter')
    await app.page.waitForFunction(
      () =>
        document.activeElement
          ?.closest('[data-unit-row]')
          ?.textContent?.includes('We withdrew the key.') === true,
    )
    await app.page.focus('[data-since-bar] button[aria-label]')
    expect(await focused(app.page)).toBe('Show all kinds again')
    await press(app.page, 'Enter')
    await rows(5)
    expect(await app.page.$('[data-since]')).toBeNull()
  })
})

describe('what changed since a date', () => {
  it('asks for one, and counts all as new before the postmortem was begun', async () => {
    await press(app.page, 'Control+Alt+Shift+S')
    await app.page.waitForSelector('[data-source-since]')
    await tabTo(app.page, 'A version')
    await press(app.page, 'ArrowRight', 'Enter')
    await says(app.page, 'Type a date')
    await press(app.page, 'Tab')
    await app.page.keyboard.type('1999-12')
    await says(app.page, 'had not been begun')
    await says(app.page, 'Since December 1999: new 5')
  })

  it('has nothing to show since one that is still to come', async () => {
    await press(app.page, 'Control+a')
    await app.page.keyboard.type('2999')
    await says(app.page, 'No text came, went or changed since 2999.')
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  })
})

const STATES: readonly State[] = [
  {
    name: 'tells what changed since a version',
    there: '[data-source-since="removed"]',
    part: '[role="dialog"]',
    async reach(page) {
      await page.focus('[data-unit-row] [contenteditable="true"]')
      await press(page, 'Control+Alt+Shift+S')
    },
    leave: goOn,
  },
  {
    name: 'shows only what changed since a version',
    there: '[data-since-bar]',
    part: 'main',
    async reach(page) {
      await tabTo(page, 'Show only these')
      await press(page, 'Enter')
      await rows(2)
    },
    leave: goOn,
  },
]

describe('What changed, to those who see or work otherwise', () => {
  testStates(() => app, STATES)
})
