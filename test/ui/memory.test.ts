import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraphBlock } from '../../model/document/blank.ts'
import { plainText } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { settle } from './desk.ts'
import { press, says, tabTo } from './hand.ts'
import { choose, noDialog, take } from './keyboard.ts'
import { testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string
let folder: string

const KEY = 'We withdrew the key on Monday.'
const SENTENCES = [KEY, 'Nobody read it.', KEY, KEY, 'We withdrew the keys on Monday.']
const TMX = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="test" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>
<body>
<tu><tuv xml:lang="en"><seg>Nobody read the letter.</seg></tuv><tuv xml:lang="nl"><seg>Niemand las de brief.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The letter was lost.</seg></tuv><tuv xml:lang="nl"><seg>De brief raakte kwijt.</seg></tuv></tu>
</body></tmx>`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'afterword-memory-'))
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, SENTENCES, 'A key in a log')
  await addLanguage(app.page, 'nl')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function stored() {
  await settle(app.page)
  await app.page.waitForSelector('[data-save="saved"]')
  return app.ask('postmortem.open', { id })
}

/** What the translations say, by the number of their text; null where there is none. */
async function translated(): Promise<(string | null)[]> {
  const { translations } = await stored()
  const units = await app.page.$$eval('[data-unit-row]', (rows) =>
    rows.map((row) => (row as HTMLElement).dataset['unitRow']!),
  )
  return units.map((unit) => {
    const found = translations.find((one) => one.unit === unit)
    return found === undefined ? null : `${found.state}: ${plainText(found.content)}`
  })
}

/** Puts the caret into the translation of the text with this number. */
async function into(row: number): Promise<void> {
  await app.page.evaluate((at) => {
    const found = document.querySelectorAll('[data-unit-row]')[at]!
    found.querySelector<HTMLElement>('[role="textbox"]')!.focus()
  }, row)
  await settle(app.page)
}

const DUTCH = 'We trokken de sleutel maandag in.'
const OWN = 'draft: Mijn eigen woorden.'

it('fills what is untranslated from the memory, as much as was said before, and takes it back in one step', async () => {
  const { page } = app
  await into(2)
  await page.keyboard.type(DUTCH)
  await press(page, 'Control+Enter')
  await into(5)
  await page.keyboard.type('Mijn eigen woorden.')
  await stored()
  await choose(page, 'Fill from the translation')
  await page.waitForSelector('[data-pretranslate] [data-found]')
  await says(page, '1 untranslated text would be filled.')
  await tabTo(page, '85%')
  await press(page, 'Enter')
  await take(page, '75% 2 texts')
  await says(page, '2 untranslated texts would be filled.')
  await tabTo(page, 'Fill 2 texts')
  await press(page, 'Enter')
  await noDialog(page)
  const filled = [
    null,
    null,
    `translated: ${DUTCH}`,
    null,
    `draft: ${DUTCH}`,
    OWN,
    `draft: ${DUTCH}`,
  ]
  expect(await translated()).toEqual(filled)
  await press(page, 'Control+Z')
  expect(await translated()).toEqual([null, null, filled[2], null, null, OWN, null])
})

it('gives a translation to its repetitions, and over the words of a person only where that is ticked', async () => {
  const { page } = app
  await into(2)
  await press(page, 'Control+Alt+Shift+R')
  await page.waitForSelector('[data-repeat]')
  await says(page, 'Mijn eigen woorden.')
  await tabTo(page, 'Use it in 1 place')
  await press(page, 'Enter')
  await noDialog(page)
  expect((await translated()).slice(2)).toEqual([
    `translated: ${DUTCH}`,
    null,
    `draft: ${DUTCH}`,
    OWN,
    null,
  ])
  await into(2)
  await press(page, 'Control+Alt+Shift+R')
  await page.waitForSelector('[data-repeat] input[type="checkbox"]')
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') !== null)
  await page.focus('[data-repeat] input[type="checkbox"]')
  await press(page, 'Space')
  await tabTo(page, 'Use it in 1 place')
  await press(page, 'Enter')
  await noDialog(page)
  expect((await translated())[5]).toBe(`draft: ${DUTCH}`)
})

it('finds words in the memory on either side, and puts what was found in at the caret', async () => {
  const { page } = app
  await into(3)
  await page.keyboard.type('Niemand.')
  // Also where the memory has nothing for the text itself.
  expect(await page.$('[data-matches]')).toBeNull()
  await press(page, 'Control+Alt+Shift+K')
  await page.waitForSelector('[data-concordance] input:focus')
  await page.keyboard.type('WITHDREW')
  await page.waitForSelector('[data-concordance] mark')
  expect(await page.$eval('[data-concordance] mark', (mark) => mark.textContent)).toBe('withdrew')
  await tabTo(page, 'Insert the translation of place 1')
  await press(page, 'Enter')
  await page.waitForFunction(() =>
    document.activeElement?.textContent.endsWith('trokken de sleutel maandag in.'),
  )
  expect((await translated())[3]).toBe(`draft: Niemand. ${DUTCH}`)
  await press(page, 'Control+Alt+Shift+K')
  await page.waitForSelector('[data-concordance] input:focus')
  await press(page, 'Escape')
  await page.waitForFunction(
    () =>
      document.querySelector('[data-concordance]') === null &&
      document.activeElement?.getAttribute('role') === 'textbox',
  )
})

it('puts what it has for one sentence in at the caret, and leaves the rest of the text', async () => {
  const { page } = app
  const opened = await stored()
  const section = opened.document.sections[0]!
  const block = paragraphBlock('z5', `Nobody saw it. ${KEY} It was late.`)
  await app.ask('postmortem.save', {
    id,
    base: opened.revision,
    changes: [{ type: 'block.put', section: section.id, block }],
  })
  await page.waitForFunction(() => document.querySelectorAll('[data-unit-row]').length === 8)
  await into(7)
  await page.keyboard.type('Niemand zag het.')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-matches] li')].some((one) =>
      one.textContent.includes('Sentence'),
    ),
  )
  const at = await page.$$eval('[data-matches] li', (all) =>
    all.findIndex((one) => one.textContent.includes('Sentence')),
  )
  await press(page, `Control+${at + 1}`)
  await page.keyboard.type(' Het was laat.')
  expect((await translated())[7]).toBe(`draft: Niemand zag het. ${DUTCH} Het was laat.`)
})

it('takes a file into the memory, names it, gives a pair of languages out, and forgets the file', async () => {
  const { page } = app
  const file = join(folder, 'letters.tmx')
  const out = join(folder, 'out.tmx')
  writeFileSync(file, TMX)
  app.answer([file], [out])
  await choose(page, 'Files of the translation memory')
  await says(page, 'No file was taken in yet.')
  await tabTo(page, 'Import TMX…')
  await press(page, 'Enter')
  await says(page, '2 translations are new.')
  await says(page, 'letters.tmx')
  await tabTo(page, 'All languages')
  await press(page, 'Enter')
  await take(page, 'English to Dutch')
  await tabTo(page, 'Export TMX…')
  await press(page, 'Enter')
  await says(page, 'translations exported.')
  const shown = readFileSync(out, 'utf8')
  expect(shown).toContain('De brief raakte kwijt.')
  // What stood around a text may be for fewer.
  expect(shown).not.toContain('x-previous')
  await tabTo(page, 'Public')
  await press(page, 'Enter')
  await take(page, 'Internal')
  app.answer([out])
  await tabTo(page, 'Export TMX…')
  await press(page, 'Enter')
  await expect.poll(() => readFileSync(out, 'utf8'), { timeout: 60_000 }).toContain('x-previous')
  await page.waitForFunction(() => document.activeElement?.textContent === 'Export TMX…')
  await tabTo(page, 'Take letters.tmx out')
  await press(page, 'Enter')
  await says(page, 'Take it out?')
  await tabTo(page, 'Take out')
  await press(page, 'Enter')
  await says(page, 'letters.tmx is out of the memory.')
  expect((await app.ask('memory.files', {})).files).toEqual([])
  await page.waitForFunction(() => document.activeElement?.textContent === 'Import TMX…')
  await press(page, 'Escape')
  await noDialog(page)
})

it('says what is wrong with a file, and takes nothing of it', async () => {
  const { page } = app
  const file = join(folder, 'torn.tmx')
  writeFileSync(file, TMX.slice(0, -40))
  app.answer([file])
  await choose(page, 'Files of the translation memory')
  await tabTo(page, 'Import TMX…')
  await press(page, 'Enter')
  await page.waitForSelector('[data-memory-files] [role="alert"]')
  expect((await app.ask('memory.files', {})).files).toEqual([])
  await page.waitForFunction(() => document.activeElement?.textContent === 'Import TMX…')
  await press(page, 'Escape')
  await noDialog(page)
})

const STATES: readonly State[] = [
  {
    name: 'asks how well the memory must fit',
    there: '[data-pretranslate] [data-found]',
    part: '[role="dialog"]',
    reach: (page) => choose(page, 'Fill from the translation'),
  },
  {
    name: 'has the repetitions of a text',
    there: '[data-repeat]',
    part: '[role="dialog"]',
    async reach(page) {
      await into(2)
      await press(page, 'Control+Alt+Shift+R')
    },
  },
  {
    name: 'has files of the memory, one about to be taken out',
    there: '[data-memory-files] [role="group"]',
    part: '[role="dialog"]',
    async reach(page) {
      const path = join(folder, 'letters.tmx')
      app.answer([path])
      await app.ask('memory.import', {})
      await choose(page, 'Files of the translation memory')
      await says(page, 'letters.tmx')
      await tabTo(page, 'Take letters.tmx out')
      await press(page, 'Enter')
    },
  },
  {
    name: 'has words of the memory below the texts',
    there: '[data-concordance] mark',
    part: 'main',
    async reach(page) {
      await into(3)
      await press(page, 'Control+Alt+Shift+K')
      await page.waitForSelector('[data-concordance] input:focus')
      await page.keyboard.type('key')
    },
  },
]

describe('the memory to those who see or work otherwise', () => {
  testStates(() => app, STATES)
})
