/** Words of no particular account, so that every contender holds the same text. */
const WORDS =
  'the incident began when a certificate expired on one of the relays and requests from two regions were refused until engineers replaced it we noticed late because the alert went to a channel that nobody reads at night customers saw errors for about forty minutes no data was lost'.split(
    ' ',
  )
const IN_PARAGRAPH = 80
const IN_SECTION = 5000

/** A stretch under one heading. */
export interface Part {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

function paragraph(words: number, seed: number): string {
  const text = Array.from({ length: words }, (_, at) => WORDS[(at * 7 + seed * 13) % WORDS.length])
  return `${text.join(' ')}.`
}

/** A text of so many words, the same at every call: paragraphs of 80 words, a heading before every 5,000 words. */
export function textOf(words: number): Part[] {
  const parts: { heading: string; paragraphs: string[] }[] = []
  for (let at = 0; at < words; at += IN_PARAGRAPH) {
    if (at % IN_SECTION < IN_PARAGRAPH)
      parts.push({ heading: `Part ${parts.length + 1}`, paragraphs: [] })
    parts.at(-1)!.paragraphs.push(paragraph(Math.min(IN_PARAGRAPH, words - at), at))
  }
  return parts
}
