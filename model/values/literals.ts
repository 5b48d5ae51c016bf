/** What must stand in a translation letter by letter, and is no text of a language. */
export const LITERAL_KINDS = [
  'url',
  'email',
  'path',
  'identifier',
  'address',
  'hash',
  'version',
] as const
export type LiteralKind = (typeof LITERAL_KINDS)[number]

export interface Literal {
  readonly kind: LiteralKind
  readonly start: number
  readonly end: number
  readonly text: string
}

const HEX = '[0-9A-Fa-f]'
/**
 * In the order in which they are looked for: what one has taken is no other's. An address ends before the marks of the
 * sentence around it.
 */
const PATTERNS: readonly (readonly [LiteralKind, RegExp])[] = [
  [
    'url',
    /\b(?:(?:https?|ftp):\/\/|mailto:)[^\s<>"“”«»「」『』（）、。，；]*[^\s<>"“”«»「」『』（）、。，；.,;:!?)\]'’]/giu,
  ],
  ['url', /(?<![\w.@/-])(?:www\.)[\w-]+(?:\.[\w-]+)+(?:\/[\w./?=&%#~+-]*[\w/])?/giu],
  ['email', /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?!\w)/gu],
  ['identifier', /\b(?:CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3}|CWE-\d+|T\d{4}\.\d{3})\b/giu],
  [
    'hash',
    new RegExp(
      `(?<![\\w-])(?:${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}|(?=${HEX}*\\d)${HEX}{128}|(?=${HEX}*\\d)${HEX}{64}|(?=${HEX}*\\d)${HEX}{40}|(?=${HEX}*\\d)(?=${HEX}*[A-Fa-f])${HEX}{32})(?![\\w-])`,
      'gu',
    ),
  ],
  ['address', /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w]|\.\d)/gu],
  [
    'address',
    new RegExp(
      // Twice or seven times: once or twice between digits is a time of day.
      `(?<![\\w:.])(?=[\\w:]*::|(?:\\w+:){4})(?:${HEX}{1,4}:){2,7}(?:${HEX}{1,4}|:)(?::${HEX}{1,4})*(?:/\\d{1,3})?(?![\\w:])`,
      'gu',
    ),
  ],
  ['path', /(?<![\w.])[A-Za-z]:\\[\w\\ .$%-]*[\w$%]/gu],
  ['path', /(?<![\w./<])(?:~|\.{1,2})?\/(?:[\w.@+-]+\/)+[\w.@+-]*[\w/](?![\w/])/gu],
  [
    'version',
    /(?<![\w.,])(?!\d{1,3}(?:\.\d{3})+(?![\w.]))v?\d+\.\d+\.\d+(?:\.\d+)*(?:-[\w.]*\w)?(?![\w]|[.,]\d)/giu,
  ],
  // What a program fills in, and addresses in their coded form.
  ['identifier', /#\w+#|\{\{?[\w.]+\}\}?|%(?:\d+\$)?[sd](?!\w)|(?:%[0-9A-F]{2})+/gu],
  // Letters that run into digits: a name of a host, a field, a product.
  [
    'identifier',
    /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}_])[\p{Script=Latin}\p{Script=Cyrillic}_]+\d[\p{Script=Latin}\p{Script=Cyrillic}\p{N}_]*/gu,
  ],
  [
    'identifier',
    /(?<![\p{Script=Latin}\p{N}_#.,])\d+[\p{Script=Latin}_]+\d[\p{Script=Latin}\p{N}_]*/gu,
  ],
]

/** A date in digits is none, although it looks like a version. */
const isDate = (text: string): boolean =>
  /^(?:\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d\d\.\d\d\.\d\d)$/.test(text)
/** 14h05 is a time, and so is what follows the day in 2022-01-21T14:05 (RFC 3339). */
const isTime = (text: string): boolean => /^\d+h\d*$|^\d\dT\d\d$/i.test(text)

/** The literals of a text in their order. Digits are western already. */
export function literalsIn(text: string): Literal[] {
  const found: Literal[] = []
  for (const [kind, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if ((kind === 'version' && isDate(match[0])) || isTime(match[0])) continue
      if (found.some((other) => other.start < end && start < other.end)) continue
      found.push({ kind, start, end, text: match[0] })
    }
  return found.toSorted((a, b) => a.start - b.start)
}
