import type { DurationValue, FactValue, NumberValue } from '../document/fact.ts'

/** Two values that are held against each other: how large the second is beside the first, where that can be said. */
export type Comparison =
  | { readonly kind: 'share'; readonly share: number; readonly exceeds: boolean }
  /** They do not count the same: other units, currencies or kinds of value. */
  | { readonly kind: 'different' }
  /** Names and dates have no size. */
  | { readonly kind: 'none' }

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/
/** In seconds; years and months of mean length in the Gregorian calendar (365.2425 days). */
const LENGTHS = [31_556_952, 2_629_746, 604_800, 86_400, 3600, 60, 1]

const secondsOf = ({ duration }: DurationValue): number =>
  (ISO.exec(duration) ?? [])
    .slice(1)
    .reduce((sum, amount, at) => sum + Number(amount ?? 0) * LENGTHS[at]!, 0)

/** Is the second decimal greater than the first? Exactly, whatever their length. */
function isGreater(a: NumberValue, b: NumberValue): boolean {
  const places = Math.max(...[a, b].map(({ value }) => value.split('.')[1]?.length ?? 0))
  const whole = ({ value }: NumberValue): bigint => {
    const [digits = '0', fraction = ''] = value.split('.')
    return BigInt(digits + fraction.padEnd(places, '0'))
  }
  return whole(b) > whole(a)
}

const isSized = (value: FactValue): value is NumberValue | DurationValue =>
  value.kind === 'number' || value.kind === 'duration'

/** Holds a confirmed value against the potential one. Bounds are not part of a value. */
export function compareValues(potential: FactValue, confirmed: FactValue): Comparison {
  if (!isSized(potential) || !isSized(confirmed))
    return { kind: isSized(potential) || isSized(confirmed) ? 'different' : 'none' }
  if (potential.kind === 'duration' && confirmed.kind === 'duration') {
    const [whole, part] = [secondsOf(potential), secondsOf(confirmed)]
    return { kind: 'share', share: whole === 0 ? 0 : part / whole, exceeds: part > whole }
  }
  if (potential.kind === 'duration' || confirmed.kind === 'duration') return { kind: 'different' }
  if (potential.unit !== confirmed.unit || potential.currency !== confirmed.currency)
    return { kind: 'different' }
  const [whole, part] = [Number(potential.value), Number(confirmed.value)]
  const share = whole === 0 ? 0 : part / whole
  return { kind: 'share', share, exceeds: isGreater(potential, confirmed) }
}
