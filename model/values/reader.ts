import { dateReader, type Calendar } from './calendar.ts'
import { timeReader, type ReadTimes } from './clock.ts'
import { NO_WORDS, type ValueWords } from './language.ts'
import { separatorsOf, type Separators } from './separators.ts'
import { unitsOf, type Units } from './units.ts'
import { wordReader, type ReadWords } from './words.ts'
import { zoneReader, type ReadZones } from './zones.ts'

/** All that is needed to read values in one language, made once. */
export interface ValueReader {
  readonly locale: string
  readonly separators: Separators
  readonly units: Units
  /** The words of the longest unit, in characters. */
  readonly longestUnit: number
  /** What the words of inflected units begin with, and which these are. */
  readonly stems: readonly (readonly [string, ReadonlySet<string>])[]
  readonly scales: RegExp | null
  readonly words: ValueWords
  readonly calendar: Calendar
  readonly readTimes: ReadTimes
  readonly readWords: ReadWords
  readonly readZones: ReadZones
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A reader for a locale; `words` is what its language data says, and null where there are none. */
export function valueReader(locale: string, words: ValueWords | null): ValueReader {
  const known = words ?? NO_WORDS
  const units = unitsOf(locale)
  const scales = Object.keys(known.scales).toSorted((a, b) => b.length - a.length)
  return {
    locale,
    separators: separatorsOf(locale, known),
    units,
    longestUnit: Math.max(...Array.from(units.keys(), (name) => name.length)),
    stems: Object.entries(known.unitStems ?? {}).flatMap(([unit, stems]) =>
      stems.map((stem) => [stem, new Set([unit])] as const),
    ),
    scales:
      scales.length === 0
        ? null
        : new RegExp(
            String.raw`^[\s\u00A0\u202F-]?(${scales.map((word) => (/^\p{Script=Han}/u.test(word) ? word : String.raw`${escaped(word)}(?![\p{L}\p{N}])`)).join('|')})`,
            'u',
          ),
    words: known,
    calendar: dateReader(locale, known),
    readTimes: timeReader(locale, known),
    readWords: wordReader(known),
    readZones: zoneReader(locale),
  }
}
