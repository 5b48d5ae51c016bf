import type { Concept, Term } from './concept.ts'
import type { Inflection } from './language.ts'
import { classesOf, EVERY_CLASS, foldWord, stemsOf, type Classes } from './stems.ts'
import { termTokens, type TermToken } from './words.ts'

/** A term of a concept, as it hangs in the tree. */
export interface Leaf {
  readonly concept: Concept
  readonly term: Term
  readonly classes: Classes
  /** Marks that belong to it, before its first word and behind its last. */
  readonly before: string
  readonly behind: string
}

/** The terms of a language as a tree of words and characters: to go one on is to look once into a map. */
export interface TermNode {
  readonly next: Map<string, TermNode>
  leaves: Leaf[]
}

/** A term of many inflected words has many paths; beyond so many only its last word is inflected. */
const MOST_PATHS = 32

const keyOf = (gap: string, word: string): string => (gap === '' ? word : `${gap}\u0000${word}`)
export const nextOf = ({ next }: TermNode, gap: string, word: string): TermNode | undefined =>
  next.get(keyOf(gap, word))

const newNode = (): TermNode => ({ next: new Map(), leaves: [] })

/** What must be written as it is takes the endings of names alone. */
const classesOfTerm = ({ caseSensitive, partOfSpeech }: Term): Classes =>
  classesOf(caseSensitive ? 'properNoun' : partOfSpeech)

/** What a word of a term may stand as in the tree. */
function formsOf(word: string, classes: Classes, inflection: Inflection): string[] {
  const forms: string[] = []
  for (const [stem, of] of stemsOf(word, inflection)) if ((of & classes) !== 0) forms.push(stem)
  return forms
}

/** The ways of saying a list with one of each. */
const combined = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>(
    (paths, list) => paths.flatMap((path) => list.map((one) => [...path, one])),
    [[]],
  )

/** A run of characters at the end of a term with and without the endings of its language. */
function tails(tokens: readonly TermToken[], classes: Classes, inflection: Inflection): string[][] {
  const at = tokens.findLastIndex(({ kind }) => kind === 'word') + 1
  const letters = tokens.slice(at).map(({ text }) => foldWord(text, inflection))
  const forms = formsOf(letters.join(''), classes, inflection)
  return forms.map((form) => Array.from(form.matchAll(/\P{M}\p{M}*/gu), ([letter]) => letter))
}

/** Every path on which a term is found. */
function pathsOf(term: Term, inflection: Inflection): string[][] {
  const tokens = termTokens(term.text, term.locale)
  const classes = classesOfTerm(term)
  const words = tokens.filter(({ kind }) => kind === 'word')
  const own = (token: TermToken): string => foldWord(token.text, inflection)
  if (tokens.length > words.length) {
    const head = tokens.slice(0, tokens.findLastIndex(({ kind }) => kind === 'word') + 1)
    const keys = head.map((token) => keyOf(token.gap, own(token)))
    return tails(tokens, classes, inflection).map((tail) => [...keys, ...tail])
  }
  const forms = words.map((token) => formsOf(own(token), classes, inflection))
  const many = forms.reduce((product, list) => product * list.length, 1) > MOST_PATHS
  const last = forms.length - 1
  const kept = many ? forms.map((list, at) => (at === last ? list : list.slice(0, 1))) : forms
  const paths = combined(kept).map((path) => path.map((word, at) => keyOf(words[at]!.gap, word)))
  // What is two words may be written as one, and is one word where it is written with a hyphen.
  if (words.length > 1 && words.every(({ gap }) => gap === ''))
    paths.push(...formsOf(words.map(own).join(''), classes, inflection).map((word) => [word]))
  return paths
}

function leafOf(concept: Concept, term: Term): Leaf {
  const tokens = termTokens(term.text, term.locale)
  const [first, last] = [tokens[0], tokens.at(-1)]
  return {
    concept,
    term,
    classes: classesOfTerm(term),
    before: term.text.slice(0, first?.start ?? 0).trim(),
    behind: term.text.slice(last?.end ?? term.text.length).trim(),
  }
}

/** The terms of one language, kept in step term by term. */
export interface TermIndex {
  readonly root: TermNode
  readonly inflection: Inflection
  put(concept: Concept, term: Term): void
  remove(concept: Concept, term: Term): void
}

export function termIndex(inflection: Inflection): TermIndex {
  const root = newNode()
  return {
    root,
    inflection,
    put(concept, term) {
      const leaf = leafOf(concept, term)
      for (const path of pathsOf(term, inflection)) {
        let node = root
        for (const key of path) {
          let next = node.next.get(key)
          if (next === undefined) node.next.set(key, (next = newNode()))
          node = next
        }
        node.leaves.push(leaf)
      }
    },
    remove({ id }, term) {
      for (const path of pathsOf(term, inflection)) {
        const way = [root]
        for (const key of path) {
          const next = way.at(-1)!.next.get(key)
          if (next === undefined) break
          way.push(next)
        }
        if (way.length <= path.length) continue
        const end = way.at(-1)!
        end.leaves = end.leaves.filter(
          (leaf) => leaf.concept.id !== id || leaf.term.text !== term.text,
        )
        for (let at = path.length; at > 0 && isBare(way[at]!); at--)
          way[at - 1]!.next.delete(path[at - 1]!)
      }
    },
  }
}

/** The words that a text must have one of to have a term. */
export const termFirstWords = (term: Term, inflection: Inflection): string[] =>
  pathsOf(term, inflection).flatMap(([word]) => word ?? [])

const isBare = ({ next, leaves }: TermNode): boolean => next.size === 0 && leaves.length === 0

/** Leaves that fit a word which came about in these classes. */
export const leavesFor = ({ leaves }: TermNode, classes: Classes): Leaf[] =>
  classes === EVERY_CLASS ? leaves : leaves.filter((leaf) => (leaf.classes & classes) !== 0)
