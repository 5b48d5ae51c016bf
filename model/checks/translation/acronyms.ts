import { literalsIn } from '../../values/literals.ts'
import { valuesIn } from '../../values/read.ts'
import type { Finding, Pair } from './pair.ts'

/** A stretch of a text. */
interface Span {
  readonly start: number
  readonly end: number
}

/** Capitals and digits by themselves, where a plural in s may follow: MFA, 2FA, URLs, API's. Letters of scripts without capitals may touch them, and longer ones are words. */
const ACRONYM =
  /(?<![\p{Lu}\p{Ll}\p{N}\p{M}_@#/\\]|[\p{Lu}\p{Ll}\p{N}]\.)(?=\p{N}*\p{Lu}\p{N}*\p{Lu})[\p{Lu}\p{N}]{2,6}(?=(?:['’]?s)?(?![\p{Lu}\p{Ll}\p{N}\p{M}_@/\\]|\.\p{L}))/gu
/** Numbers of chapters and of wars. */
const ROMAN = /^(?:X{1,3}|X{0,3}(?:IX|IV|V?I{1,3}|V))$/u
const WORD = /[\p{L}\p{N}]{2,}/gu
const isCapital = (word: string): boolean => /^[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*$/u.test(word)
/** So many words in capitals in a row are no acronyms. */
const SHOUT = /\p{Lu}{2,}(?:[\s\u00A0]+\p{Lu}{2,}){2,}/gu

/** A heading in capitals: there nobody can tell an acronym from a word. Scripts without capitals have no such heading. */
function isShouted(text: string): boolean {
  const words = text.match(WORD) ?? []
  const capital = words.filter(isCapital).length
  return words.length > 2 && capital * 4 > words.length * 3 && !/\p{Lo}{2}/u.test(text)
}

const overlaps = (some: Span, others: readonly Span[]): boolean =>
  others.some(({ start, end }) => some.start < end && start < some.end)

const spansOf = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))

/** What CLDR knows of words that each language has its own for, and that are written in capitals too. */
const words = new Map<string, ReadonlySet<string>>()
function wordsOf(locale: string): ReadonlySet<string> {
  let known = words.get(locale)
  if (known === undefined) {
    const regions = new Intl.DisplayNames(locale, { type: 'region', style: 'short' })
    const lists = (['conjunction', 'disjunction'] as const).flatMap((type) =>
      new Intl.ListFormat(locale, { type }).formatToParts(['1', '2']).map(({ value }) => value),
    )
    const units = Intl.supportedValuesOf('unit').flatMap((unit) =>
      (['short', 'long'] as const).flatMap((unitDisplay) =>
        [1, 2].flatMap((count) =>
          new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })
            .formatToParts(count)
            .flatMap(({ type, value }) => (type === 'unit' ? [value] : [])),
        ),
      ),
    )
    const countries = ['US', 'GB', 'UN', 'EU'].flatMap((region) => regions.of(region) ?? [])
    known = new Set(
      [...lists, ...units, ...countries].map((word) => word.trim().toLocaleUpperCase(locale)),
    )
    words.set(locale, known)
  }
  return known
}

/**
 * Is it there, in whatever form a language gives it: APIs, API:er, الـAPI, ＡＰＩ (folded by NFKC), and in small letters,
 * as Dutch writes pdf and url?
 */
function isIn(text: string, acronym: string): boolean {
  const exact = new RegExp(String.raw`(?<![\p{Lu}\p{Ll}\p{N}])${acronym}(?![\p{Lu}\p{N}])`, 'u')
  if (exact.test(text)) return true
  return new RegExp(
    String.raw`(?<![\p{Lu}\p{Ll}\p{N}])${acronym}(?!(?!s(?!\p{Ll}))[\p{Lu}\p{Ll}\p{N}])`,
    'iu',
  ).test(text)
}

const currencies = new Set(Intl.supportedValuesOf('currency'))
/** The code of a currency (ISO 4217) beside an amount. */
const isCurrency = (text: string, { start, end }: Span): boolean =>
  currencies.has(text.slice(start, end)) &&
  (/\d[\s\u00A0\u202F]?$/u.test(text.slice(0, start)) ||
    /^[\s\u00A0\u202F]?\d/u.test(text.slice(end)))

/**
 * Acronyms of the source that the translation has in no form. Languages have acronyms of their own for some, as AVG for
 * GDPR: the termbase is where that is said, and what stands in it (`known`, stretches of the flat source) is not looked
 * for here. Values, their units and zones are those of other checks, and so are identifiers.
 */
export function acronyms({ here, there, from }: Pair, known: () => readonly Span[]): Finding[] {
  const places = Array.from(here.matchAll(ACRONYM))
  if (places.length === 0 || isShouted(here)) return []
  const text = there.normalize('NFKC')
  const told = new Set<string>()
  const lost = places.flatMap(({ 0: acronym, index: start }) => {
    if (told.has(acronym) || ROMAN.test(acronym) || isIn(text, acronym)) return []
    told.add(acronym)
    return [{ acronym, start, end: start + acronym.length }]
  })
  if (lost.length === 0) return []
  const values = valuesIn(here, from.reader)
  const others = [
    ...literalsIn(here),
    ...from.reader.readZones(here),
    ...spansOf(here, SHOUT),
    ...known(),
  ]
  return lost
    .filter(
      (one) =>
        !overlaps(one, others) &&
        !values.some(({ start, end }) => start <= one.start && one.end <= end) &&
        !isCurrency(here, one) &&
        !wordsOf(from.locale).has(one.acronym),
    )
    .map(({ acronym, start, end }) => ({
      rule: 'acronym-missing',
      start: there.length,
      end: there.length,
      source: { start, end },
      params: { text: acronym },
    }))
}
