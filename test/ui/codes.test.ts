import { afterAll, beforeAll, expect, it } from 'vitest'
import { paragraphBlock } from '../../model/document/blank.ts'
import type { Content } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { compose } from './desk.ts'
import { press } from './hand.ts'
import { testStates } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

const URL = 'https://key.example/'
const CODED: Content = [
  { type: 'text', value: 'We ' },
  { type: 'strong', children: [{ type: 'text', value: 'withdrew' }] },
  { type: 'text', value: ' the key; read ' },
  { type: 'link', url: URL, children: [{ type: 'text', value: 'our guide' }] },
  { type: 'text', value: ' and run ' },
  { type: 'inlineCode', value: 'rotate' },
  { type: 'text', value: '.' },
]

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, ['A key was written to a log.'], 'A key in a log')
  await addLanguage(app.page, 'nl')
  await app.page.waitForSelector('[data-save="saved"]')
  const { document, revision } = await app.ask('postmortem.open', { id })
  const node = { type: 'paragraph' as const, data: { id: 'coded' }, children: CODED }
  const block = { ...paragraphBlock('z5', ''), id: 'coded', kind: 'prose' as const, node }
  await app.ask('postmortem.save', {
    id,
    base: revision,
    changes: [{ type: 'block.put', section: document.sections[0]!.id, block: block as never }],
  })
  await app.page.waitForSelector('[data-unit-row="coded"] [role="textbox"]')
})
afterAll(() => app.close())

const ROW = '[data-unit-row="coded"]'

const numbers = (part: string): Promise<(string | undefined)[][]> =>
  app.page.$$eval(`${ROW} ${part} [data-code]`, (all) =>
    all.map((one) => [(one as HTMLElement).dataset['code'], one.textContent]),
  )

/** What was typed has been given to the document and is saved. */
async function translated(): Promise<Content> {
  await press(app.page, 'Control+S')
  await app.page.waitForSelector('[data-save="saved"]')
  const { translations } = await app.ask('postmortem.open', { id })
  return translations.find(({ unit }) => unit === 'coded')?.content ?? []
}

it('numbers the codes of a source', async () => {
  expect(await numbers('[data-source-text]')).toEqual([
    ['1', 'withdrew'],
    ['2', 'our guide'],
    ['3', 'rotate'],
  ])
})

it('brings the next code with the words of the source, to be written over', async () => {
  await app.page.focus(`${ROW} [role="textbox"]`)
  await app.page.keyboard.type('Wij ')
  await press(app.page, 'Control+Shift+.')
  await app.page.keyboard.type('trokken')
  expect(await translated()).toEqual([
    { type: 'text', value: 'Wij ' },
    { type: 'strong', children: [{ type: 'text', value: 'trokken' }] },
  ])
  expect(await numbers('[role="textbox"]')).toEqual([['1', 'trokken']])
})

it('puts a code around what is selected, and says which one is next', async () => {
  await press(app.page, 'Control+B')
  await app.page.keyboard.type(' de sleutel in; lees hier en draai ')
  await translated()
  for (let at = 0; at < 10; at++) await press(app.page, 'ArrowLeft')
  for (let at = 0; at < 4; at++) await press(app.page, 'Shift+ArrowLeft')
  await app.page.waitForFunction(() => getSelection()?.toString() === 'hier')
  await app.page.waitForFunction(
    (row) => document.querySelector(row)?.textContent.includes('Insert code 2'),
    {},
    ROW,
  )
  await press(app.page, 'Control+Shift+.')
  await press(app.page, 'End')
  await press(app.page, 'Control+Shift+.')
  expect(await translated()).toEqual([
    { type: 'text', value: 'Wij ' },
    { type: 'strong', children: [{ type: 'text', value: 'trokken' }] },
    { type: 'text', value: ' de sleutel in; lees ' },
    { type: 'link', url: URL, children: [{ type: 'text', value: 'hier' }] },
    { type: 'text', value: ' en draai ' },
    { type: 'inlineCode', value: 'rotate' },
  ])
  expect(await numbers('[role="textbox"]')).toEqual([
    ['1', 'trokken'],
    ['2', 'hier'],
    ['3', 'rotate'],
  ])
})

it('undoes a code in one step, and says then that it is missing', async () => {
  await press(app.page, 'Control+Z')
  await app.page.waitForSelector(`${ROW} [data-rule="code-missing"]`)
  expect((await translated()).some(({ type }) => type === 'inlineCode')).toBe(false)
  await press(app.page, 'Control+Shift+Z')
  await app.page.waitForFunction(
    (row) => document.querySelector(`${row} [data-rule="code-missing"]`) === null,
    {},
    ROW,
  )
})

it('lets nobody write into a piece of code, by keys, the pointer or an input method', async () => {
  const input = await app.page.createCDPSession()
  const end = async (): Promise<Content> => (await translated()).slice(-3)
  const before: Content[number] = { type: 'text', value: ' en draai ' }
  const code: Content[number] = { type: 'inlineCode', value: 'rotate' }
  const piece = (await app.page.$(`${ROW} [role="textbox"] code`))!
  const { x, y, width, height } = (await piece.boundingBox())!
  await app.page.mouse.click(x + width * 0.7, y + height / 2)
  await compose(input, ['ｔ', 'と'], 'と')
  expect(await end()).toEqual([before, code, { type: 'text', value: 'と' }])
  await press(app.page, 'ArrowLeft', 'ArrowLeft')
  await app.page.keyboard.type('x')
  expect(await end()).toEqual([
    { type: 'text', value: ' en draai x' },
    code,
    { type: 'text', value: 'と' },
  ])
  await press(app.page, 'Backspace', 'Delete')
  expect((await translated()).some(({ type }) => type === 'inlineCode')).toBe(false)
  await press(app.page, 'Control+Z')
  const again = (await app.page.waitForSelector(`${ROW} [role="textbox"] code`))!
  await again.click({ count: 2 })
  await app.page.waitForFunction(() => getSelection()?.toString() === 'rotate')
})

testStates(
  () => app,
  [
    {
      name: 'shows the numbers of codes',
      there: `${ROW} [role="textbox"] [data-code="3"]`,
      part: 'main',
      reach: (page) => page.focus(`${ROW} [role="textbox"]`),
    },
  ],
)
