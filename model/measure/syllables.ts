import type { Readability } from './language.ts'

type Spelling = Pick<Readability, 'vowels' | 'together' | 'silent'>

const compiled = new WeakMap<Spelling, { syllable: RegExp; silent: readonly RegExp[] }>()

function rulesOf(spelling: Spelling) {
  const known = compiled.get(spelling)
  if (known !== undefined) return known
  const together = spelling.together.toSorted((a, b) => b.length - a.length)
  const rules = {
    syllable: new RegExp([...together, `[${spelling.vowels}]`].join('|'), 'gu'),
    silent: spelling.silent.map((source) => new RegExp(source, 'u')),
  }
  compiled.set(spelling, rules)
  return rules
}

/** The syllables of a word by the spelling of its language: an estimate, at least 1. */
export function syllablesOf(word: string, spelling: Spelling): number {
  const { syllable, silent } = rulesOf(spelling)
  const letters = word.normalize('NFC').toLowerCase()
  const heard = letters.match(syllable)?.length ?? 0
  return Math.max(1, heard - silent.filter((end) => end.test(letters)).length)
}
