import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { stateOf } from '../document/state.ts'
import type { FactWords } from '../facts/read.ts'
import { compare, PARTS, type Difference, type TextDifference } from '../history/compare.ts'
import type { Piece } from '../history/pieces.ts'
import { sideOf } from '../history/side.ts'
import type { Published } from './published.ts'
import { CorrectionSchema, type Correction } from './manifest.ts'

const PieceSchema = v.strictObject({
  kind: v.picklist(['kept', 'added', 'removed']),
  text: v.string(),
})

/** One thing that is different from what was published last: a text in every language, a fact, an attribute, a place. */
export const ReleaseDifferenceSchema = v.strictObject({
  /** What is different, and a hash of how: a decision about it holds for this difference and no later one. */
  key: CorrectionSchema.entries.key,
  part: v.picklist(PARTS),
  id: v.string(),
  section: v.nullable(v.string()),
  /** A kind of block, section or fact. */
  kind: v.string(),
  field: v.string(),
  status: CorrectionSchema.entries.status,
  texts: v.array(
    v.strictObject({
      ...CorrectionSchema.entries.texts.item.entries,
      pieces: v.array(PieceSchema),
      /** The words are the same, how they look or where they link is not. */
      marks: v.boolean(),
    }),
  ),
  values: CorrectionSchema.entries.values,
})
export type ReleaseDifference = v.InferOutput<typeof ReleaseDifferenceSchema>
type Text = ReleaseDifference['texts'][number]

type Words = (locale: string) => FactWords

/** Signs that a redline has for what is no word. */
const SIGNS = /[\u2020\u27E6\u27E7]/gu
const joined = (pieces: readonly Piece[], without: Piece['kind']): string =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
    .replace(SIGNS, '')

const keyed = (one: Omit<ReleaseDifference, 'key'>): ReleaseDifference => {
  const { part, id, field, status, texts, values } = one
  const said = JSON.stringify([
    status,
    values,
    texts.map(({ locale, before, after, marks }) => [locale, before, after, marks]),
  ])
  const hash = bytesToHex(sha256(utf8ToBytes(said))).slice(0, 12)
  return { key: [part, id, field, hash].filter((word) => word !== '').join(':'), ...one }
}

/** The texts of one language in each part, by what they are a text of. */
function inLocale(before: Published, after: Published, locale: string, words: Words) {
  const state = ({ document, translations }: Published) => stateOf(document, translations)
  return compare(
    sideOf(state(before), locale, words(locale)),
    sideOf(state(after), locale, words(locale)),
  )
}

const told = (locale: string, fresh: boolean, { pieces, marks }: TextDifference): Text => ({
  locale,
  before: fresh ? null : joined(pieces, 'added'),
  after: joined(pieces, 'removed'),
  pieces: pieces.map((piece) => ({ ...piece })),
  marks,
})

/** Is it a difference to a reader? A text in which a fact reads otherwise is told by the fact. */
const counts = (text: TextDifference): boolean => !text.byFact

/**
 * Everything that is different between what was published last and what would be published now, in the order of the document. A
 * language that was not published then has nothing to differ from; it is told along what changed in the others.
 */
export function differencesSince(
  last: Published,
  now: Published,
  words: Words,
): ReleaseDifference[] {
  const { sourceLocale } = now.document
  const both = now.locales.filter((locale) => last.locales.includes(locale))
  const byLocale = new Map(both.map((locale) => [locale, inLocale(last, now, locale, words)]))
  const shape = byLocale.get(sourceLocale) ?? inLocale(last, now, sourceLocale, words)
  const parts = new Map<string, Difference>()
  const name = ({ part, id }: Difference): string => `${part}:${id}`
  for (const differences of [shape, ...byLocale.values()])
    for (const difference of differences)
      if (!parts.has(name(difference))) parts.set(name(difference), difference)
  const fresh = now.locales.filter((locale) => !last.locales.includes(locale))
  const found: ReleaseDifference[] = []
  for (const [key, difference] of parts) {
    const { part, id, section, kind, status, moved } = difference
    // Which languages there are is said by the release itself.
    if (part === 'locales') continue
    const about = { part, id, section, kind }
    const units = new Map<string, { field: string; texts: Text[] }>()
    for (const [locale, differences] of byLocale)
      for (const text of differences.find((one) => name(one) === key)?.texts.filter(counts) ?? []) {
        const unit = units.get(text.unit) ?? { field: text.field, texts: [] }
        unit.texts.push(told(locale, false, text))
        units.set(text.unit, unit)
      }
    for (const [unit, { texts }] of units)
      for (const locale of fresh) {
        const side = sideOf(stateOf(now.document, now.translations), locale, words(locale))
        const fact = part === 'fact' ? side.facts.get(id) : undefined
        const after = fact ? side.read(fact) : side.words(side.units.get(unit) ?? []).join('')
        texts.push({
          locale,
          before: null,
          after: after.replace(SIGNS, ''),
          pieces: [],
          marks: false,
        })
      }
    if (status !== 'changed') {
      const all = now.locales.map((locale): Text => {
        const own = [...units.values()].flatMap(({ texts }) =>
          texts.filter((text) => text.locale === locale),
        )
        const before = own.map((text) => text.before ?? '').join('\n')
        return {
          locale,
          before: fresh.includes(locale) ? null : before,
          after: own.map(({ after }) => after).join('\n'),
          pieces: own.flatMap(({ pieces }) => pieces),
          marks: false,
        }
      })
      found.push(keyed({ ...about, field: '', status, texts: all, values: null }))
      continue
    }
    for (const [unit, { field, texts }] of units)
      found.push(keyed({ ...about, id: unit, field, status, texts, values: null }))
    for (const { field, before, after } of difference.values)
      found.push(
        keyed({
          ...about,
          field,
          status,
          texts: [],
          values: { before: before ?? null, after: after ?? null },
        }),
      )
    if (moved) found.push(keyed({ ...about, field: '', status: 'moved', texts: [], values: null }))
  }
  return found
}

/** What readers are told of a difference. `on`: the day of the release. */
export const correctionOf = (
  { key, part, field, status, texts, values }: ReleaseDifference,
  on: string,
): Correction => ({
  on,
  key,
  part,
  field,
  status,
  texts: texts.map(({ locale, before, after }) => ({ locale, before, after })),
  values,
})
