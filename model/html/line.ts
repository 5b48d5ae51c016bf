import type { Content, Phrasing } from '../document/text.ts'
import { softBreak } from '../markdown/line.ts'
import { textNodes } from '../markdown/plain.ts'
import { seenText } from './characters.ts'

export const MARKS = ['strong', 'emphasis', 'delete'] as const
export type Mark = (typeof MARKS)[number]

/** What stands around a piece of text. */
export interface Around {
  readonly marks: ReadonlySet<Mark>
  readonly code: boolean
  /** An address that may stand in a postmortem. */
  readonly link: string | undefined
}

/** A piece of a line: characters, or (undefined) a break. */
interface Piece extends Around {
  readonly text: string | undefined
}

/** The text of a block while it is read: pieces, white space as the page means it. */
export interface Line {
  /** Characters; where `kept` is false, runs of white space are one space. */
  text(value: string, around: Around, kept: boolean): void
  break(around: Around): void
  /** The paragraphs so far, which an empty line parts, and starts over. */
  take(): Content[]
}

const BREAKS = /\r\n?|\n/

/** Spaces as an editor wrote them to keep the browser from joining them. */
const oneSpace = (text: string): string =>
  text.replaceAll(/[ \u00A0]*(?: \u00A0|\u00A0 |\u00A0\u00A0|  )[ \u00A0]*/g, ' ')

/** Runs of white space as one space; a line end between characters of a script without spaces as nothing. */
const collapsed = (value: string): string =>
  value.replaceAll(/[\t\n\f\r ]+/g, (space: string, at: number) =>
    space.includes('\n') && at > 0 && at + space.length < value.length
      ? softBreak(value.slice(0, at), value.slice(at + space.length))
      : ' ',
  )

const same = (a: Piece, b: Piece): boolean =>
  a.code === b.code &&
  a.link === b.link &&
  a.marks.size === b.marks.size &&
  [...a.marks].every((mark) => b.marks.has(mark))

/** Pieces of one kind joined, and no white space at the edges of the line or beside a break. */
function settled(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last?.text !== undefined && piece.text !== undefined && same(last, piece))
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  const out: Piece[] = []
  let open = true
  for (const piece of joined) {
    if (piece.text === undefined) {
      trimEnd(out)
      if (out.length > 0) out.push(piece)
      open = true
      continue
    }
    let text = piece.code ? piece.text : oneSpace(piece.text)
    if (open && !piece.code) text = text.trimStart()
    if (text === '') continue
    out.push({ ...piece, text })
    open = /\s$/.test(text)
  }
  trimEnd(out)
  while (out.at(-1)?.text === undefined && out.length > 0) out.pop()
  return out
}

function trimEnd(pieces: Piece[]): void {
  for (let last = pieces.at(-1); last?.text !== undefined; last = pieces.at(-1)) {
    const text = last.code ? last.text : last.text.trimEnd()
    if (text !== '') {
      pieces[pieces.length - 1] = { ...last, text }
      return
    }
    pieces.pop()
  }
}

const nodesOf = ({ text, code }: Piece): Phrasing[] =>
  text === undefined
    ? [{ type: 'break' }]
    : code
      ? textNodes(text).map((node) => ({ ...node, type: 'inlineCode' }) as Phrasing)
      : textNodes(text)

/** Links outside, then the longest run of a mark, as the editor nests them. */
function nested(pieces: readonly Piece[]): Content {
  const out: Phrasing[] = []
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]!
    let end = at + 1
    if (piece.link !== undefined) {
      while (pieces[end]?.link === piece.link) end++
      const inner = pieces.slice(at, end).map((each) => ({ ...each, link: undefined }))
      const common = MARKS.filter((mark) => inner.every(({ marks }) => marks.has(mark)))
      const bare = inner.map((each) => ({
        ...each,
        marks: new Set(MARKS.filter((mark) => each.marks.has(mark) && !common.includes(mark))),
      }))
      let node: Phrasing = { type: 'link', url: piece.link, children: nested(bare) }
      for (const mark of common.toReversed()) node = { type: mark, children: [node] }
      out.push(node)
      at = end
      continue
    }
    let outer: Mark | undefined
    for (const mark of MARKS) {
      let to = at
      while (pieces[to]?.marks.has(mark) && pieces[to]?.link === undefined) to++
      if (to > at && (outer === undefined || to > end)) [outer, end] = [mark, to]
    }
    if (outer === undefined) out.push(...nodesOf(piece))
    else
      out.push({
        type: outer,
        children: nested(
          pieces.slice(at, end).map((each) => ({
            ...each,
            marks: new Set([...each.marks].filter((mark) => mark !== outer)),
          })),
        ),
      })
    at = end
  }
  return out
}

/** Two breaks one after the other part paragraphs. */
function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const out: Piece[][] = [[]]
  let breaks = 0
  for (const piece of pieces) {
    const blank = piece.text !== undefined && piece.text.trim() === ''
    if (piece.text === undefined) breaks++
    else if (!blank) breaks = 0
    if (breaks === 2) out.push([])
    else if (breaks < 2) out.at(-1)!.push(piece)
  }
  return out
}

export function newLine(): Line {
  let pieces: Piece[] = []
  return {
    text(value, around, kept) {
      const seen = seenText(value)
      if (!kept) {
        const text = collapsed(seen)
        if (text !== '') pieces.push({ ...around, text })
        return
      }
      seen.split(BREAKS).forEach((part, at) => {
        if (at > 0) pieces.push({ ...around, text: undefined })
        const text = part.replaceAll('\t', ' ')
        if (text !== '') pieces.push({ ...around, text })
      })
    },
    break(around) {
      pieces.push({ ...around, text: undefined })
    },
    take() {
      const taken = paragraphsOf(pieces)
        .map(settled)
        .filter((paragraph) => paragraph.length > 0)
        .map(nested)
      pieces = []
      return taken
    },
  }
}
