import type { Fact } from '../document/fact.ts'
import { DateValueSchema, TimeValueSchema } from '../document/time.ts'
import * as v from 'valibot'
import { readFact, readValue, type FactWords } from '../facts/read.ts'
import type { Correction } from './manifest.ts'

/** The words of a publication that a notice needs; `PublicationWords` has them. */
export interface NoticeWords extends Pick<FactWords, 'bounds' | 'timeBounds'> {
  readonly labels: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
  readonly confidences: Readonly<Record<string, string>>
  readonly commitments: Readonly<Record<string, string>>
  readonly horizons: Readonly<Record<string, string>>
  readonly statuses: Readonly<Record<string, string>>
}

/** A correction as readers of one language are told of it. */
export interface Notice {
  /** `YYYY-MM-DD`, and as it is read. */
  readonly on: string
  readonly date: string
  /** Whole sentences: what it was about, what stood there before, what stands there now. */
  readonly lines: readonly string[]
}

const DATES = new Set(['due', 'incidentOn', 'publishedOn', 'updatedOn'])
const CHOICES = {
  outcome: 'outcomes',
  confidence: 'confidences',
  commitment: 'commitments',
  horizon: 'horizons',
  status: 'statuses',
} as const

/** An attribute as readers know it; empty where it is nothing that can be read out. */
function attribute(
  field: string,
  value: unknown,
  locale: string,
  words: NoticeWords,
  facts: ReadonlyMap<string, Fact>,
): string {
  if (value === null || value === '') return words.labels['notStated'] ?? ''
  if (field in CHOICES && typeof value === 'string')
    return words[CHOICES[field as keyof typeof CHOICES]][value] ?? ''
  if (DATES.has(field)) {
    const date = v.safeParse(DateValueSchema, { kind: 'date', date: value })
    return date.success ? readValue(date.output, 'long', locale) : ''
  }
  if (field === 'when') {
    const when = v.safeParse(TimeValueSchema, value)
    return when.success ? readValue(when.output, 'long', locale) : ''
  }
  if ((field === 'potential' || field === 'confirmed') && typeof value === 'string') {
    const fact = facts.get(value)
    const withheld = words.labels['withheld'] ?? ''
    return fact === undefined ? withheld : readFact(fact, 'long', locale, { ...words, withheld })
  }
  if (['organisation', 'reference', 'contact'].includes(field) && typeof value === 'string')
    return value
  if (field === 'authors' && Array.isArray(value))
    return new Intl.ListFormat(locale, { type: 'conjunction' }).format(value.map(String))
  return ''
}

/** A text on one line: what was several paragraphs is told as one. */
const line = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/**
 * What readers of a language are told of each correction, the newest first. What it said before is what had been published in that very
 * language; where nothing had, only what it says now.
 */
export function noticesOf(
  corrections: readonly Correction[],
  locale: string,
  words: NoticeWords,
  facts: ReadonlyMap<string, Fact>,
): Notice[] {
  const { labels } = words
  const says = (label: string, text: string): string[] =>
    text === '' ? [] : [labels[label]!.replace('{text}', () => text)]
  return corrections.map((one) => {
    const date = readValue({ kind: 'date', date: one.on }, 'long', locale)
    const text = one.texts.find((other) => other.locale === locale)
    const before = line(text?.before ?? '')
    const after = line(text?.after ?? '')
    const name = labels[one.field] ?? ''
    const head = name === '' ? '' : `${name}${labels['colon'] ?? ': '}`
    const value = (of: unknown): string => {
      const read = attribute(one.field, of, locale, words, facts)
      return read === '' ? '' : `${head}${read}`
    }
    const lines =
      one.status === 'moved'
        ? [labels['movedText']!]
        : one.status === 'added'
          ? says('addedText', after)
          : one.status === 'removed'
            ? says('removedText', before)
            : one.values === null
              ? [...says('saidBefore', before), ...says('saysNow', after)]
              : [
                  ...says('saidBefore', value(one.values.before)),
                  ...says('saysNow', value(one.values.after)),
                ]
    return { on: one.on, date, lines: lines.length > 0 ? lines : [labels['changedText']!] }
  })
}
