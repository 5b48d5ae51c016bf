import * as v from 'valibot'
import { BOUNDS, FACT_STATUSES } from '../model/document/fact.ts'
import { COMMITMENTS, CONFIDENCES, HORIZONS, LANES, OUTCOMES } from '../model/document/entry.ts'
import { matchLocale } from '../model/document/match.ts'
import { TONES } from '../model/document/prose.ts'
import { SECTION_KINDS } from '../model/document/section.ts'
import type { OwnWords, WordsOfLocale } from '../model/publication/own-words.ts'
import type { FactWords } from '../model/facts/read.ts'

const Word = v.pipe(v.string(), v.minLength(1))
/** A sentence with one slot, `{value}`. */
const Slot = v.pipe(v.string(), v.includes('{value}'))
/** A sentence with one slot, `{text}`. */
const Told = v.pipe(v.string(), v.includes('{text}'))
const each = <K extends string, S extends v.GenericSchema>(keys: readonly K[], schema: S) =>
  v.strictObject(Object.fromEntries(keys.map((key) => [key, schema])) as Record<K, S>)

/**
 * The words that a published page says by itself, in the page's language. They belong to the publication and not to
 * the interface; a locale without them cannot be published, because another language must never stand in.
 */
export const PublicationWordsSchema = v.strictObject({
  sections: each(SECTION_KINDS, Word),
  outcomes: each(OUTCOMES, Word),
  confidences: each(CONFIDENCES, Word),
  commitments: each(COMMITMENTS, Word),
  horizons: each(HORIZONS, Word),
  statuses: each(FACT_STATUSES, Word),
  /** Whose doing events are, and those of which it is not said beside others. */
  lanes: each([...LANES, 'other'] as const, Word),
  figures: v.strictObject({
    /** What the picture of a timeline shows: slots `{from}` and `{to}`. */
    timeline: v.pipe(v.string(), v.includes('{from}'), v.includes('{to}')),
    /** Under it, where it leaves time out. */
    break: Word,
    /** Under it, where of some events no more than the day is known. */
    day: Word,
    /** Under the bars of the measures. */
    impact: Word,
  }),
  /** Around a quantity: "up to 25 minutes". */
  bounds: each(BOUNDS, Slot),
  /** Around a date, a time or a period: "no later than 21 January 2022". */
  timeBounds: each(BOUNDS, Slot),
  /** What a passage that is set apart begins with. */
  tones: each(TONES, Word),
  audiences: v.strictObject({ customer: Word, regulator: Word, internal: Word }),
  labels: v.strictObject({
    contents: Word,
    skip: Word,
    incidentOn: Word,
    publishedOn: Word,
    updatedOn: Word,
    reference: Word,
    authors: Word,
    contact: Word,
    organisation: Word,
    outcome: Word,
    confidence: Word,
    commitment: Word,
    horizon: Word,
    due: Word,
    when: Word,
    event: Word,
    /** Before a timeline whose times do not name their zone themselves: slot `{zone}`. */
    zone: v.pipe(v.string(), v.includes('{zone}')),
    /** Around the time of an event that went on, and of a period whose end is not certain. */
    openEnd: Slot,
    uncertainEnd: Slot,
    measure: Word,
    /** Before links to what belongs to an entry. */
    related: Word,
    notStated: Word,
    withheld: Word,
    languages: Word,
    /** The heading of the notes, and what leads from one to where it is referred to. */
    notes: Word,
    back: Word,
    /** The heading of what was corrected after publication, and what is said of each correction. */
    corrections: Word,
    correctedOn: v.pipe(v.string(), v.includes('{date}')),
    saidBefore: Told,
    saysNow: Told,
    addedText: Told,
    removedText: Told,
    movedText: Word,
    changedText: Word,
    /** Slots `{page}` and `{pages}`; the print style puts counters there. */
    page: v.pipe(v.string(), v.includes('{page}'), v.includes('{pages}')),
    /** What stands between a term and its value, as `: `. */
    colon: v.string(),
  }),
})
export type PublicationWords = v.InferOutput<typeof PublicationWordsSchema>

const packs = import.meta.glob<unknown>('./*/publication.json', { eager: true, import: 'default' })
const words = new Map(
  Object.entries(packs).map(([file, pack]) => [
    file.split('/')[1]!,
    v.parse(PublicationWordsSchema, pack),
  ]),
)

interface Slotted {
  readonly type: string
  readonly requirement?: unknown
}

/** A word of publications, and what must stand in it: `{value}`. */
export interface PublicationKey {
  readonly key: string
  readonly slots: readonly string[]
}

/** Every word of a publication, in the order of the packs. */
export const PUBLICATION_KEYS: readonly PublicationKey[] = Object.entries(
  PublicationWordsSchema.entries,
).flatMap(([group, { entries }]) =>
  Object.entries(entries as Record<string, { readonly pipe?: readonly Slotted[] }>).map(
    ([name, { pipe = [] }]) => ({
      key: `${group}.${name}`,
      slots: pipe.flatMap(({ type, requirement }) =>
        type === 'includes' && typeof requirement === 'string' ? [requirement] : [],
      ),
    }),
  ),
)

/** Words by their keys. */
export function wordsByKey(words: PublicationWords): ReadonlyMap<string, string> {
  const groups = words as unknown as Readonly<Record<string, Readonly<Record<string, string>>>>
  return new Map(
    PUBLICATION_KEYS.map(({ key }) => {
      const [group = '', name = ''] = key.split('.')
      return [key, groups[group]?.[name] ?? '']
    }),
  )
}

/** The pack of a locale with the library's own words over it; undefined where a word is in neither. */
function completed(
  pack: PublicationWords | undefined,
  own: WordsOfLocale,
): PublicationWords | undefined {
  const ours = pack === undefined ? undefined : wordsByKey(pack)
  const groups: Record<string, Record<string, string>> = {}
  for (const { key } of PUBLICATION_KEYS) {
    const [group = '', name = ''] = key.split('.')
    const said = own[key]?.trim() === '' ? undefined : own[key]
    const word = said ?? ours?.get(key)
    if (word !== undefined) (groups[group] ??= {})[name] = word
  }
  const whole = v.safeParse(PublicationWordsSchema, groups)
  return whole.success ? whole.output : undefined
}

/** A library's own words are an object that is made anew when it changes; the same languages are asked for again and again. */
const known = new WeakMap<OwnWords, Map<string, PublicationWords | undefined>>()

/** The pack that a locale reads, without anything of the library's own. */
export const packWords = (locale: string): PublicationWords | undefined => {
  const found = matchLocale(locale, publicationLocales())
  return found === undefined ? undefined : words.get(found)
}

export const publicationLocales = (): string[] => [...words.keys()]

/**
 * The words for a locale: its own or those of the language and script that it belongs to (`nl-BE` reads `nl`), and
 * undefined where there are none; never another language's. What a library has of its own stands in place of the pack's word, or
 * where there is no pack; a locale with a word in neither has none.
 */
export function publicationWords(locale: string, own: OwnWords = {}): PublicationWords | undefined {
  const mine = matchLocale(locale, Object.keys(own))
  if (mine === undefined) return packWords(locale)
  const made = known.get(own) ?? new Map<string, PublicationWords | undefined>()
  known.set(own, made)
  if (!made.has(locale)) made.set(locale, completed(packWords(locale), own[mine]!))
  return made.get(locale)
}

/** The part of a language's words that `readFact` and `readContent` need. */
export const factWords = ({ bounds, timeBounds, labels }: PublicationWords): FactWords => ({
  bounds,
  timeBounds,
  withheld: labels.withheld,
})
