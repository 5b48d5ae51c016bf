import { expect, test } from 'vitest'
import { wordsFor } from '../../electron/app/words.ts'
import { mergeReturned } from '../../electron/exchange/bilingual/merge.ts'
import { outgoing } from '../../electron/exchange/bilingual/outgoing.ts'
import { readXliff } from '../../electron/exchange/xliff/read.ts'
import { writeXliff } from '../../electron/exchange/xliff/write.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Content } from '../../model/document/text.ts'
import type { Translation } from '../../model/document/translation.ts'
import { contentHash } from '../../model/units/hash.ts'
import { mapUnits, unitsOf } from '../../model/units/unit.ts'
import { valueOf } from '../fixtures/library.ts'
import { fullDocument, fullTranslations } from './xliff/full.ts'

const NOW = '2026-05-01T08:00:00.000Z'
const document = fullDocument()
const LOCALE = 'ja'
/** A unit whose translation is confirmed and up to date, and is words alone. */
const translations: readonly Translation[] = fullTranslations().map((one) => {
  const source = unitsOf(document).find(({ id }) => id === one.unit)!
  return { ...one, state: 'translated', sourceHash: contentHash(source.content) }
})
const isWords = (content: Content) => content.length === 1 && content[0]!.type === 'text'
const unit = unitsOf(document).find(
  ({ id, content }) =>
    isWords(content) &&
    translations.some((one) => one.unit === id && one.locale === LOCALE && isWords(one.content)),
)!
const ours = translations.find((one) => one.unit === unit.id && one.locale === LOCALE)!
const left = writeXliff(outgoing(document, translations, LOCALE, 'internal', wordsFor))

const words = (value: string): Content => [{ type: 'text', value }]
const withOurs = (change: Partial<Translation>): Translation[] =>
  translations.map((one) => (one === ours ? { ...one, ...change } : one))
const withSource = (content: Content): Postmortem =>
  mapUnits(document, (id, old) => (id === unit.id ? content : old))
/** The file with something done to the lines of our unit. */
const edited = (edit: (lines: string) => string): string =>
  left.replace(new RegExp(`<unit id="${unit.id}"[\\s\\S]*?</unit>`), edit)
const retarget = (text: string) =>
  edited((lines) => lines.replace(/<target>[^]*<\/target>/, `<target>${text}</target>`))

function merge(text: string, here = document, there: readonly Translation[] = translations) {
  const bytes = new TextEncoder().encode(text)
  const [returned] = valueOf(readXliff({ name: 'back.xlf', bytes }))
  const { changes, report } = mergeReturned(here, there, returned!, NOW)
  const put = changes.flatMap((one) => (one.type === 'translation.put' ? [one.translation] : []))
  return { put, report }
}

test('a file that nobody touched changes nothing', () => {
  const { put, report } = merge(left)
  expect(put).toEqual([])
  expect(report).toMatchObject({
    taken: 0,
    kept: [],
    drifted: [],
    codes: [],
    unknown: [],
    missing: [],
  })
})

test('a text that was translated is taken, with the state of the file', () => {
  const text = retarget('別の訳').replace(/state="translated"/g, 'state="reviewed"')
  const { put, report } = merge(
    edited(
      () => /<unit id[^]*?<\/unit>/.exec(text.slice(text.indexOf(`<unit id="${unit.id}"`)))![0],
    ),
  )
  expect(put).toEqual([
    {
      ...ours,
      content: words('別の訳'),
      state: 'reviewed',
      origin: 'imported',
      // What a reviewer made of it is seen against what the translator had confirmed.
      confirmed: ours.content,
      changedAt: NOW,
    },
  ])
  expect(report.taken).toBe(1)
})

test('somebody who stands by the words as they are raises their state and changes nothing else', () => {
  const { put } = merge(edited((lines) => lines.replace(' state="translated"', ' state="final"')))
  expect(put).toEqual([{ ...ours, state: 'approved', changedAt: NOW }])
})

