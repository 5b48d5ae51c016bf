import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import type { Translation } from '../../model/document/translation.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { startApp, type TestApp } from './app.ts'
import { click, focused, press, says } from './hand.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string
/** What the page complained about. */
const complaints: string[] = []

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  app.page.on('pageerror', (error) => complaints.push(String(error)))
})
afterAll(() => app.close())

const SENTENCES = [
  'A key was written to a log.',
  'Nobody read it for two days.',
  'We withdrew the key.',
  'No customer was reached.',
]

const open = (sentences: readonly string[], title: string): Promise<string> =>
  openTranslate(app, sentences, title)
const add = (language: string): Promise<void> => addLanguage(app.page, language)

const FIELD = '[data-unit-row] [contenteditable="true"]'

async function translations(of = id): Promise<readonly Translation[]> {
  await app.page.waitForSelector('[data-save="saved"]')
  return (await app.ask('postmortem.open', { id: of })).translations
}

const states = (): Promise<string[]> =>
  app.page.$$eval('[data-unit-row]', (rows) =>
    rows.map((row) => (row as HTMLElement).dataset['state'] ?? ''),
  )

const statesAre = (expected: readonly string[]): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLElement>('[data-unit-row]')]
        .map((row) => row.dataset['state'])
        .join() === wanted,
    { timeout: 60_000 },
    expected.join(),
  )

/** Types a translation, confirms it and waits for the next open unit, for each text. */
async function confirm(...texts: string[]): Promise<void> {
  for (const text of texts) {
    await app.page.keyboard.type(text)
    await press(app.page, 'Control+Enter')
    await app.page.waitForFunction(() => document.activeElement?.textContent?.trim() === '', {
      timeout: 60_000,
    })
  }
}

/** What the live page says, all of it. */
const pageSays = (text: string): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      document
        .querySelector('iframe')
        ?.contentDocument?.documentElement?.textContent?.includes(wanted),
    { timeout: 60_000 },
    text,
  )

