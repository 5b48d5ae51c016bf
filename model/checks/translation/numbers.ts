import { compareValues, type Difference } from '../../values/compare.ts'
import type { Found } from '../../values/found.ts'
import { valuesIn } from '../../values/read.ts'
import type { Edit, Finding, Pair } from './pair.ts'
import type { QualityRule } from './rules.ts'

const RULE: Readonly<Record<Difference['kind'], QualityRule>> = {
  missing: 'number-missing',
  extra: 'number-extra',
  changed: 'number-changed',
  word: 'number-word',
  unit: 'number-unit',
  separators: 'number-separators',
  order: 'date-order',
  date: 'date-changed',
}

/** The digits of a number as the language of the translation sets them; undefined where that is not sure. */
function localized(
  { readings }: Found,
  { locale, separators }: Pair['to']['reader'],
): string | undefined {
  const [keys, ...others] = readings
  if (keys?.length !== 1 || others.length > 0 || !keys[0]!.startsWith('n')) return undefined
  const [whole, fraction] = keys[0]!.slice(1).split('.')
  if (/^0\d/.test(whole!)) return whole
  const set = new Intl.NumberFormat(locale).format(BigInt(whole!))
  return fraction === undefined ? set : `${set}${separators.decimal}${fraction}`
}

/** Only digits and what stands between them may be put right: "1,000" and never "1,000 users". */
const isBare = (text: string): boolean => /^-?[\p{Nd}.,'’ \u00A0\u202F\u066B\u066C]+$/u.test(text)

function edits(difference: Difference, pair: Pair): readonly Edit[] | undefined {
  if (difference.kind !== 'separators' && difference.kind !== 'changed') return undefined
  const { source, target } = difference
  const text =
    isBare(target.text) && isBare(source.text) ? localized(source, pair.to.reader) : undefined
  return text === undefined ? undefined : [{ start: target.start, end: target.end, text }]
}

/** Values of the source that the translation does not say, and the other way round. */
export function numbers(pair: Pair): Finding[] {
  const here = valuesIn(pair.here, pair.from.reader)
  const there = valuesIn(pair.there, pair.to.reader)
  return [...differing(here, there, pair), ...ambiguous(here, there)]
}

/** A date in digits of which nobody knows the day from the month, where the source says it in words. */
function ambiguous(here: readonly Found[], there: readonly Found[]): Finding[] {
  const isPlain = ({ isDate, readings, text }: Found): boolean =>
    isDate && readings.length === 1 && /\p{L}/u.test(text)
  if (!here.some(isPlain)) return []
  return there
    .filter(({ isDate, readings }) => isDate && readings.length > 1)
    .map(({ start, end, text }) => ({
      rule: 'date-ambiguous',
      start,
      end,
      params: { target: text },
    }))
}

function differing(here: readonly Found[], there: readonly Found[], pair: Pair): Finding[] {
  const differences = compareValues(here, there, pair.there)
  // Two that changed at once may have changed places: only one is mended without a doubt.
  const changed = differences.filter(({ kind }) => kind === 'changed').length
  return differences.map((difference) => {
    const source = difference.kind === 'extra' ? null : difference.source
    const target = difference.kind === 'missing' ? null : difference.target
    const mend = difference.kind === 'changed' && changed > 1 ? undefined : edits(difference, pair)
    return {
      rule: RULE[difference.kind],
      start: target?.start ?? pair.there.length,
      end: target?.end ?? pair.there.length,
      params: {
        ...(source === null ? {} : { source: source.text }),
        ...(target === null ? {} : { target: target.text }),
      },
      ...(source === null ? {} : { source: { start: source.start, end: source.end } }),
      ...(mend === undefined ? {} : { edits: mend }),
    }
  })
}
