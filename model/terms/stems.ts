import type { PartOfSpeech } from './concept.ts'
import { WORD_CLASSES, type Inflection, type WordClass } from './language.ts'

/** Classes of words as bits. */
export type Classes = number
export const EVERY_CLASS: Classes = (1 << WORD_CLASSES.length) - 1

const bits = (classes: readonly WordClass[]): Classes =>
  classes.reduce((sum, one) => sum | (1 << WORD_CLASSES.indexOf(one)), 0)

/** The classes whose endings a term takes. An adjective stands in many a noun of two words. */
export function classesOf(partOfSpeech: PartOfSpeech | null): Classes {
  switch (partOfSpeech) {
    case 'noun':
      return bits(['noun', 'adjective', 'name'])
    case 'verb':
      return bits(['verb'])
    case 'adjective':
      return bits(['adjective'])
    case 'properNoun':
      return bits(['name'])
    case 'adverb':
    case 'other':
    case null:
      return EVERY_CLASS
  }
}

/** Letters that are joined and points that are left out in ordinary writing, and what nobody sees. */
const DROPPED =
  /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u00AD\u200B-\u200F\u2060]/gu
const QUOTES = /[\u2018\u2019\u02BC\uFF07]/gu
const MARKS = /[\u0300-\u036F]/gu

/** A word as it is compared: without regard to case and width, to points and, where the language has it so, to marks. */
export function foldWord(word: string, { letters, looseMarks }: Inflection): string {
  let folded = word.normalize('NFKC').replace(QUOTES, "'").replace(DROPPED, '').toLowerCase()
  if (looseMarks) folded = folded.normalize('NFD').replace(MARKS, '').normalize('NFC')
  if (letters !== undefined)
    folded = Array.from(folded, (letter) => letters[letter] ?? letter).join('')
  return folded
}

/** So many letters stay where an ending says nothing else. */
const LEAST = 3

/** What a stem may have been before its ending: `stopp` stop, `vrag` vraag, `briev` brief. */
function* restored(stem: string, { stem: rules }: Inflection): Generator<string> {
  yield stem
  if (rules === undefined) return
  const last = stem.at(-1) ?? ''
  if (rules.doubles && last === stem.at(-2) && /\p{L}/u.test(last)) yield stem.slice(0, -1)
  const vowel = stem.at(-2) ?? ''
  const final = rules.finals?.[last] ?? last
  if (final !== last) yield stem.slice(0, -1) + final
  if (rules.shortens?.includes(vowel) && !rules.shortens.includes(last) && vowel !== stem.at(-3))
    yield stem.slice(0, -1) + vowel + final
}

/** The last vowel that an ending may have changed, as it is without it. */
function unchanged(word: string, { vowels }: Inflection): string | undefined {
  if (vowels === undefined) return undefined
  for (let at = word.length - 1; at >= 0; at--) {
    const plain = vowels[word[at]!]
    if (plain !== undefined) return word.slice(0, at) + plain + word.slice(at + 1)
  }
  return undefined
}

/**
 * What a folded word may come of, and in which classes of words it does: itself in all. Cost follows the number of endings of the
 * language.
 */
export function stemsOf(word: string, inflection: Inflection): ReadonlyMap<string, Classes> {
  const stems = new Map<string, Classes>([[word, EVERY_CLASS]])
  const add = (stem: string, classes: Classes): void =>
    void stems.set(stem, (stems.get(stem) ?? 0) | classes)
  const bases = [word]
  for (const clitic of inflection.before ?? [])
    if (word.startsWith(clitic) && word.length - clitic.length >= LEAST) {
      const rest = word.slice(clitic.length)
      bases.push(rest)
      add(rest, EVERY_CLASS)
    }
  for (const base of bases)
    for (const {
      end,
      start = '',
      put = [''],
      for: classes,
      not = [],
      least = LEAST,
    } of inflection.endings) {
      if (!base.endsWith(end) || !base.startsWith(start)) continue
      if (base.length - end.length - start.length < least) continue
      if (not.some((other) => base.endsWith(other))) continue
      const stem = base.slice(start.length, base.length - end.length)
      const own = bits(classes)
      for (const other of put)
        if (other !== '') add(stem + other, own)
        else for (const whole of restored(stem, inflection)) add(whole, own)
    }
  for (const [stem, classes] of [...stems]) {
    const plain = unchanged(stem, inflection)
    if (plain !== undefined) add(plain, classes)
  }
  return stems
}
