import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../model/document/fact.ts'
import type { Content } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { press } from './hand.ts'
import { goOn, testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

const SENTENCES = [
  'We withdrew the key on Monday.',
  'Nobody read it.',
  'We withdrew the key on Monday.',
  'We withdrew the keys on Monday.',
]
const FACT: Fact = {
  id: 'tenants',
  name: 'Tenants',
  value: { kind: 'number', value: '366', unit: null, currency: null },
  bound: 'exactly',
  status: 'confirmed',
  audience: 'public',
  evidence: '',
  replaces: null,
}
const CODED: Content = [
  { type: 'text', value: 'It held ' },
  { type: 'fact', fact: 'tenants', form: 'long' },
  { type: 'text', value: ' names.' },
]

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, SENTENCES, 'A key in a log')
  await addLanguage(app.page, 'nl')
  const { document, revision } = await stored()
  const section = document.sections[0]!
  await app.ask('postmortem.save', {
    id,
    base: revision,
    changes: [
      { type: 'fact.put', fact: FACT },
      {
        type: 'block.put',
        section: section.id,
        block: {
          id: 'coded',
          order: 'z5',
          kind: 'prose',
          audience: 'public',
          node: { type: 'paragraph', data: { id: 'coded' }, children: CODED },
        },
      },
    ],
  })
  await shown(7)
})
afterAll(() => app.close())

async function stored() {
  await app.page.waitForSelector('[data-save="saved"]')
  return app.ask('postmortem.open', { id })
}

const shown = (count: number): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-unit-row]').length === wanted,
    { timeout: 60_000 },
    count,
  )

/** Puts the caret into the translation of the text with this number. */
async function into(row: number): Promise<void> {
  await app.page.evaluate((at) => {
    const found = document.querySelectorAll('[data-unit-row]')[at]!
    found.querySelector<HTMLElement>('[role="textbox"]')!.focus()
  }, row)
}

const translated = async (unit: string) =>
  (await stored()).translations.find((one) => one.unit === unit)

const unitOf = async (row: number): Promise<string> =>
  (await app.page.$$eval(
    '[data-unit-row]',
    (rows, at) => (rows[at] as HTMLElement).dataset['unitRow'],
    row,
  ))!

const states = (): Promise<(string | undefined)[]> =>
  app.page.$$eval('[data-unit-row]', (rows) =>
    rows.map((row) => (row as HTMLElement).dataset['state']),
  )

/** Chooses from one of the lists above the texts, by keyboard. */
async function choose(list: string, option: string): Promise<void> {
  await app.page.evaluate((label) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('main button[aria-haspopup]')]
    buttons
      .find((one) =>
        (one.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .some((of) => document.getElementById(of)?.textContent === label),
      )!
      .focus()
  }, list)
  await press(app.page, 'Enter')
  await app.page.waitForSelector('[role="listbox"]')
  await app.page.keyboard.type(option)
  await press(app.page, 'Enter')
  await app.page.waitForFunction(() => document.querySelector('[role="listbox"]') === null)
}

describe('what the memory has', () => {
  it('is offered for the text that is worked on, and put in by its number', async () => {
    await into(2)
    await app.page.keyboard.type('We trokken de sleutel maandag in.')
    await press(app.page, 'Control+Enter')
    await stored()
    await into(4)
    await app.page.waitForSelector('[data-matches] li')
    await press(app.page, 'Control+1')
    const unit = await unitOf(4)
    await app.page.waitForSelector(`[data-unit-row="${unit}"][data-state="draft"]`)
    expect(await translated(unit)).toMatchObject({
      state: 'draft',
      origin: 'memory',
      content: [{ type: 'text', value: 'We trokken de sleutel maandag in.' }],
    })
    expect((await translated(unit))!.score).toBeGreaterThanOrEqual(100)
  })

  it('shows word by word where its source is another, and the score goes when a person writes', async () => {
    await into(5)
    await app.page.waitForSelector('[data-matches] li ins')
    const changed = await app.page.$$eval('[data-matches] li:first-child :is(ins, del)', (all) =>
      all.map((one) => [one.localName, one.textContent]),
    )
    expect(changed).toEqual([
      ['del', 'key'],
      ['ins', 'keys'],
    ])
    await press(app.page, 'Control+1')
    const unit = await unitOf(5)
    await app.page.waitForSelector(`[data-unit-row="${unit}"][data-state="draft"]`)
    expect((await translated(unit))!.score).toBeLessThan(100)
    await press(app.page, 'End')
    await app.page.keyboard.type(' Ook.')
    const after = await translated(unit)
    expect([after!.origin, after!.score]).toEqual(['human', undefined])
  })
})

