import type { Bound, Fact, FactValue } from '../document/fact.ts'
import { plainText, type Content, type FactForm } from '../document/text.ts'
import { readDate } from './date.ts'
import { readDuration } from './duration.ts'
import { readInstant } from './instant.ts'
import { readName } from './name.ts'
import { readNumber } from './number.ts'
import { readSpan } from './span.ts'

/** A sentence with one slot, `{value}`, for each bound. */
type Slots = Readonly<Record<Bound, string>>

/**
 * The words of a language that stand around a value. A quantity is "at most 25 minutes", a time "no later than
 * 21 January": no language has one word for both. `withheld` stands for a fact that this reader may not see.
 */
export interface FactWords {
  readonly bounds: Slots
  readonly timeBounds: Slots
  readonly withheld: string
}

/** The bare value in a locale, without its bound. */
export function readValue(value: FactValue, form: FactForm, locale: string): string {
  switch (value.kind) {
    case 'number':
      return readNumber(value, locale)
    case 'date':
      return readDate(value, form, locale)
    case 'instant':
      return readInstant(value, form, locale)
    case 'span':
      return readSpan(value, form, locale)
    case 'duration':
      return readDuration(value, locale)
    case 'name':
      return readName(value, locale)
  }
}

function slotsFor(value: FactValue, words: FactWords): Slots | undefined {
  if (value.kind === 'name') return undefined
  return value.kind === 'number' || value.kind === 'duration' ? words.bounds : words.timeBounds
}

/**
 * A fact as a sentence in `locale` says it. `long` is the value with its bound ("up to 25 minutes") and, for a date,
 * its year; `short` is the bare value. Digits, months, units and zone names are CLDR's by way of ECMA-402; the words
 * of the bounds come from the publication words of the locale.
 */
export function readFact(fact: Fact, form: FactForm, locale: string, words: FactWords): string {
  const value = readValue(fact.value, form, locale)
  const slots = form === 'long' ? slotsFor(fact.value, words) : undefined
  // A function, because a replacement text may hold `$&`, as an amount of money can.
  return slots === undefined ? value : slots[fact.bound].replace('{value}', () => value)
}

/** Facts by id, as `readContent` looks them up. */
export const factsById = (facts: readonly Fact[]): ReadonlyMap<string, Fact> =>
  new Map(facts.map((fact) => [fact.id, fact]))

/** A text without its marks, with its facts read out. A fact that is not in `facts` reads as withheld. */
export const readContent = (
  content: Content,
  facts: ReadonlyMap<string, Fact>,
  locale: string,
  words: FactWords,
): string =>
  plainText(content, (id, form) => {
    const fact = facts.get(id)
    return fact === undefined ? words.withheld : readFact(fact, form, locale, words)
  })
