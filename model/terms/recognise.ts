import type { Concept, Term } from './concept.ts'
import { hasCase, heedsCase } from './letters.ts'
import { EVERY_CLASS, foldWord, stemsOf, type Classes } from './stems.ts'
import { leavesFor, nextOf, type Leaf, type TermIndex, type TermNode } from './term-index.ts'
import { segmenterOf, termTokens, type TermToken } from './words.ts'

/** A term that stands in a text, from `start` to `end` in UTF-16 units. */
export interface Recognised {
  readonly concept: Concept
  readonly term: Term
  readonly start: number
  readonly end: number
  /** It is a part of a word. */
  readonly part: boolean
}

export interface Recognition {
  readonly found: Recognised[]
  /** How many times a map was looked into: what it cost. */
  readonly looked: number
}

/** A term in a script without spaces so long is itself wherever it stands; a shorter one must be a word. */
const TELLING = 4
/** A longer word is no word of a language. */
const LONGEST_WORD = 60
/** The mark that makes a vowel of katakana long and that is left out at the end of a word as writers please. */
const LONG_VOWEL = /^[\u30FC\uFF70]/u

/** A word with what it may come of. */
interface Word extends TermToken {
  readonly stems: ReadonlyMap<string, Classes>
}

/** Do terms of one language stand in a text of another region? Where neither or one of them names a region they do. */
export function isOf(term: string, text: string): boolean {
  if (term === text) return true
  const [one, other] = [new Intl.Locale(term), new Intl.Locale(text)]
  return one.region === undefined || other.region === undefined || one.region === other.region
}

/** The edges of the words of a text, asked for when they are first needed. */
function edgesOf(text: string, locale: string): (at: number) => boolean {
  let edges: Set<number> | undefined
  return (at) => {
    if (edges === undefined) {
      edges = new Set([0, text.length])
      for (const { index } of segmenterOf(locale).segment(text)) edges.add(index)
    }
    return edges.has(at)
  }
}

/** The terms of an index in a text, each place where one stands, overlapping ones too. */
export function recognise(
  text: string,
  locale: string,
  index: TermIndex,
  /** Told every word that a term could have begun with: with others there, nothing else would be found. */
  asked: (word: string) => void = () => {},
): Recognition {
  const { inflection, root } = index
  let looked = 0
  const found: Recognised[] = []
  const edge = edgesOf(text, locale)
  const regions = new Map<string, boolean>()
  const fits = (term: Term): boolean => {
    let known = regions.get(term.locale)
    if (known === undefined) regions.set(term.locale, (known = isOf(term.locale, locale)))
    return known
  }
  const words = termTokens(text, locale).map((token): Word => {
    const folded = foldWord(token.text, inflection)
    const stems =
      token.kind === 'word' ? stemsOf(folded, inflection) : new Map([[folded, EVERY_CLASS]])
    return { ...token, stems }
  })
  const take = (leaf: Leaf, from: number, to: number, part: boolean): void => {
    const { concept, term, before, behind } = leaf
    if (!fits(term)) return
    if (heedsCase(term) && !hasCase(text.slice(from, to), term.text.slice(before.length))) return
    if (before !== '' && !text.slice(0, from).endsWith(before)) return
    if (behind !== '' && !text.startsWith(behind, to)) return
    const [start, end] = [from - before.length, to + behind.length]
    found.push({ concept, term, start, end, part })
  }
  const end = (node: TermNode, first: Word, last: Word, classes: Classes): boolean => {
    if (node.leaves.length === 0) return false
    let to = last.end
    if (last.kind === 'character' && LONG_VOWEL.test(text.slice(to))) to++
    const loose = (at: number, kind: Word['kind']): boolean => kind === 'word' || edge(at)
    const isWhole = loose(first.start, first.kind) && loose(to, last.kind)
    if (!isWhole && to - first.start < TELLING) return false
    const leaves = leavesFor(node, classes)
    for (const leaf of leaves) take(leaf, first.start, to, false)
    return leaves.length > 0
  }
  /** Goes on from the word at `at` wherever the tree does; says whether the first word by itself was found. */
  const walk = (node: TermNode, from: number, at: number, classes: Classes): boolean => {
    const word = words[at]
    if (word === undefined) return false
    let single = false
    for (const [stem, of] of word.stems) {
      looked++
      if (at === from) asked(stem)
      const next = nextOf(node, at === from ? '' : word.gap, stem)
      if (next === undefined || (classes & of) === 0) continue
      if (end(next, words[from]!, word, classes & of) && at === from) single = true
      walk(next, from, at + 1, classes & of)
    }
    return single
  }
  /** Two words with a hyphen between them as one. */
  const joined = (at: number): void => {
    const [first, second] = [words[at]!, words[at + 1]]
    if (second?.hyphened !== true || second.kind !== 'word' || first.kind !== 'word') return
    const one = foldWord(first.text + second.text, inflection)
    for (const [stem, classes] of stemsOf(one, inflection)) {
      looked++
      asked(stem)
      const next = nextOf(root, '', stem)
      if (next !== undefined) end(next, first, second, classes)
    }
  }
  const { compounds } = inflection
  /** A term that a longer word begins or ends with. */
  const parts = ({ text: word, start }: Word): void => {
    const { least, links } = compounds!
    if (word.length < least + LEAST_REST || word.length > LONGEST_WORD) return
    const look = (form: string, from: number, to: number, classes: Classes): void => {
      looked++
      asked(form)
      const node = nextOf(root, '', form)
      if (node === undefined) return
      for (const leaf of leavesFor(node, classes))
        if (leaf.term.partOfSpeech !== 'verb' && !heedsCase(leaf.term))
          take(leaf, start + from, start + to, true)
    }
    for (let at = least; at <= word.length - LEAST_REST; at++) {
      const head = foldWord(word.slice(0, at), inflection)
      look(head, 0, at, EVERY_CLASS)
      for (const link of links)
        if (head.endsWith(link) && head.length - link.length >= least)
          look(head.slice(0, -link.length), 0, at - link.length, EVERY_CLASS)
    }
    for (let at = LEAST_REST; at <= word.length - least; at++) {
      const tail = foldWord(word.slice(at), inflection)
      for (const [stem, classes] of stemsOf(tail, inflection))
        if (stem.length >= least) look(stem, at, word.length, classes)
    }
  }
  for (let at = 0; at < words.length; at++) {
    const single = walk(root, at, at, EVERY_CLASS)
    joined(at)
    if (!single && compounds !== undefined && words[at]!.kind === 'word') parts(words[at]!)
  }
  return { found, looked }
}

/** What is left of a word beside a term in it. */
const LEAST_REST = 3

/** Of terms that lie over each other the longest, whole words before parts; those of one place stand together. */
export function longest(found: readonly Recognised[]): Recognised[] {
  const sorted = found.toSorted(
    (a, b) =>
      Number(a.part) - Number(b.part) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  const kept: Recognised[] = []
  for (const one of sorted) {
    const over = kept.filter(({ start, end }) => start < one.end && one.start < end)
    const isSame = over.every(({ start, end }) => start === one.start && end === one.end)
    const isKnown = over.some(
      ({ concept, term }) => concept.id === one.concept.id && term.text === one.term.text,
    )
    if (isSame && !isKnown) kept.push(one)
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
