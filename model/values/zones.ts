/** Where a time holds: the distance from UTC in minutes, or both of a zone that keeps summer time. */
export interface Zone {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly offsets: ReadonlySet<number>
}

/** Abbreviations that are used across languages (IANA's time zone database), in minutes east of UTC. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, BST: 60, WEST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
  ...{ JST: 540, KST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 },
}
/** A city for each zone that `Intl` is asked for the names of. */
const CITIES = [
  ...['Europe/London', 'Europe/Paris', 'Europe/Helsinki', 'Europe/Moscow', 'Asia/Dubai'],
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
  ...['Asia/Tokyo', 'Asia/Shanghai', 'Asia/Kolkata', 'Australia/Sydney', 'Pacific/Auckland'],
]
/** A day in winter and one in summer. */
const DAYS = [Date.UTC(2022, 0, 15, 12), Date.UTC(2022, 6, 15, 12)]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const partOf = (locale: string, options: Intl.DateTimeFormatOptions, day: number): string =>
  new Intl.DateTimeFormat(locale, { ...options, hour: 'numeric' })
    .formatToParts(day)
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

/** Minutes east of UTC, as CLDR's `GMT+01:00` says them. */
function offsetAt(timeZone: string, day: number): number {
  const text = partOf('en', { timeZone, timeZoneName: 'longOffset' }, day)
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(text) ?? []
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Letters alone are an abbreviation, and only in capitals: French “est” is a word. */
const isAbbreviation = (name: string): boolean => /^\p{Lu}+$/u.test(name)

/** All names of zones in a language: abbreviations as they are, others in lower case. */
function namesOf(locale: string): ReadonlyMap<string, ReadonlySet<number>> {
  const names = new Map<string, Set<number>>()
  const add = (name: string, offset: number): void => {
    // A number says its offset by itself, and two letters are a word of many languages.
    if (/\d/.test(name) || name.length < 3) return
    const key = isAbbreviation(name) ? name : name.toLowerCase()
    names.set(key, (names.get(key) ?? new Set()).add(offset))
  }
  for (const [name, offset] of Object.entries(ABBREVIATIONS)) add(name, offset)
  for (const timeZone of CITIES)
    for (const day of DAYS)
      for (const timeZoneName of ['long', 'short', 'longGeneric'] as const)
        add(partOf(locale, { timeZone, timeZoneName }, day), offsetAt(timeZone, day))
  return names
}

/** UTC+2, GMT-05:30: whatever stands before says the rest. */
const NUMERIC = /(?<![\p{L}\p{N}])(?:UTC|GMT)\s?([+\u2212-])\s?(\d{1,2})(?::?(\d\d))?(?!\d)/gu

export type ReadZones = (text: string) => Zone[]

/** Reads the zones that a text names. */
export function zoneReader(locale: string): ReadZones {
  let known: { names: ReadonlyMap<string, ReadonlySet<number>>; patterns: RegExp[] } | undefined
  const learn = () => {
    const names = namesOf(locale)
    const edge = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}_]`
    const patternOf = (some: readonly string[]): RegExp =>
      new RegExp(
        `(?<!${edge})(?:${some
          .toSorted((a, b) => b.length - a.length)
          .map(escaped)
          .join('|')})(?!${edge})`,
        'gu',
      )
    const all = [...names.keys()]
    const patterns = [all.filter(isAbbreviation), all.filter((name) => !isAbbreviation(name))]
    return { names, patterns: patterns.filter(({ length }) => length > 0).map(patternOf) }
  }
  return (text) => {
    // Names cost something to learn, and most texts name none: a zone stands beside a time.
    if (!/\d/.test(text)) return []
    known ??= learn()
    const found: Zone[] = Array.from(text.matchAll(NUMERIC), (match) => {
      const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
      return {
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        offsets: new Set([match[1] === '+' ? minutes : -minutes]),
      }
    })
    const lower = text.toLowerCase()
    // What changes its length in lower case has no place in the text any more.
    const texts = [text, lower.length === text.length ? lower : text]
    known.patterns.forEach((pattern, at) => {
      for (const match of texts[at]!.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length]
        if (found.some((other) => other.start < end && start < other.end)) continue
        found.push({ start, end, text: match[0], offsets: known!.names.get(match[0])! })
      }
    })
    return found.toSorted((a, b) => a.start - b.start)
  }
}
