import type { Found, Key } from './found.ts'
import { isForeign, pair, readingOf, says, sideOf, unpaired, type Side } from './pairing.ts'

/**
 * How the values of two texts differ: `changed`, where one went and another came; `separators`, right by the conventions
 * of another language; `order`, a date in digits read in another order than it was meant; `word`, a number word that
 * says another number; `date`, the same parts put together to another date.
 */
export type Difference =
  | { readonly kind: 'missing'; readonly source: Found }
  | { readonly kind: 'extra'; readonly target: Found }
  | {
      readonly kind: 'changed' | 'separators' | 'order' | 'unit' | 'word' | 'date'
      readonly source: Found
      readonly target: Found
    }

const of = (found: readonly Found[], ...kinds: Found['kind'][]): Side[] =>
  found.filter(({ kind }) => kinds.includes(kind)).map(sideOf)

/** A number word that says something may be "both" or a plural in another language when it is small. */
const isTelling = ({ found }: Side): boolean => {
  const value = Number(found.readings[0]![0]!.slice(1))
  return found.kind === 'word' && value >= 3
}

/** Is there a reading of it that the other side says whole? */
const isSaid = ({ found }: Side, other: readonly Side[]): boolean =>
  found.readings.some((reading) => reading.every((key) => says(other, key)))

interface Left {
  readonly side: Side
  readonly key: Key
}

/**
 * Values without a partner: those that the other side does not say at all, and those that it says elsewhere. Said once where
 * the source says it twice is nothing lost, unless another value is said once too often.
 */
function leftovers(
  sides: readonly Side[],
  other: readonly Side[],
  words: readonly Side[],
): { lost: Left[]; repeated: Left[] } {
  const [lost, repeated]: [Left[], Left[]] = [[], []]
  for (const side of sides)
    for (const key of unpaired(side)) {
      if (says(words, key)) continue
      const elsewhere = says(other, key) || isSaid(side, [...words, ...other])
      ;(elsewhere ? repeated : lost).push({ side, key })
    }
  return { lost, repeated }
}

const kindOf = (key: Key): string => key[0]!

/** Differences between values in digits, with what stands for them in words. */
function differencesOfDigits(
  source: Side[],
  target: Side[],
  words: { source: Side[]; target: Side[] },
): Difference[] {
  const here = leftovers(source, target, words.target)
  const there = leftovers(target, source, words.source)
  // One value became another that stands beside it.
  const exchanged = here.repeated.length > 0 && there.repeated.length > 0
  const gone = [...here.lost, ...(exchanged ? here.repeated : [])]
  const came = [...there.lost, ...(exchanged ? there.repeated : [])]
  const found: Difference[] = []
  const told = new Set<Side>()
  for (const { side, key } of gone) {
    if (told.has(side)) continue
    told.add(side)
    const at = came.findIndex((other) => !told.has(other.side) && kindOf(other.key) === kindOf(key))
    if (at === -1) found.push({ kind: 'missing', source: side.found })
    else {
      told.add(came[at]!.side)
      found.push({ kind: 'changed', source: side.found, target: came[at]!.side.found })
    }
  }
  for (const { side } of came)
    if (!told.has(side)) {
      told.add(side)
      found.push({ kind: 'extra', target: side.found })
    }
  return found
}

/** "OAuth 2.0" stays as it is in every language: only groups and a unit make an amount of it. */
const isAmount = ({ found }: Side): boolean =>
  found.unit !== null || /\d[.,]\d{3}(?!\d)/.test(found.text)

const isPercent = ({ unit }: Found): boolean => unit?.has('percent') ?? false

function differencesOfForm(source: readonly Side[], text: string): Difference[] {
  return source.flatMap((side): Difference[] => {
    const partner = side.partners.find((one) => one !== undefined)
    if (partner === undefined) return []
    const pairing = { source: side.found, target: partner.found }
    const single = readingOf(partner).length === 1
    if (single && isForeign(partner) && !isForeign(side) && isAmount(partner))
      return [{ kind: 'separators', ...pairing }]
    if (side.found.isDate && partner.found.isDate && partner.choice > 0 !== side.choice > 0)
      return [{ kind: 'order', ...pairing }]
    const [here, there] = [side.found.unit, partner.found.unit]
    if (here && there && [...here].every((unit) => !there.has(unit)))
      return [{ kind: 'unit', ...pairing }]
    if (isPercent(side.found) && there === null && !/[%٪％]/.test(text))
      return [{ kind: 'unit', ...pairing }]
    return []
  })
}

const dateOf = (side: Side): string => [...readingOf(side)].toSorted().join(' ')

/** Dates that one side says more often than the other. */
function beyond(some: readonly Side[], others: readonly Side[]): Side[] {
  const dates = others.map(dateOf)
  return some.filter((side) => {
    const at = dates.indexOf(dateOf(side))
    if (at !== -1) dates.splice(at, 1)
    return at === -1
  })
}

/** Days that changed places between months. */
function differenceOfDates(source: readonly Side[], target: readonly Side[]): Difference[] {
  const [here, there] = [source, target].map((all) =>
    all.filter(({ found, choice }) => found.isDate && choice !== -1),
  )
  if (here!.length < 2 || here!.length !== there!.length) return []
  const left = beyond(here!, there!)
  const right = beyond(there!, here!)
  const isWhole = (side: Side) => side.partners.every((partner) => partner !== undefined)
  // Parts that one side shares between dates ("21 and 22 January") are told by their sum alone.
  return left.length > 1 &&
    left.length === right.length &&
    left.every(isWhole) &&
    left.every((side, at) => readingOf(side).length === readingOf(right[at]!).length)
    ? [{ kind: 'date', source: left[0]!.found, target: right[0]!.found }]
    : []
}

/** Number words of the source without any partner, and what the target says instead. */
function differencesOfWords(
  source: Side[],
  target: Side[],
  all: { source: Side[]; target: Side[] },
): Difference[] {
  const lost = source.filter((side) => isTelling(side) && !says(all.target, readingOf(side)[0]!))
  const other = target.filter((side) => isTelling(side) && !says(all.source, readingOf(side)[0]!))
  return lost.flatMap(({ found }, at): Difference[] => {
    const instead = other[at]
    if (instead) return [{ kind: 'word', source: found, target: instead.found }]
    // A third party is no number in every language.
    return Number(found.readings[0]![0]!.slice(1)) > 3 ? [{ kind: 'missing', source: found }] : []
  })
}

/**
 * How the values of a translation differ from those of its source. `target` is the text that `there` was read from.
 * What the source says in words may stand in digits and the other way round; a value that is said twice may be said once.
 */
export function compareValues(
  here: readonly Found[],
  there: readonly Found[],
  target: string,
): Difference[] {
  const source = of(here, 'digits')
  const digits = of(there, 'digits')
  pair(source, digits)
  const words = { source: of(here, 'word', 'loose'), target: of(there, 'word', 'loose') }
  const differences = differencesOfDigits(source, digits, words)
  const changed = new Set(differences.flatMap((one) => ('source' in one ? [one.source] : [])))
  return [
    ...differences,
    ...differencesOfForm(
      source.filter(({ found }) => !changed.has(found)),
      target,
    ),
    ...differenceOfDates(source, digits),
    ...differencesOfWords(of(here, 'word'), of(there, 'word'), {
      source: [...source, ...words.source],
      target: [...digits, ...words.target],
    }),
  ]
}
