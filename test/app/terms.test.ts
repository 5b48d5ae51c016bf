import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Core } from '../../electron/app/ports.ts'
import { newId } from '../../model/document/identifier.ts'
import { plainConcept, plainTerm, type Concept, type Term } from '../../model/terms/concept.ts'
import { openTestCore } from '../fixtures/core.ts'
import { testFolder, valueOf } from '../fixtures/library.ts'
import { said, writeAccount } from '../fixtures/remembered.ts'

const term = (locale: string, text: string, more: Partial<Term> = {}): Term => ({
  ...plainTerm(locale, text),
  ...more,
})
const BREACH = plainConcept('breach', [
  term('en', 'data breach', { partOfSpeech: 'noun' }),
  term('nl', 'gegevenslek', { status: 'forbidden' }),
  term('nl', 'datalek', { note: 'As the regulator says it.' }),
  term('nl-BE', 'datalekkage', { status: 'admitted' }),
])
const OKTA: Concept = { ...plainConcept('okta', [term('en', 'Okta')]), untranslatable: true }

async function open(...concepts: Concept[]): Promise<Core> {
  const core = await openTestCore(join(testFolder(), 'library.afterword'))
  valueOf(await core.call('terms.change', { put: concepts, remove: [] }, 'window'))
  return core
}
const found = async (core: Core, text: string, to: string | null = 'nl') =>
  valueOf(await core.call('terms.find', { texts: [said(text)], from: 'en', to }, 'window'))
    .found[0]!

test('a text is looked through for terms, with what they are called in the other language, the best first', async () => {
  const core = await open(BREACH, OKTA)
  const [breach, okta, ...more] = await found(core, 'Two data breaches at Okta.')
  expect(more).toEqual([])
  expect(breach).toMatchObject({ concept: 'breach', start: 4, end: 17, part: false })
  expect(breach!.counterparts.map(({ text, status }) => [text, status])).toEqual([
    ['datalek', 'preferred'],
    ['datalekkage', 'admitted'],
    ['gegevenslek', 'forbidden'],
  ])
  expect(okta).toMatchObject({ untranslatable: true, counterparts: [{ text: 'Okta' }] })
  expect((await found(core, 'A data breach.', 'nl-NL'))[0]!.counterparts).toHaveLength(2)
  expect((await found(core, 'A data breach.', null))[0]!.counterparts).toEqual([])
})

test('terms that come, change and go are found as they are now, and each change can be taken back', async () => {
  const core = await open(BREACH)
  const heard: object[] = []
  core.on('terms.changed', (payload) => heard.push(payload))
  expect(await found(core, 'A data breach.')).toHaveLength(1)
  const { back } = valueOf(
    await core.call('terms.change', { put: [], remove: ['breach'] }, 'window'),
  )
  expect(back).toEqual({ put: [BREACH], remove: [] })
  expect(await found(core, 'A data breach.')).toEqual([])
  valueOf(await core.call('terms.change', back, 'window'))
  expect(await found(core, 'A data breach.')).toHaveLength(1)
  const id = newId()
  const added = await core.call(
    'terms.change',
    { put: [plainConcept(id, [term('en', 'gate')])], remove: [] },
    'window',
  )
  expect(valueOf(added).back).toEqual({ put: [], remove: [id] })
  expect(heard).toHaveLength(3)
  const bad = await core.call('terms.change', { put: [], remove: ['nobody'] }, 'window')
  expect(bad).toMatchObject({ ok: false, error: { code: 'TERM_UNKNOWN' } })
  expect(heard).toHaveLength(3)
})

test('the list is searched and narrowed, in the order of the language that is asked for', async () => {
  const core = await open(BREACH, OKTA, plainConcept('gate', [term('en', 'gate')]))
  const list = async (query: object) => {
    const told = valueOf(await core.call('terms.list', query, 'window'))
    return [told.concepts.map(({ id }) => id), told.total, told.all]
  }
  expect(await list({ locale: 'en' })).toEqual([['breach', 'gate', 'okta'], 3, 3])
  expect(await list({ locale: 'en', from: 1, limit: 1 })).toEqual([['gate'], 3, 3])
  expect(await list({ locale: 'nl' })).toEqual([['breach'], 1, 3])
  expect(await list({ text: 'REGULATOR' })).toEqual([['breach'], 1, 3])
  expect(await list({ text: 'nothing' })).toEqual([[], 0, 3])
  expect(await list({ status: 'forbidden' })).toEqual([['breach'], 1, 3])
  expect(await list({ status: 'forbidden', locale: 'en' })).toEqual([[], 0, 3])
  expect(await list({ status: 'untranslatable' })).toEqual([['okta'], 1, 3])
  const { locales } = valueOf(await core.call('terms.list', {}, 'window'))
  expect(locales).toEqual([
    { locale: 'en', concepts: 3 },
    { locale: 'nl', concepts: 1 },
    { locale: 'nl-BE', concepts: 1 },
  ])
})

