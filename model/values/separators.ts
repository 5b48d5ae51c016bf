import type { ValueWords } from './language.ts'
import type { Reading } from './found.ts'
import { canonical } from './decimal.ts'

/** How a language sets a decimal fraction and groups of digits apart. */
export interface Separators {
  readonly decimal: string
  readonly groups: readonly string[]
  /** The sign that numbers are set with. */
  readonly group: string
}

const SPACES = /[\u00A0\u2009\u202F]/g
/** One space stands for all of them. */
const plainSpace = (sign: string): string => sign.replace(SPACES, ' ')

export function separatorsOf(locale: string, { groups }: ValueWords): Separators {
  const parts = new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    useGrouping: 'always',
  }).formatToParts(1_234_567.8)
  const valueOf = (type: string) => parts.find((part) => part.type === type)?.value
  const group = valueOf('group') ?? ','
  // Spaces that do not break join digits in every language (ISO 80000-1), and so does an apostrophe.
  const all = new Set([plainSpace(group), ...groups, '\u00A0', '’', "'"])
  return { decimal: valueOf('decimal') ?? '.', groups: [...all], group }
}

const escaped = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A number with one kind of group sign and one decimal sign, or undefined. */
function readWith(token: string, groups: readonly string[], decimal: string): string | undefined {
  const fraction = `(?:${escaped(decimal)}(\\d+))?`
  const plain = new RegExp(`^(\\d+)${fraction}$`).exec(token)
  if (plain) return canonical(`${plain[1]}.${plain[2] ?? ''}`)
  for (const group of groups) {
    if (group === decimal) continue
    const sign = group === '\u00A0' ? SPACES.source : escaped(group)
    // Groups of two before the last three are those of India.
    const even = `\\d{1,3}(?:${sign}\\d{3})+`
    const uneven = `\\d{1,2}(?:${sign}\\d{2})+${sign}\\d{3}`
    const set = new RegExp(`^(${even}|${uneven})${fraction}$`).exec(token)
    if (set) return canonical(`${set[1]!.replace(/\D/g, '')}.${set[2] ?? ''}`)
  }
  return undefined
}

const OTHERS: readonly [decimal: string, groups: readonly string[]][] = [
  ['.', [',', ' ', "'", '’', '\u00A0']],
  [',', ['.', ' ', "'", '’', '\u00A0']],
]

/** What a run of digits and separators can mean: by the language's conventions, and by those of others. */
export function readDigits(
  token: string,
  { decimal, groups }: Separators,
): { readings: Reading[]; foreign: Reading[] } {
  // Digits that begin with zeros are a code: 0000 is another than 000.
  if (/^0\d{3,}$/.test(token)) return { readings: [[`n${token}`]], foreign: [] }
  const own = readWith(token, groups, decimal)
  const numbers = new Set<string>()
  for (const [other, signs] of OTHERS) {
    const value = readWith(token, signs, other)
    if (value !== undefined && value !== own) numbers.add(value)
  }
  const apart: Reading[] = /\D/.test(token)
    ? [token.split(/\D+/).map((part) => `n${canonical(part)}`)]
    : []
  const foreign = Array.from(numbers, (value): Reading => [`n${value}`])
  // A space between two numbers may be nothing but a space.
  if (own !== undefined)
    return { readings: [[`n${own}`], ...(token.includes(' ') ? apart : [])], foreign }
  // What has no meaning here is a version ("2.0"), a number of another convention or a list ("1,2,3").
  return { readings: [], foreign: [...foreign, ...apart] }
}