it('puts the next fact of the source in at the caret, once', async () => {
  await into(6)
  await app.page.keyboard.type('Er stonden ')
  await press(app.page, 'Control+Shift+.')
  await app.page.keyboard.type(' namen in.')
  await press(app.page, 'Control+Shift+.')
  expect((await translated('coded'))!.content).toEqual([
    { type: 'text', value: 'Er stonden ' },
    { type: 'fact', fact: 'tenants', form: 'long' },
    { type: 'text', value: ' namen in.' },
  ])
})

it('goes to a text by its number, and says which numbers there are', async () => {
  await into(1)
  await press(app.page, 'Control+G')
  await app.page.waitForSelector('[role="dialog"] input:focus')
  await app.page.keyboard.type('99')
  await press(app.page, 'Enter')
  await app.page.waitForFunction(() =>
    document.querySelector('[role="dialog"]')?.textContent.includes('from 1 to 7'),
  )
  await press(app.page, 'Control+A')
  await app.page.keyboard.type('٤')
  await press(app.page, 'Enter')
  const fourth = await unitOf(3)
  await app.page.waitForFunction(
    (unit) => document.activeElement?.getAttribute('data-unit') === unit,
    {},
    fourth,
  )
})

describe('the list', () => {
  it('is narrowed to what is a draft and to what stands more than once', async () => {
    await choose('Show only', 'Drafts')
    await shown(3)
    await choose('Show only', 'Repetitions')
    await shown(2)
    expect(await states()).toHaveLength(2)
    await choose('Show only', 'All kinds')
    await shown(7)
  })

  it('is narrowed to what the checks find something in', async () => {
    await choose('Show only', 'With problems')
    await shown(3)
    expect(new Set(await states())).toEqual(new Set(['untranslated']))
    await choose('Show only', 'All kinds')
  })

  it('has other orders', async () => {
    const first = () =>
      app.page.$eval('[data-unit-row] [data-source]', (source) => source.textContent)
    expect(await first()).toContain('A key in a log')
    await choose('Order', 'Longest first')
    await app.page.waitForFunction(
      () =>
        document
          .querySelector('[data-unit-row] [data-source]')
          ?.textContent?.includes('withdrew the keys') === true,
    )
    expect(await first()).toContain('We withdrew the keys on Monday.')
    await choose('Order', 'As in the text')
  })
})

const STATES: readonly State[] = [
  {
    name: 'asks for the number of a text',
    there: '#go-to-unit',
    part: '[role="dialog"]',
    async reach(page) {
      await into(1)
      await press(page, 'Control+G')
    },
  },
  {
    name: 'has what the memory has',
    there: '[data-matches] li',
    part: 'main',
    reach: () => into(5),
    leave: goOn,
  },
  {
    name: 'has what is said about a text, with a question that is open',
    there: '[data-thread][data-open]',
    part: 'main',
    async reach(page) {
      await into(1)
      await press(page, 'Control+Alt+Shift+M')
      await page.waitForSelector('[data-talk] textarea:focus')
      await page.keyboard.type('Which log?')
      await press(page, 'Control+Enter')
    },
    leave: goOn,
  },
  {
    name: 'has a text whose source changed',
    there: '[data-source-change] ins',
    part: 'main',
    async reach() {
      const { document, revision } = await stored()
      const section = document.sections[0]!
      const block = section.blocks[0]!
      if (block.kind !== 'prose' || block.node.type !== 'paragraph') throw new Error(block.kind)
      const node = {
        ...block.node,
        children: [{ type: 'text' as const, value: 'We withdrew it.' }],
      }
      const changes = [
        { type: 'block.put' as const, section: section.id, block: { ...block, node } },
      ]
      await app.ask('postmortem.save', { id, base: revision, changes })
      await into(2)
    },
    leave: goOn,
  },
]

describe('Translate to those who see or work otherwise', () => {
  testStates(() => app, STATES)
})
