import { canonical } from './decimal.ts'
import type { Reading } from './found.ts'
import type { ValueWords } from './language.ts'

export interface ClockTime {
  readonly start: number
  readonly end: number
  readonly readings: readonly Reading[]
}

export type ReadTimes = (text: string) => ClockTime[]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** What CLDR calls the halves of the day. */
function halvesOf(locale: string, { halves }: ValueWords): { am: string[]; pm: string[] } {
  const format = new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: true, timeZone: 'UTC' })
  const nameAt = (hour: number): string[] =>
    format
      .formatToParts(Date.UTC(2022, 0, 1, hour))
      .filter(({ type }) => type === 'dayPeriod')
      .map(({ value }) => value.toLocaleLowerCase(locale))
  return { am: [...nameAt(9), ...halves.am], pm: [...nameAt(15), ...halves.pm] }
}

/** Does the language set hours and minutes apart by this sign? */
const sets = (locale: string, sign: string): boolean =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: 'numeric', timeZone: 'UTC' })
    .formatToParts(0)
    .some(({ type, value }) => type === 'literal' && value.trim() === sign)

const keyOf = (hour: number, minute: string | undefined, second: string | undefined): string =>
  `t${hour}:${(minute ?? '00').padStart(2, '0')}${second === undefined || Number(second) === 0 ? '' : `:${second}`}`

const alternatives = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|') || '(?!)'

/** Reads times of day on clocks of twelve and of twenty-four hours. What comes in is in lower case. */
export function timeReader(locale: string, words: ValueWords): ReadTimes {
  const { am, pm } = halvesOf(locale, words)
  const half = alternatives([...am, ...pm])
  const isPm = new Set(pm)
  const { hour, minute, second } = words.clock
  const spaces = '[\\s\u00A0\u202F]?'
  const hours = alternatives(hour)
  const dotted = sets(locale, '.')
  // 14:05, 2:05 p.m., 14.05 Uhr, 14h05, 14時5分
  const pattern = new RegExp(
    `(?<![\\d.,:/])(?:(?<![\\p{Script=Latin}\\p{Script=Arabic}\\p{Script=Cyrillic}])(?<before>${half})${spaces})?(?<h>\\d{1,2})(?:` +
      `[:](?<m>[0-5]\\d)(?:[:](?<s>[0-5]\\d))?(?![\\d:])` +
      `|${spaces}(?:${hours})${spaces}(?<m2>[0-5]?\\d)(?!\\d)(?:${spaces}(?:${alternatives(minute)}))?(?:${spaces}(?<s2>[0-5]?\\d)${spaces}(?:${alternatives(second)}))?` +
      `|[.](?<m3>[0-5]\\d)(?!\\d)${dotted ? '' : `(?=${spaces}(?:${hours}|${half})(?!\\p{L}))`}(?:[.](?<s3>[0-5]\\d))?(?![.,]?\\d)` +
      `|(?<alone>)(?!\\d)` +
      `)(?:${spaces}(?<after>${half})(?![\\p{L}]))?(?:${spaces}(?<mark>${hours})(?![\\p{Ll}\\p{Lo}]))?`,
    'gu',
  )
  return (text) => {
    if (!/\d/.test(text)) return []
    return Array.from(text.matchAll(pattern)).flatMap((match): ClockTime[] => {
      const { before, h, m, s, m2, s2, m3, s3, alone, after, mark } = match.groups!
      const named = before ?? after
      const twelve = Number(h)
      if (twelve > 24) return []
      const minutes = m ?? m2 ?? m3
      if (alone !== undefined && named === undefined && mark === undefined) return []
      if (named !== undefined && twelve > 12 && before === undefined && alone !== undefined)
        return []
      const value =
        named === undefined || twelve > 12 ? twelve : (twelve % 12) + (isPm.has(named) ? 12 : 0)
      const time = keyOf(value % 24, minutes, s ?? s2 ?? s3)
      // "24 uur" is a time of day or a duration.
      const bare: Reading[] =
        minutes === undefined
          ? [[`n${twelve}`]]
          : m2 !== undefined && named === undefined
            ? [[`n${twelve}`, `n${Number(m2)}`]]
            : m !== undefined && named === undefined && s === undefined
              ? [[`n${twelve}`, `n${Number(m)}`]]
              : m3 !== undefined && s3 === undefined
                ? [[`n${canonical(`${h}.${m3}`)}`]]
                : []
      // Midnight and noon are numbers among the words of a language.
      const words: Reading[] = /^t(?:0|12):00$/.test(time) ? [[`n${value % 24}`]] : []
      return [
        {
          start: match.index,
          end: match.index + match[0].trimEnd().length,
          readings: [[time], ...bare, ...words],
        },
      ]
    })
  }
}
