import { sieveOf, type Sieve } from '../../terms/sieve.ts'
import type { Termbase } from '../../terms/termbase.ts'
import type { Finding, Pair } from './pair.ts'
import { forbiddenInSource, termFindings, type Terms } from './terms.ts'

/** Checks texts against the termbase, and looks again only at those that a change of the termbase may touch. */
export interface TermMemory {
  check(pair: Pair): readonly Finding[]
  /** Forbidden terms in a text of the source. */
  checkSource(text: string, locale: string): readonly Finding[]
  /** Terms that begin with these words (`termFirstWords`) came, went or changed. */
  changed(words: ReadonlySet<string>): void
  /** How many texts were looked at. */
  looked(): number
}

/** Beyond so many words it costs less to look at everything again. */
const MOST_WORDS = 500

interface Known {
  readonly findings: readonly Finding[]
  readonly words: Sieve
}

/** Remembers what was found in the last `most` texts, with the words that a term in them could have begun with. */
export function termMemory(base: Termbase, most: number): TermMemory {
  const known = new Map<string, Known>()
  let count = 0
  function remembered(key: string, look: (terms: Terms) => Finding[]): readonly Finding[] {
    let entry = known.get(key)
    if (entry === undefined) {
      count++
      const words = new Set<string>()
      const note = (word: string): void => void words.add(word)
      const findings = look({
        find: (text, locale) => base.find(text, locale, note),
        findAll: (text, locale) => base.findAll(text, locale, note),
      })
      entry = { findings, words: sieveOf(words) }
    }
    // What was asked for last goes last.
    known.delete(key)
    known.set(key, entry)
    if (known.size > most) known.delete(known.keys().next().value!)
    return entry.findings
  }
  return {
    check(pair) {
      const { from, to, source, target } = pair
      const key = JSON.stringify([from.locale, to.locale, source, target])
      return remembered(key, (terms) => termFindings(pair, terms))
    },
    checkSource: (text, locale) =>
      remembered(JSON.stringify([locale, text]), (terms) => forbiddenInSource(text, locale, terms)),
    changed(words) {
      if (words.size > MOST_WORDS) return known.clear()
      for (const [key, entry] of known)
        for (const word of words)
          if (entry.words.mayHave(word)) {
            known.delete(key)
            break
          }
    },
    looked: () => count,
  }
}
