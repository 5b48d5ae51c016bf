import { columns } from './line.ts'

/** As long as a heading gets: about twelve Latin words, or forty wide characters. A title may be longer. */
const LONGEST = { heading: 80, title: 140 } as const

/** Closing brackets and quotes behind the last word say nothing about how a sentence ends. */
const CLOSING = /[\p{Pe}\p{Pf}"'’\s]+$/u
const QUESTION = /[?？؟;՞]$/u
/** A sentence ends here, or something is meant to follow. */
const FINAL = /[\p{Sentence_Terminal}:：;；,，、،…]$/u
const SENTENCE_INSIDE = /\p{Sentence_Terminal}\s+\S|[。！？]\S/u

/** Does a text end with a question mark, whatever closes behind it? */
export const isQuestion = (text: string): boolean =>
  QUESTION.test(text.slice(-LONGEST.title).replace(CLOSING, ''))

/** `2. ` before a heading is its number and no sentence. */
const NUMBERING = /^\p{Nd}+[.)．]\s*/u

/** Dates, amounts and page numbers: more figures than a heading has. */
function isFigures(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters === 0 || digits / (digits + letters) >= 0.4
}

/**
 * Does a line that stands alone read as a heading: short, with words, and not a sentence? A question may be one.
 * Length goes by columns, so that forty characters of Japanese are as long as eighty of Latin.
 */
export function readsAsHeading(line: string, as: keyof typeof LONGEST = 'heading'): boolean {
  if (line.length > LONGEST[as] || columns(line) > LONGEST[as]) return false
  const bare = line.replace(CLOSING, '').replace(NUMBERING, '')
  if (isFigures(line)) return false
  // an abbreviation inside (`Dr. No`) makes a title none the less
  if (as === 'heading' && SENTENCE_INSIDE.test(bare)) return false
  return isQuestion(line) || !FINAL.test(bare)
}
