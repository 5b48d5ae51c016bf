import type { Readability } from './language.ts'
import { syllablesOf } from './syllables.ts'

/** What a text has. `characters` are as a reader sees them, without white space. */
export interface Counts {
  readonly words: number
  readonly characters: number
  /** Of what is written in sentences alone: a heading or a label says nothing of how the text reads. */
  readonly inSentences: {
    readonly sentences: number
    readonly words: number
    readonly syllables: number
  }
}

export const NOTHING: Counts = {
  words: 0,
  characters: 0,
  inSentences: { sentences: 0, words: 0, syllables: 0 },
}

export const sum = (a: Counts, b: Counts): Counts => ({
  words: a.words + b.words,
  characters: a.characters + b.characters,
  inSentences: {
    sentences: a.inSentences.sentences + b.inSentences.sentences,
    words: a.inSentences.words + b.inSentences.words,
    syllables: a.inSentences.syllables + b.inSentences.syllables,
  },
})

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(locale: string, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${locale}`
  const known = segmenters.get(key)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(locale, { granularity })
  segmenters.set(key, made)
  return made
}

/** Ends as a sentence does, whatever closes after it. */
const SENTENCE = /\p{Sentence_Terminal}[\p{Pe}\p{Pf}"'\s]*$/u

/** Counts a text in a locale, by UAX #29. Syllables only where the language has a formula for them. */
export function countText(text: string, locale: string, spelling?: Readability): Counts {
  let characters = 0
  for (const { segment } of segmenter(locale, 'grapheme').segment(text))
    if (segment.trim() !== '') characters++
  let words = 0
  let spoken = 0
  let syllables = 0
  for (const { segment, isWordLike } of segmenter(locale, 'word').segment(text)) {
    if (isWordLike !== true) continue
    words++
    // A number is said in other words than it is written in.
    if (spelling === undefined || !/\p{L}/u.test(segment)) continue
    spoken++
    syllables += syllablesOf(segment, spelling)
  }
  if (spelling === undefined || !SENTENCE.test(text))
    return { words, characters, inSentences: NOTHING.inSentences }
  const sentences = [...segmenter(locale, 'sentence').segment(text)].filter(({ segment }) =>
    /\p{L}/u.test(segment),
  ).length
  return { words, characters, inSentences: { sentences, words: spoken, syllables } }
}
