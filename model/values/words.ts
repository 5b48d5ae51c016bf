import { canonical } from './decimal.ts'
import type { ValueWords } from './language.ts'

/** A number that is written in words. `loose`: it may stand for a number and need not. */
export interface Spelled {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly loose: boolean
}

export type ReadWords = (text: string) => Spelled[]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const anyOf = (words: Iterable<string>): string =>
  [...words]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|') || '(?!)'
const wordsOf = (words: readonly string[]): string =>
  String.raw`(?<![\p{L}\p{N}])(?:${anyOf(words)})(?![\p{L}\p{N}])`

/** A script whose numbers are signs and stand among others without spaces. */
const isSign = (word: string): boolean => /^[\p{Script=Han}\p{Script=Hiragana}]/u.test(word)

interface Part {
  readonly start: number
  readonly end: number
  readonly value: number
}

/** 二千五百 and 二〇二二: signs below ten are digits, those below ten thousand multiply one, the others all before. */
function signed(parts: readonly Part[]): number {
  let [total, section, digits] = [0, 0, 0]
  for (const { value } of parts) {
    if (value < 10) digits = digits * 10 + value
    else if (value < 10_000) {
      section += (digits || 1) * value
      digits = 0
    } else {
      total += (section + digits || 1) * value
      section = digits = 0
    }
  }
  return total + section + digits
}

/** Ones behind what multiplies: 十九. Of 一一 and 万一, which say no numbers, neither is so. */
const isComposed = (parts: readonly Part[]): boolean =>
  parts.some(
    ({ value }, at) =>
      value < 10 && at > 0 && (parts[at - 1]!.value === 10 || parts[at - 1]!.value === 100),
  )

/** Can these be parts of one number: "twenty" and "five", "hundred" and "five", "fünf" and "zwanzig" with a link? */
function fits(group: number, value: number, linked: boolean): boolean {
  if (value >= 100) return group > 0
  const rest = group % 100
  if (rest === 0) return group > 0
  if (rest % 10 === 0 && rest >= 20) return value < 20
  return linked && rest < 10 && rest > 0 && value >= 20 && value % 10 === 0
}

/** The numbers that a run of number words says: one or several. */
function numbersIn(parts: readonly Part[], text: string, links: RegExp): Part[] {
  const found: Part[] = []
  let [total, group, start, end] = [0, 0, -1, -1]
  const close = (): void => {
    if (start !== -1) found.push({ start, end, value: total + group })
    total = group = 0
    start = -1
  }
  for (const part of parts) {
    const { value } = part
    const gap = end === -1 ? '' : text.slice(end, part.start)
    const small = total > 0 && group === 0 && value < 1000
    if (start !== -1 && !small && !fits(group, value, links.test(gap))) close()
    if (start === -1) start = part.start
    end = part.end
    if (value >= 1000) {
      total += Math.max(group, 1) * value
      group = 0
    } else if (value === 100) group = group - (group % 100) + Math.max(group % 100, 1) * 100
    else group += value
  }
  close()
  return found
}

/** Reads the numbers that are written in words. What comes in is in lower case. */
export function wordReader(language: ValueWords): ReadWords {
  const { loose, links, joined, scales } = language
  const large = Object.entries(scales)
    .filter(([word]) => isSign(word) || word.length > 3)
    .map(([word, power]): [string, number] => [word, 10 ** power])
  const values = new Map([...large, ...Object.entries(language.words)])
  const signs = [...values.keys()].filter(isSign)
  const letters = [...values.keys()].filter((word) => !isSign(word))
  const part = anyOf(letters)
  const piece = new RegExp(part, 'gu')
  const link = anyOf(links)
  const linked = new RegExp(link, 'u')
  const between = String.raw`(?:[ \-\u00A0\u2011]{1,2}(?:(?:${link})[ \u00A0]?)?|${joined ? `(?:${link})|` : ''}${joined ? '' : '(?!)'})`
  const words = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${part})(?:${between}(?:${part}))*(?![\p{L}\p{N}])`,
    'gu',
  )
  // Zweitägig, tweedaags: what begins with a number says it.
  const begun = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${anyOf([...letters, ...(joined ? Object.keys(loose) : [])].filter((word) => word.length > 2 && !isSign(word)))})(?=\p{L}{4})`,
    'gu',
  )
  const run = new RegExp(`(?:${anyOf(signs)})+`, 'gu')
  const sign = new RegExp(anyOf(signs), 'gu')
  const free = Object.keys(loose)
  const other = new RegExp(
    `${anyOf(free.filter(isSign))}|${wordsOf(free.filter((word) => !isSign(word)))}`,
    'gu',
  )
  const partsOf = (match: RegExpMatchArray, pattern: RegExp): Part[] =>
    Array.from(match[0].matchAll(pattern), (one) => ({
      start: match.index! + one.index,
      end: match.index! + one.index + one[0].length,
      value: values.get(one[0])!,
    }))
  const spelled = ({ start, end, value }: Part, isLoose: boolean): Spelled => ({
    start,
    end,
    value: canonical(String(value)),
    loose: isLoose,
  })
  return (text) => [
    ...[...(letters.length === 0 ? [] : text.matchAll(words))].flatMap((match) =>
      numbersIn(partsOf(match, piece), text, linked).map((one) => spelled(one, false)),
    ),
    ...[...(joined && letters.length > 0 ? text.matchAll(begun) : [])].map((match) =>
      spelled(
        {
          start: match.index,
          end: match.index + match[0].length,
          value: values.get(match[0]) ?? loose[match[0]]!,
        },
        true,
      ),
    ),
    // A sign for a number is part of many words that say none; 十九 and 二十五, ones behind tens, are not.
    ...[...(signs.length === 0 ? [] : text.matchAll(run))].flatMap((match) => {
      const parts = partsOf(match, sign)
      // 百分比 says no hundred: what multiplies needs something to multiply.
      if (parts.every(({ value }) => value >= 100)) return []
      const [start, end] = [match.index, match.index + match[0].length]
      return spelled({ start, end, value: signed(parts) }, !isComposed(parts))
    }),
    ...[...(free.length === 0 ? [] : text.matchAll(other))].map((match) =>
      spelled(
        { start: match.index, end: match.index + match[0].length, value: loose[match[0]]! },
        true,
      ),
    ),
  ]
}