test('a text that was changed here since stays, and the report has both', () => {
  const since = withOurs({ content: words('ここで直した') })
  const { put, report } = merge(retarget('別の訳'), document, since)
  expect(put).toEqual([])
  expect(report.kept).toMatchObject([{ unit: unit.id, ours: 'ここで直した', theirs: '別の訳' }])
})

test('what was changed here since and not in the file is not even told', () => {
  const { put, report } = merge(left, document, withOurs({ content: words('ここで直した') }))
  expect(put).toEqual([])
  expect(report.kept).toEqual([])
})

test('an approved text stays, whatever comes', () => {
  const { put, report } = merge(retarget('別の訳'), document, withOurs({ state: 'approved' }))
  expect(put).toEqual([])
  expect(report.kept).toHaveLength(1)
})

test('a text whose source drifted comes in as made from the older source, and is told', () => {
  const { put, report } = merge(retarget('別の訳'), withSource(words('Something else.')))
  expect(put).toMatchObject([{ content: words('別の訳'), sourceHash: contentHash(unit.content) }])
  expect(report.drifted).toMatchObject([{ unit: unit.id, text: 'Something else.', taken: true }])
})

test('a source that was changed in the file is no source of ours', () => {
  const text = retarget('別の訳').replace(
    /(<unit id="[^"]*"[^]*?<source>)([^]*?)(<\/source>)/g,
    (whole: string, before: string, _: string, after: string) =>
      whole.includes(`"${unit.id}"`) ? `${before}Not ours.${after}` : whole,
  )
  const { put, report } = merge(text)
  expect(report.drifted.map((one) => one.unit)).toContain(unit.id)
  for (const one of put) expect(one.sourceHash).not.toBe(contentHash(unit.content))
})

test('white space that a tool put into the source is no change of it', () => {
  const wrapped = edited((lines) => lines.replace('<source>', '<source>\n        '))
  expect(merge(wrapped).report.drifted).toEqual([])
})

test('an id that nobody knows and one that is there twice are left out and told; one that is gone is missed', () => {
  const strange = edited((lines) => lines.replace(`id="${unit.id}"`, 'id="stranger"'))
  const { put, report } = merge(strange)
  expect(put).toEqual([])
  expect(report.unknown.map((one) => one.unit)).toEqual(['stranger'])
  expect(report.missing.map((one) => one.unit)).toEqual([unit.id])
})

test('codes that do not fit together are refused for their unit alone', () => {
  const { put, report } = merge(retarget('一<ph id="77"/>'))
  expect(put).toEqual([])
  expect(report.codes).toMatchObject([{ unit: unit.id, taken: false }])
})

test('a translation that lost a fact comes in as a draft', () => {
  const fact = unitsOf(document).find(({ content }) => content.some(({ type }) => type === 'fact'))!
  const lost = left.replace(
    new RegExp(`(<unit id="${fact.id}"[^]*?<target>)[^]*?(</target>)`),
    '$1事実なし$2',
  )
  const { put, report } = merge(lost)
  expect(put).toMatchObject([{ unit: fact.id, state: 'draft', content: words('事実なし') }])
  expect(report.codes).toMatchObject([{ unit: fact.id, taken: true }])
})

test('an address that is no address, a passage in a mark and a code of nobody’s never get in', () => {
  const data = (json: string) =>
    edited((lines) =>
      lines
        .replace(/(<unit[^>]*>)/, `$1<originalData><data id="d9">${json}</data></originalData>`)
        .replace(/<target>[^]*<\/target>/, '<target><pc id="9" dataRefStart="d9">x</pc></target>'),
    )
  for (const json of [
    '{"type":"link","url":"javascript:alert(1)"}',
    '{"type":"link","url":"//host/share"}',
    '{"type":"script"}',
    '{"type":"strong","children":[{"type":"passage","audience":"internal","children":[]}]',
    '[]',
    'null',
  ]) {
    const { put, report } = merge(data(json))
    expect(put, json).toEqual([])
    expect(report.codes, json).toHaveLength(1)
  }
})
