import { markerOf, type Marker } from './marker.ts'

/** One line of a text. `indent` in columns: a tab goes to the next multiple of four, a wide space counts two. */
export interface Line {
  readonly indent: number
  /** Begins with an ideographic space, as the first line of a Japanese paragraph does. */
  readonly opens: boolean
  /** Without white space at its edges. */
  readonly text: string
  readonly marker: Marker | undefined
}

const TAB = 4

export function readLine(raw: string): Line {
  const text = raw.trim()
  let indent = 0
  for (const space of raw.slice(0, raw.length - raw.trimStart().length)) {
    if (space === '\t') indent += TAB - (indent % TAB)
    else if (space === '\u3000') indent += 2
    else if (space !== '\uFEFF') indent += 1
  }
  return { indent, opens: raw.startsWith('\u3000'), text, marker: markerOf(text) }
}

const WIDE =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u

/** Columns that a text takes where wide characters take two (Unicode Standard Annex #11). */
export function columns(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/**
 * Margins at which people and programs wrap text. Narrower lines are lines of their own, as in a menu or an address;
 * broader ones are paragraphs on a line each.
 */
const MARGIN = { narrowest: 40, broadest: 130 }

/** The columns of the part of a line that cannot be broken: its first word, or a single wide character. */
function firstWord(text: string): number {
  const word = /^\S+/.exec(text)?.[0] ?? ''
  const [first = ''] = word
  return WIDE.test(first) ? 2 : columns(word)
}

/**
 * True where lines look like one text that was wrapped at a margin: no line would have had room for the first word
 * of the next.
 */
export function isWrapped(lines: readonly string[]): boolean {
  const widths = lines.map(columns)
  const margin = Math.max(...widths)
  if (lines.length > 1 && (margin < MARGIN.narrowest || margin > MARGIN.broadest)) return false
  return lines.every((_, at) => {
    const next = lines[at + 1]
    // two columns of tolerance: a line may not begin or end with some punctuation
    return next === undefined || widths[at]! + 1 + firstWord(next) > margin - 2
  })
}
