import { expect, test } from 'vitest'
import { textLanguage } from '../../../../locales/text-language.ts'
import { qualityOf } from '../../../../model/checks/translation/problems.ts'
import type { CheckSettings } from '../../../../model/checks/translation/settings.ts'
import { subjectOf } from '../../../../model/checks/subject.ts'
import type { Translation } from '../../../../model/document/translation.ts'
import { unitsOf } from '../../../../model/units/unit.ts'
import { labelled, paragraphBlock, sound, stateOf, translated } from '../state.ts'

const text = (value: string) => [{ type: 'text' as const, value }]

/** Paragraphs with their Dutch translations; what is said of these, as a rule and its words. */
function said(
  rows: readonly (readonly [source: string, target: string, more?: Partial<Translation>])[],
  settings: CheckSettings = {},
) {
  const blocks = rows.map(([source], at) => paragraphBlock(`a${at}`, source))
  const { document: blank, section } = sound()
  const document = { ...blank, locales: ['nl'], sections: [{ ...section, blocks }] }
  const units = unitsOf(document).slice(-rows.length)
  const translations = units.map(({ id, content }, at) => ({
    ...translated(id, content, 'nl'),
    content: text(rows[at]![1]),
    ...rows[at]![2],
  }))
  const subject = subjectOf(stateOf(document, translations), { labelled })
  const { problems } = qualityOf(subject, {
    settings,
    ignored: [],
    language: textLanguage,
    check: () => [],
  })
  return problems.map(({ rule, severity, unit, params, range }) => ({
    at: units.findIndex(({ id }) => id === unit),
    said: `${rule} ${severity}`,
    other: params['other'],
    range,
  }))
}
const brief = (...of: Parameters<typeof said>): string[] =>
  said(...of).map((one) => `${one.at} ${one.said}`)

test('one source with two translations is told at both, with the other', () => {
  const rows = [
    ['The key was lost.', 'De sleutel was zoek.'],
    ['Nobody read it.', 'Niemand las het.'],
    ['The key was lost.', 'De sleutel is verloren.'],
  ] as const
  expect(said(rows)).toMatchObject([
    { at: 0, said: 'translation-differs warning', other: 'De sleutel is verloren.' },
    { at: 2, said: 'translation-differs warning', other: 'De sleutel was zoek.' },
  ])
  expect(brief(rows, { 'translation-differs': 'off' })).toEqual([])
  expect(brief([rows[0], rows[1], rows[0]])).toEqual([])
})

test('two sources with one translation are told at both, with the other', () => {
  expect(
    said([
      ['The key was lost.', 'De sleutel was zoek.'],
      ['The lock was lost.', 'De sleutel was zoek.'],
    ]),
  ).toMatchObject([
    { at: 0, said: 'source-differs warning', other: 'The lock was lost.' },
    { at: 1, said: 'source-differs warning', other: 'The key was lost.' },
  ])
})

test('one text that speaks to its readers as nobody else does', () => {
  const formal = ['Wijzigt u dat?', 'Ziet u dat?', 'Leest u dat?', 'Kent u dat?']
  const rows = formal.map((target, at) => [`Do you do that, ${at}?`, target] as const)
  const found = said([...rows, ['Do you know it?', 'Weet je het?']])
  expect(found).toMatchObject([{ at: 4, said: 'register-differs warning' }])
  expect('Weet je het?'.slice(found[0]!.range!.start, found[0]!.range!.end)).toBe('je')
  // Few say nothing, and neither do two camps.
  expect(brief([...rows.slice(1), ['Do you know it?', 'Weet je het?']])).toEqual([])
  const other = rows.map(([source], at) => [`${source} Now?`, `Ken je dat ${at}?`] as const)
  expect(brief([...rows, ...other])).toEqual([])
})

test('who stands by a text, as far as the library asks for it', () => {
  const row = (more: Partial<Translation>) =>
    [['The key was lost.', 'De sleutel was zoek.', more]] as const
  expect(brief(row({ state: 'draft' }))).toEqual(['0 state-draft error'])
  expect(brief(row({ state: 'translated' }))).toEqual([])
  const all = { 'state-translated': 'warning', 'state-reviewed': 'error' } as const
  expect(brief(row({ state: 'translated' }), all)).toEqual(['0 state-translated warning'])
  expect(brief(row({ state: 'reviewed' }), all)).toEqual(['0 state-reviewed error'])
  expect(brief(row({ state: 'approved' }), all)).toEqual([])
})

test('what the memory had for another source and somebody confirmed as it was', () => {
  const row = (more: Partial<Translation>) =>
    [['The key was lost.', 'De sleutel was zoek.', more]] as const
  const match = { origin: 'memory', score: 85, state: 'translated' } as const
  expect(brief(row(match))).toEqual(['0 match-unedited warning'])
  expect(brief(row({ ...match, score: 100 }))).toEqual([])
  expect(brief(row({ ...match, origin: 'human' }))).toEqual([])
  expect(brief(row({ ...match, state: 'draft' }), { 'state-draft': 'off' })).toEqual([])
})