describe('translating', () => {
  it('refuses what is no language and a language that is there', async () => {
    id = await open(SENTENCES, 'A key in a log')
    await says(app.page, 'No translations yet')
    await click(app.page, 'Add a language', 'nav button')
    await app.page.waitForSelector('[role="dialog"] input')
    await app.page.keyboard.type('gibberish')
    await press(app.page, 'Tab')
    await says(app.page, '“gibberish” is no language.')
    await app.page.focus('[role="dialog"] input')
    await press(app.page, 'Control+a')
    await app.page.keyboard.type('en')
    await press(app.page, 'Tab')
    await says(app.page, 'English is already there.')
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  })

  it('adds any language by its tag and shows its name, its own name and every unit', async () => {
    await add('pt-BR')
    await says(app.page, 'Brazilian Portuguese')
    await says(app.page, 'português (Brasil)')
    await says(app.page, '0 of 6 confirmed')
    expect(await states()).toEqual(Array(6).fill('untranslated'))
  })

  it('confirms with Control and Enter and goes on to the next open unit, without the mouse', async () => {
    await app.page.focus(FIELD)
    await confirm(
      'Uma chave num registro',
      'O que aconteceu',
      'Uma chave foi gravada num registro.',
    )
    await says(app.page, '3 of 6 confirmed')
    expect((await translations()).map(({ state }) => state)).toEqual(Array(3).fill('translated'))
    await pageSays('Uma chave foi gravada num registro.')
  })

  it('makes a confirmed unit a draft again when it is edited, and reviews it with Shift', async () => {
    await app.page.focus(FIELD)
    await press(app.page, 'End')
    await app.page.keyboard.type(' interno')
    await statesAre([
      'draft',
      'translated',
      'translated',
      'untranslated',
      'untranslated',
      'untranslated',
    ])
    await press(app.page, 'Control+Shift+Enter')
    await statesAre([
      'reviewed',
      'translated',
      'translated',
      'untranslated',
      'untranslated',
      'untranslated',
    ])
    const document = (await app.ask('postmortem.open', { id })).document
    const title = (await translations()).find(({ unit }) => unit === document.title.id)
    expect(title?.content).toEqual([{ type: 'text', value: 'Uma chave num registro interno' }])
    expect(title?.state).toBe('reviewed')
  })

  it('undoes a confirmation, and goes to where it was', async () => {
    await app.page.focus(FIELD)
    await press(app.page, 'Control+z')
    await statesAre([
      'draft',
      'translated',
      'translated',
      'untranslated',
      'untranslated',
      'untranslated',
    ])
    expect(await focused(app.page)).toBe('Translation, Brazilian Portuguese')
    await press(app.page, 'Control+Shift+z')
    await statesAre([
      'reviewed',
      'translated',
      'translated',
      'untranslated',
      'untranslated',
      'untranslated',
    ])
  })

  it('copies the source into a draft', async () => {
    await app.page.evaluate((css) => {
      document.querySelectorAll<HTMLElement>(css)[5]!.focus()
    }, FIELD)
    await click(app.page, 'Copy the source')
    await statesAre([
      'reviewed',
      'translated',
      'translated',
      'untranslated',
      'untranslated',
      'draft',
    ])
    expect((await translations()).at(-1)?.content).toEqual([
      { type: 'text', value: SENTENCES.at(-1) },
    ])
  })

  it('says that a source changed, and holds the translation to the new one when it is still right', async () => {
    await click(app.page, 'Write', 'header nav button')
    await app.page.waitForSelector('main p[data-block]')
    const [x, y] = await app.page.evaluate((sentence) => {
      const paragraph = [...document.querySelectorAll('main p[data-block]')].find(
        (one) => one.textContent === sentence,
      )!
      const { right, bottom } = paragraph.getBoundingClientRect()
      return [right - 4, bottom - 6] as const
    }, SENTENCES[0]!)
    await app.page.mouse.click(x, y)
    await press(app.page, 'End')
    await app.page.keyboard.type(' It was a signing key.')
    await app.page.waitForSelector('[data-save="saved"]')
    await click(app.page, 'Translate', 'header nav button')
    await statesAre(['reviewed', 'translated', 'stale', 'untranslated', 'untranslated', 'draft'])
    await says(app.page, '1 changed in the source')
    await click(app.page, 'Source changed 1', '[role="radio"], button')
    await statesAre(['stale'])
    await says(app.page, 'Changed since it was translated')
    expect(
      await app.page.$$eval('[data-source-change] ins, [data-source-change] del', (all) =>
        all.map((one) => [one.localName, one.textContent]),
      ),
    ).toEqual([['ins', ' It was a signing key.']])
    await app.page.focus(FIELD)
    await press(app.page, 'F4')
    await app.page.waitForFunction(
      () => !document.body.innerText.includes('1 changed in the source'),
    )
    const all = await translations()
    const now = await app.ask('postmortem.open', { id })
    const changed = unitsOf(now.document)[2]!
    expect(plainText(changed.content)).toBe(`${SENTENCES[0]} It was a signing key.`)
    const kept = all.find(({ unit }) => unit === changed.id)
    expect(kept?.sourceHash).toBe(contentHash(changed.content))
    expect(kept?.state).toBe('translated')
  })

  it('goes from a click on the page to its unit, and from a unit to its place on the page', async () => {
    await click(app.page, 'All 6', '[role="radio"], button')
    const frame = await (await app.page.waitForSelector('iframe'))!.boundingBox()
    const place = await app.page.evaluate(() => {
      const inside = document.querySelector('iframe')!.contentDocument!
      const text = [
        ...inside.querySelectorAll<HTMLElement>('main [data-unit], body [data-unit]'),
      ].find((element) => element.textContent.includes('Uma chave foi gravada'))!
      text.scrollIntoView({ block: 'center' })
      const { x, y, width, height } = text.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2, unit: text.dataset['unit'] }
    })
    await app.page.mouse.click(frame!.x + place.x, frame!.y + place.y)
    await app.page.waitForSelector(`[data-unit-row="${place.unit}"][aria-current="true"]`)
    await app.page.focus(FIELD)
    await app.page.waitForFunction(() => {
      const inside = document.querySelector('iframe')!.contentDocument!
      return (
        inside.querySelector<HTMLElement>('h1[data-unit], h1 [data-unit]')?.style.outline !== ''
      )
    })
  })

  it('keeps only what fits a search in source or translation', async () => {
    const search = await app.page.waitForSelector('input[type="search"]')
    await search!.type('aconteceu')
    await statesAre(['translated'])
    await press(app.page, 'Control+a')
    await app.page.keyboard.type('withdrew')
    await statesAre(['untranslated'])
    await press(app.page, 'Control+a')
    await app.page.keyboard.type('qqqq')
    await says(app.page, 'No text fits the filter and the search.')
    await click(app.page, 'Show all')
    await app.page.waitForFunction(() => document.querySelectorAll('[data-unit-row]').length === 6)
  })

  it('takes a language out and brings it back with its translations', async () => {
    await click(app.page, 'More for Brazilian Portuguese')
    await click(app.page, 'Remove the language', '[role="menuitem"]')
    await says(app.page, 'No translations yet')
    await click(app.page, 'Undo')
    await statesAre([
      'reviewed',
      'translated',
      'translated',
      'untranslated',
      'untranslated',
      'draft',
    ])
  })

  it('reads a translation from a file, and says which texts found no place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'afterword-translation-'))
    try {
      const file = join(folder, 'bericht.md')
      writeFileSync(
        file,
        [
          '# Ein Schlüssel in einem Protokoll',
          '## Was geschah',
          'Ein Schlüssel wurde in ein Protokoll geschrieben.',
          'Zwei Tage lang las ihn niemand.',
          'Wir zogen den Schlüssel zurück.',
          'Kein Kunde war betroffen.',
          '## Ein Abschnitt, den die Quelle nicht hat',
        ].join('\n\n'),
      )
      await add('de')
      app.answer([file])
      await click(app.page, 'More for German')
      await click(app.page, 'Import a translation from a file', '[role="menuitem"]')
      await says(app.page, 'Translation imported')
      await says(app.page, 'Ein Abschnitt, den die Quelle nicht hat')
      await press(app.page, 'Escape')
      await statesAre(Array(6).fill('translated'))
      await pageSays('Wir zogen den Schlüssel zurück.')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('writes right to left where the language does', async () => {
    await add('ar')
    await app.page.waitForFunction(() => {
      const field = document.querySelector<HTMLElement>('[data-unit-row] [role="textbox"]')
      return field?.dir === 'rtl' && field.lang === 'ar'
    })
    const direction = (): Promise<string> =>
      app.page.$eval(
        '[data-unit-row] [role="textbox"]',
        (field) => getComputedStyle(field).direction,
      )
    await app.page.focus(FIELD)
    await app.page.keyboard.type('مفتاح في سجل')
    expect(await direction()).toBe('rtl')
    await press(app.page, 'Control+Enter')
    await statesAre(['translated', ...Array<string>(5).fill('untranslated')])
    expect(await direction()).toBe('rtl')
    await app.page.waitForFunction(
      () => document.querySelector('iframe')?.contentDocument?.documentElement?.dir === 'rtl',
    )
    await confirm('ما الذي حدث', 'كُتب مفتاح في سجل.')
    // What stood there in the source's language and direction is now in the page's own.
    await app.page.waitForFunction(
      (wanted) => {
        const page = document.querySelector('iframe')?.contentDocument
        const texts = [...(page?.querySelectorAll<HTMLElement>('[data-unit]') ?? [])]
        const text = texts.find((unit) => unit.textContent === wanted)
        return text !== undefined && getComputedStyle(text).direction === 'rtl' && text.lang === ''
      },
      { timeout: 60_000 },
      'كُتب مفتاح في سجل.',
    )
  })

  it('holds thousands of units, of which only those in view are in the page', async () => {
    const words = SENTENCES.join(' ').split(' ')
    const many = Array.from(
      { length: 3000 },
      (_, at) => `${at + 1}. ${words.slice(at % 7, (at % 7) + 9).join(' ')}`,
    )
    const large = await open(many, 'A long account')
    await add('nl')
    expect((await states()).length).toBeLessThan(60)
    const { document } = await app.ask('postmortem.open', { id: large })
    const last = unitsOf(document).at(-1)!
    const search = await app.page.waitForSelector('input[type="search"]')
    await search!.type('3000.')
    await statesAre(['untranslated'])
    await app.page.focus(FIELD)
    await app.page.keyboard.type('De laatste.')
    await press(app.page, 'Control+Enter')
    await says(app.page, '1 of 3,002 confirmed')
    expect((await translations(large)).map(({ unit }) => unit)).toEqual([last.id])
  })

  it('left nothing on the console', () => {
    expect(complaints).toEqual([])
  })
})