const table = (rows: number): string =>
  `en;nl\n${Array.from({ length: rows }, (_, at) => `word ${at};woord ${at}`).join('\n')}\n`

test('a file comes in whole, says how far it is, and can be taken back but for what was changed since', async () => {
  const core = await open(BREACH)
  const file = join(testFolder(), 'words.csv')
  writeFileSync(file, `${table(500)}data breach;datadiefstal\n;\n`)
  const job = newId()
  const told: number[] = []
  core.on('job.progress', ({ job: of, done, total }) => of === job && told.push(done / total))
  const { report } = valueOf(await core.call('terms.import', { path: file, job }, 'cli'))
  expect(report).toMatchObject({ added: 500, merged: 1, known: 0, refusedCount: 0 })
  expect(told.at(-1)).toBe(1)
  expect(
    (await found(core, 'A data breach and word 7.')).map(({ term: { text } }) => text),
  ).toEqual(['data breach', 'word 7'])
  const list = async (text = '') =>
    valueOf(await core.call('terms.list', { text }, 'window')).concepts
  const [seven] = await list('word 77')
  const own = { ...seven!, note: 'Mine.' }
  valueOf(await core.call('terms.change', { put: [own], remove: [] }, 'window'))
  const back = await core.call('terms.takeBack', { import: report!.id }, 'window')
  expect(valueOf(back)).toEqual({ kept: 1 })
  expect(await list()).toEqual([BREACH, own])
  expect(await core.call('terms.takeBack', { import: report!.id }, 'window')).toMatchObject({
    ok: false,
    error: { code: 'TERM_UNKNOWN' },
  })
})

test('an import that is stopped, or whose file is bad at its end, changes nothing', async () => {
  const core = await open(BREACH)
  const file = join(testFolder(), 'words.csv')
  writeFileSync(file, table(20_000))
  const job = newId()
  let once = true
  core.on('job.progress', () => {
    if (once) void core.call('job.cancel', { job }, 'window')
    once = false
  })
  const stopped = await core.call('terms.import', { path: file, job }, 'cli')
  expect(stopped).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
  writeFileSync(file, `${table(3000)}"open`)
  const bad = await core.call('terms.import', { path: file }, 'cli')
  expect(bad).toMatchObject({ ok: false, error: { code: 'CSV_UNCLOSED', params: { line: 3002 } } })
  expect(valueOf(await core.call('terms.list', {}, 'window')).all).toBe(1)
})

test('a window names no file, and is asked for one by the host', async () => {
  const file = join(testFolder(), 'words.csv')
  writeFileSync(file, table(2))
  const out = join(testFolder(), 'out.csv')
  const core = await openTestCore(join(testFolder(), 'library.afterword'), {
    dialogs: {
      open: () => Promise.resolve(file),
      save: () => Promise.resolve(out),
      folder: () => Promise.resolve(null),
    },
  })
  expect(await core.call('terms.import', { path: file }, 'window')).toMatchObject({ ok: false })
  const { report } = valueOf(await core.call('terms.import', {}, 'window'))
  expect(report?.added).toBe(2)
  const settings = { interfaceLocale: 'nl', theme: 'system', last: null } as const
  valueOf(await core.call('settings.set', settings, 'window'))
  const written = valueOf(await core.call('terms.export', { format: 'csv' }, 'window'))
  expect(written).toEqual({ path: out, concepts: 2, left: [] })
  // Where a comma stands in numbers, a spreadsheet program expects a semicolon between cells.
  expect(readFileSync(out, 'utf8').split('\r\n')[1]).toMatch(/;word 0;/)
})

test('the checks of a postmortem go by the termbase, as it is now', async () => {
  const core = await open(BREACH, {
    ...plainConcept('theft', [term('en', 'data theft', { status: 'forbidden' })]),
  })
  const account = await writeAccount(core, 'en', ['nl'], ['Two data breaches.', 'A data theft.'])
  await account.translate(0, 'nl', 'Twee voorvallen.')
  await account.translate(1, 'nl', 'Een diefstal.')
  const told = async () =>
    valueOf(await core.call('check.run', { id: account.id }, 'window'))
      .problems.filter(({ rule }) => rule.startsWith('term-'))
      .map(({ rule, locale, unit }) => [rule, locale, unit])
  expect(await told()).toEqual([
    ['term-forbidden-source', 'en', account.units[1]],
    ['term-missing', 'nl', account.units[0]],
  ])
  valueOf(await core.call('terms.change', { put: [], remove: ['breach', 'theft'] }, 'window'))
  expect(await told()).toEqual([])
  valueOf(await core.call('terms.change', { put: [BREACH], remove: [] }, 'window'))
  expect(await told()).toHaveLength(1)
  const off = { 'term-missing': 'off' } as const
  valueOf(await core.call('check.configure', off, 'window'))
  expect(await told()).toEqual([])
})
