import { factWords, publicationWords } from '../../locales/publication-words.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { factsById, readContent } from '../../model/facts/read.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { squeezed } from './tools.ts'

/**
 * The words of a document that a text taken from its PDF does not have. A text may go on over the edge of a sheet, with margins in
 * between, so its words are looked for one after the other.
 */
export function notGivenBack(text: string, document: Postmortem, locale: string): string[] {
  const given = squeezed(text)
  const facts = factsById(document.facts)
  const words = factWords(publicationWords(locale)!)
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  return unitsOf(document).flatMap(({ id, content }) => {
    // pdftotext guesses at the columns of tables.
    if (/table|measure|cell/.test(id)) return []
    const whole = readContent(content, facts, locale, words)
    if (given.includes(squeezed(whole))) return []
    return Array.from(segmenter.segment(whole), ({ segment }) => squeezed(segment)).filter(
      (word) => !given.includes(word),
    )
  })
}
