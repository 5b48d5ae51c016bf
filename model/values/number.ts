import { canonical, shifted } from './decimal.ts'
import type { Found, Reading } from './found.ts'
import type { ValueReader } from './reader.ts'
import { readDigits } from './separators.ts'

const DIGITS = /\d+(?:[.,'’\u00A0\u2009\u202F]\d+|(?<=(?<!\d)\d{1,3}(?: \d{3})*) \d{3}(?!\d))*/g

/** The unit or currency that stands beside a number. */
function unitBeside(
  text: string,
  start: number,
  end: number,
  reader: ValueReader,
): ReadonlySet<string> | null {
  const after = text.slice(end, end + reader.longestUnit + 2).replace(/[\u00A0\u202F]/g, ' ')
  const [gap] = /^[ -]?(?:d[e’'] ?)?/.exec(after)!
  for (const skip of new Set([gap.length, Math.min(gap.length, 1), 0]))
    for (let length = Math.min(reader.longestUnit, after.length - skip); length > 0; length--) {
      const name = after.slice(skip, skip + length)
      const unit = reader.units.get(name.trimEnd())
      const isWhole =
        !/[\p{L}\p{N}]$/u.test(name) ||
        /\p{Script=Han}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(name) ||
        !/^[\p{L}\p{N}_]/u.test(text.slice(end + skip + length))
      if (unit && isWhole && name === name.trimEnd()) return unit
    }
  const word = after.slice(gap.length)
  const inflected = reader.stems.find(([stem]) => word.startsWith(stem))
  if (inflected) return inflected[1]
  const before = text.slice(Math.max(0, start - 6), start).replace(/[\u00A0\u202F ]$/, '')
  for (let length = Math.min(5, before.length); length > 0; length--) {
    const name = before.slice(-length)
    const unit = reader.units.get(name)
    if (
      unit &&
      (/\p{Sc}/u.test(name) ||
        /^(?:^|[\s(])%$/u.test(before.slice(-2)) ||
        (/^[a-z]{3}$/.test(name) && !/\p{L}/u.test(before.at(-4) ?? '')))
    )
      return unit
  }
  return null
}

/** 200m: a single letter may be a unit as well. */
const isAmbiguous = (scale: string): boolean =>
  /^\p{L}$/u.test(scale) && !/\p{Script=Han}/u.test(scale)

interface Amount {
  readings: Reading[]
  foreign: Reading[]
}

function multiplied({ readings, foreign }: Amount, scale: string, power: number): Amount {
  const times = (all: readonly Reading[]): Reading[] =>
    all
      .filter(({ length }) => length === 1)
      .map(([key]): Reading => [`n${shifted(key!.slice(1), power)}`])
  return {
    readings: [...times(readings), ...(isAmbiguous(scale) ? readings : [])],
    foreign: times(foreign),
  }
}

const negative = (all: readonly Reading[]): Reading[] =>
  all.map(([key, ...rest]) => [`n-${key!.slice(1)}`, ...rest])
const valueOf = (found: Found | Amount): number => Number(found.readings[0]?.[0]?.slice(1))

/** Numbers in digits with their sign, the word that multiplies them, and their unit. */
export function numbersIn(text: string, reader: ValueReader): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(DIGITS)) {
    let [start, end] = [match.index, match.index + match[0].length]
    let amount: Amount = readDigits(match[0], reader.separators)
    const scale = reader.scales?.exec(text.slice(end, end + 24))
    if (scale) {
      amount = multiplied(amount, scale[1]!, reader.words.scales[scale[1]!]!)
      end += scale[0].length
    }
    // 1億2,000万 is one number.
    const last = found.at(-1)
    if (last?.end === start && /\p{Script=Han}$/u.test(last.text) && amount.readings.length > 0) {
      const sum = canonical(String(valueOf(last) + valueOf(amount)))
      amount = { readings: [[`n${sum}`]], foreign: [] }
      start = last.start
      found.pop()
    }
    // Spring ’18 is 2018.
    if (/^\d\d$/.test(match[0]) && /['’‘]$/.test(text.slice(0, start)))
      amount.readings.push([`n20${match[0]}`])
    const sign = /(?:^|[\s([（「“"„«])[-–]$/u.test(text.slice(Math.max(0, start - 2), start))
    if (sign && (amount.readings[0] ?? amount.foreign[0])?.length === 1) {
      amount = { readings: negative(amount.readings), foreign: negative(amount.foreign) }
      start -= 1
    }
    found.push({
      start,
      end,
      text: text.slice(start, end),
      ...amount,
      kind: 'digits',
      unit: unitBeside(text, start, end, reader),
      isDate: false,
    })
  }
  return found
}
