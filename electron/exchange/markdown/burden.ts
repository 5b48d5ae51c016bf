/** Signs that a parser looks for the other half of, up to the end of the paragraph. */
const DELIMITER = /[`*_~[\]<&]+/g
/** Quotes and lists that a line opens inside one another. */
const CONTAINERS = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))+/

/** No text has quotes and lists this deep, or this far to the right on more than a few lines. */
const MOST_CONTAINERS = 60
const WIDEST_INDENT = 200
const MOST_WIDE_LINES = 20
/** Delimiters times characters of a paragraph: below the first figure any text, above the second some minutes. */
const HARMLESS = 1_000_000
const UNBEARABLE = 100_000_000

/**
 * Would this text, read as Markdown, take minutes or overflow the stack? Nesting costs the parser the square of its
 * depth, and delimiters without partners the square of their paragraph. Such a text is an accident or an attack; as
 * plain text it is read in a moment, with every word.
 */
export function isBeyondMarkdown(text: string): boolean {
  let wide = 0
  for (const line of text.split('\n')) {
    const opening = CONTAINERS.exec(line)?.[0] ?? ''
    if (opening.length > WIDEST_INDENT) wide++
    if (opening.replaceAll(/[\s\d.)]/g, '').length > MOST_CONTAINERS) return true
  }
  if (wide > MOST_WIDE_LINES) return true
  let burden = 0
  for (const paragraph of text.split(/\n[ \t]*\n/)) {
    const delimiters = paragraph.match(DELIMITER)?.length ?? 0
    const own = delimiters * paragraph.length
    if (own > HARMLESS) burden += own
  }
  return burden > UNBEARABLE
}
