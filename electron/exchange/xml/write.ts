const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Characters as they stand between tags. A carriage return is written by number, or a reader makes a line feed of it. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>\r]/g, (character) => ESCAPES[character]!)

/** The attributes that are there, each with a space before it, in the order given. */
export const writeAttributes = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${value.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!)}"`],
    )
    .join('')

/** Everything that no XML 1.0 document may hold, by number or otherwise (XML 1.0, production 2). */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** A text in stretches: those that XML can hold, and single characters that it cannot. */
export function* xmlStretches(text: string): Generator<{ text: string; forbidden: boolean }> {
  let at = 0
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    if (index > at) yield { text: text.slice(at, index), forbidden: false }
    yield { text: character, forbidden: true }
    at = index + character.length
  }
  if (at < text.length) yield { text: text.slice(at), forbidden: false }
}

/** A text without the characters that XML cannot hold, where nothing hangs on them (what is shown of a code). */
export const withoutForbidden = (text: string): string => text.replace(FORBIDDEN, '')
