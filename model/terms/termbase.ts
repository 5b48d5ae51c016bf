import { languageOf } from '../memory/pair.ts'
import type { Concept } from './concept.ts'
import type { Inflection } from './language.ts'
import { longest, recognise, type Recognised } from './recognise.ts'
import { termFirstWords, termIndex, type TermIndex } from './term-index.ts'

/** All concepts by id, with an index of the terms of each language that was asked for, built once and kept in step. */
export interface Termbase {
  readonly concepts: ReadonlyMap<string, Concept>
  put(concept: Concept): void
  remove(id: string): void
  /** The terms in a text, in its order: of those that lie over each other the longest. */
  find(text: string, locale: string, asked?: (word: string) => void): Recognised[]
  /** Every term in a text, also one inside another. */
  findAll(text: string, locale: string, asked?: (word: string) => void): Recognised[]
  /** The words that a text must have one of to have a term of the concept, folded. */
  firstWords(concept: Concept): ReadonlySet<string>
  /** How many times a map was looked into since the beginning. */
  looked(): number
}

export function termbase(inflectionOf: (locale: string) => Inflection): Termbase {
  const concepts = new Map<string, Concept>()
  const indexes = new Map<string, TermIndex>()
  let looked = 0
  /** What is called the same in every language is found in those too in which nobody wrote it down. */
  const termsIn = (concept: Concept, language: string) => {
    const own = concept.terms.filter(({ locale }) => languageOf(locale) === language)
    return own.length === 0 && concept.untranslatable ? concept.terms : own
  }
  function indexOf(locale: string): TermIndex {
    const language = languageOf(locale)
    let index = indexes.get(language)
    if (index === undefined) {
      index = termIndex(inflectionOf(locale))
      for (const concept of concepts.values())
        for (const term of termsIn(concept, language)) index.put(concept, term)
      indexes.set(language, index)
    }
    return index
  }
  function remove(id: string): void {
    const concept = concepts.get(id)
    if (concept === undefined) return
    for (const [language, index] of indexes)
      for (const term of termsIn(concept, language)) index.remove(concept, term)
    concepts.delete(id)
  }
  function findAll(text: string, locale: string, asked?: (word: string) => void): Recognised[] {
    const recognition = recognise(text, locale, indexOf(locale), asked)
    looked += recognition.looked
    return recognition.found
  }
  return {
    concepts,
    put(concept) {
      remove(concept.id)
      concepts.set(concept.id, concept)
      for (const [language, index] of indexes)
        for (const term of termsIn(concept, language)) index.put(concept, term)
    },
    remove,
    find: (text, locale, asked) => longest(findAll(text, locale, asked)),
    findAll,
    firstWords(concept) {
      const words = new Set<string>()
      for (const term of concept.terms) {
        // What is the same in every language may stand in a text of any.
        const locales = concept.untranslatable ? [term.locale, ...indexes.keys()] : [term.locale]
        for (const locale of locales)
          for (const word of termFirstWords(term, inflectionOf(locale))) words.add(word)
      }
      return words
    },
    looked: () => looked,
  }
}
