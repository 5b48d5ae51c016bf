import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { blocksOf, compose, describeBlock, openDesk, say } from './desk.ts'
import { violations } from './axe.ts'
import { click, press, says, tabTo } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)

it('sets quotation marks, dashes and spaces as the language of the postmortem does', async () => {
  for (const [locale, keys, text] of [
    ['en', `It wasn't "our" key -- yet. `, 'It wasn’t “our” key – yet. '],
    ['fr', `Pas "notre" clef ! `, 'Pas «\u00A0notre\u00A0» clef\u202F! '],
  ] as const) {
    const desk = await openDesk(app, { locale })
    await desk.toText('summary')
    await type(keys)
    expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual([text])
  }
  expect(app.problems).toEqual([])
})

it('gives the typed character back with one undo, and leaves it then', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('A "')
  await says(app.page, 'A “')
  await press(app.page, 'Control+z')
  await says(app.page, 'A "')
  expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual(['A "'])
  await type('key')
  expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual(['A "key'])
})

it('does the same in the text of one unit', async () => {
  const desk = await openDesk(app)
  await app.page.focus('[data-unit]')
  await press(app.page, 'End')
  await type(' "')
  await says(app.page, 'A key in a log “')
  await press(app.page, 'Control+z')
  await says(app.page, 'A key in a log "')
  await type('x" ')
  await says(app.page, 'A key in a log "x” ')
  expect(say((await desk.saved()).title.content)).toBe('A key in a log "x” ')
})

it('leaves code and what an input method writes as they are', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('```')
  await type(`say "it's"...`)
  const [block] = blocksOf(await desk.saved(), 'summary')
  expect(block).toMatchObject({ node: { type: 'code', value: `say "it's"...` } })

  const other = await openDesk(app)
  await other.toText('summary')
  const session = await app.page.createCDPSession()
  await compose(session, ['x'], '"')
  expect(blocksOf(await other.saved(), 'summary').map(describeBlock)).toEqual(['"'])
})

it('says how long the text is and how long it takes to read, as it grows', async () => {
  const desk = await openDesk(app)
  await says(app.page, '1 min to read')
  const words = await app.page.$eval('[aria-label="Length and readability"]', (element) =>
    Number(/^(\d+) words/.exec(element.textContent)?.[1]),
  )
  await desk.toText('summary')
  await type('We lost it today.')
  await says(app.page, `${words + 4} words`)
})

it('finds in all languages and replaces what is left in, as one step', async () => {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('The old **ke**y and the OLD KEY.')
  const written = await desk.saved()
  const { revision } = await app.ask('postmortem.open', { id: desk.id })
  const [block] = blocksOf(written, 'summary')
  await app.ask('postmortem.save', {
    id: desk.id,
    base: revision,
    changes: [
      { type: 'locales.put', locales: ['nl'] },
      {
        type: 'translation.put',
        translation: {
          unit: block!.id,
          locale: 'nl',
          content: [{ type: 'text', value: 'De old key.' }],
          state: 'reviewed',
          origin: 'human',
          sourceHash: '0'.repeat(64),
          changedAt: '2026-01-01T00:00:00.000Z',
        },
      },
    ],
  })
  await desk.reload()
  await press(app.page, 'Control+h')
  await app.page.waitForFunction(() => document.activeElement?.closest('search') !== null)
  await type('old key')
  await says(app.page, '3 found')
  expect(await violations(app.page)).toEqual([])
  await app.page.focus('search input[dir="auto"]')
  await type('token')
  await tabTo(app.page, 'Replace here: The old key and the OLD KEY.')
  await press(app.page, 'Tab', 'Tab', 'Space')
  await says(app.page, 'Replace 2')
  await click(app.page, 'Replace 2')
  await says(app.page, '2 replaced')
  expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual([
    'The token and the OLD KEY.',
  ])
  const translated = async () =>
    (await app.ask('postmortem.open', { id: desk.id })).translations.map(({ content, state }) => [
      say(content),
      state,
    ])
  expect(await translated()).toEqual([['De token.', 'draft']])
  await app.page.focus('search input')
  await press(app.page, 'Enter')
  await app.page.waitForFunction(() => document.activeElement?.matches('[data-run]'))
  await press(app.page, 'Control+z')
  await says(app.page, 'The old key and')
  await desk.saved()
  expect(await translated()).toEqual([['De old key.', 'reviewed']])
})

it('shows what it found without a fault, in another script, in the dark, and in a small window', async () => {
  const sample = (await app.ask('library.list', {})).find(({ locales }) => locales.length > 1)!
  const show = async (interfaceLocale: string, theme: 'light' | 'dark'): Promise<void> => {
    await app.ask('settings.set', {
      interfaceLocale,
      theme,
      last: { postmortem: sample.id, view: 'write' },
    })
    const ready = app.interactive()
    await app.page.evaluate(() => location.reload())
    await ready
    await app.page.waitForSelector('[data-editable]')
    await press(app.page, 'Control+h')
    await app.page.waitForSelector('search input')
    await type('Corrimond')
    await app.page.waitForSelector('search mark')
    await app.page.evaluate(() => document.fonts.ready.then(() => {}))
  }
  for (const [language, theme, width, height] of [
    ['ar', 'dark', 1280, 800],
    ['nl', 'light', 640, 400],
  ] as const) {
    await app.page.setViewport({ width, height })
    await show(language, theme)
    expect(await violations(app.page)).toEqual([])
    expect(await faults(app.page)).toEqual([])
  }
  await app.page.setViewport({ width: 1280, height: 800 })
})
