import { literalsIn } from '../../values/literals.ts'
import { OBJECT, type Finding, type Pair } from './pair.ts'
import { scriptOf } from './script.ts'

const segmenters = new Map<string, Intl.Segmenter>()

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

function wordsOf(text: string, locale: string): Word[] {
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(locale, segmenter)
  }
  return Array.from(segmenter.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({
      text: segment.toLocaleLowerCase(locale),
      start: index,
      end: index + segment.length,
    }))
}

const languageOf = (locale: string): string => new Intl.Locale(locale).language
const isDense = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)

/** A word twice. Where the source says a word twice the translation may, and scripts without spaces repeat by rule. */
function doubled({ here, there, from, to }: Pair): Finding[] {
  const pairs = (text: string, locale: string): [Word, Word][] => {
    const words = wordsOf(text, locale)
    return words.flatMap((word, at): [Word, Word][] => {
      const next = words[at + 1]
      // L’alarme alarme, foto foto’s: what was elided is no part of the word, and neither is what is put to it.
      if (next === undefined) return []
      const said = word.text.split(/['’:]/).at(-1)
      if (said !== next.text && (said !== word.text || said !== next.text.split(/['’:]/)[0]))
        return []
      if (!/^\p{L}+$/u.test(said) || isDense(said) || to.doubles.has(said)) return []
      return /^[\s\u00A0]+$/u.test(text.slice(word.end, next.start)) ? [[word, next]] : []
    })
  }
  if (pairs(here, from.locale).length > 0) return []
  return pairs(there, to.locale).map(([word, next]) => ({
    rule: 'word-doubled',
    start: word.start,
    end: next.end,
    params: { target: there.slice(next.start, next.end) },
    edits: [{ start: word.end, end: next.end, text: '' }],
  }))
}

/** So many words in a row are no name any more. */
const RUN = 5
/** Capitals make a name of a headline in some languages, but not of one so long. */
const LONG_NAME = 5

/** The text with nothing in the place of addresses and identifiers, whose parts are words of no language. */
const withoutLiterals = (text: string): string =>
  literalsIn(text).reduce(
    (left, { start, end }) => left.slice(0, start) + OBJECT.repeat(end - start) + left.slice(end),
    text,
  )

/** A text, or five words in a row, as they stand in the source. */
function untranslated({ here, there, from, to }: Pair): Finding[] {
  if (languageOf(from.locale) === languageOf(to.locale)) return []
  const source = wordsOf(withoutLiterals(here), from.locale).filter(({ text }) =>
    /\p{Ll}|\p{Lo}/u.test(text),
  )
  if (source.length < 3) return []
  if (here.trim() === there.trim())
    return source.length >= LONG_NAME ||
      source.some(({ text, start }) => here.slice(start, start + 1) === text[0])
      ? [{ rule: 'same-as-source', start: 0, end: there.length, params: {} }]
      : []
  if (isDense(here) && isDense(there)) return []
  const runs = new Set(
    source.map((_, at) =>
      source
        .slice(at, at + RUN)
        .map(({ text }) => text)
        .join(' '),
    ),
  )
  const target = wordsOf(withoutLiterals(there), to.locale)
  const at = target.findIndex((_, first) => {
    const words = target.slice(first, first + RUN)
    // A row of capitalised words is a name.
    return (
      words.length === RUN &&
      runs.has(words.map(({ text }) => text).join(' ')) &&
      words.filter(({ text, start }) => there[start] === text[0] && /\p{Ll}/u.test(text)).length > 2
    )
  })
  if (at === -1) return []
  const [start, end] = [target[at]!.start, target[at + RUN - 1]!.end]
  return [{ rule: 'part-untranslated', start, end, params: { target: there.slice(start, end) } }]
}

/** Not one letter of the script of the language, where the source has several words. */
function otherScript({ here, there, from, to }: Pair): Finding[] {
  const script = scriptOf(to.locale)
  if (!script || script.test(there) || here.trim() === there.trim()) return []
  if (!/\p{L}/u.test(there) || wordsOf(here, from.locale).length < 3) return []
  return [{ rule: 'script-other', start: 0, end: there.length, params: {} }]
}

/** How much room a text takes: signs that are a word or a syllable count for more. */
function extent(text: string): number {
  let sum = 0
  for (const character of text)
    sum += /\p{Script=Han}|\p{Script=Hangul}/u.test(character)
      ? 2.5
      : /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(character)
        ? 1.5
        : 1
  return sum
}

/** Beyond these nobody translates everything, or only that. Short texts vary without bound. */
const [LONGEST, SHORTEST, MARGIN] = [2.5, 0.4, 30]

function length({ here, there }: Pair): Finding[] {
  const [source, target] = [extent(here), extent(there)]
  const span = { start: 0, end: there.length, params: {} }
  if (target > source * LONGEST + MARGIN) return [{ rule: 'too-long', ...span }]
  if (target < source * SHORTEST - MARGIN / 3) return [{ rule: 'too-short', ...span }]
  return []
}

export const words = (pair: Pair): Finding[] => [
  ...doubled(pair),
  ...untranslated(pair),
  ...otherScript(pair),
  ...length(pair),
]
