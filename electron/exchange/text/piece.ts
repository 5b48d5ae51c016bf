import { readLine, isWrapped, type Line } from './line.ts'
import type { Marker } from './marker.ts'

/** A run of lines that belong together. `gap`: blank lines stand before it. */
export interface Piece {
  readonly type: 'paragraph' | 'item' | 'rule'
  readonly indent: number
  readonly gap: boolean
  /** Of an item; a paragraph has none. */
  readonly marker: Marker | undefined
  readonly lines: readonly string[]
  /** The lines were underlined with `=` or `-`, which makes them a heading. */
  readonly underlined: boolean
}

const RULE = /^([-*_=~─━—])(?:\s*\1){2,}$/u
const ENDS = /[:：.。．!！?？]$/u

/** May a marker that an ordinary line could begin with as well start an item right behind `before`? */
const startsItem = (line: Line, before: Line | undefined, next: Line | undefined): boolean => {
  if (!line.marker) return false
  if (!before || before.marker || line.marker.certain || ENDS.test(before.text)) return true
  return next?.marker !== undefined && next.marker.ordered === line.marker.ordered
}

/** Text without a single blank line has a paragraph on each line, unless it was wrapped at a margin. */
function isOneLineEach(lines: readonly Line[]): boolean {
  return (
    lines.length > 1 &&
    lines.every(({ text }) => text !== '') &&
    !isWrapped(lines.filter(({ marker }) => !marker).map(({ text }) => text))
  )
}

interface Open {
  type: Piece['type']
  indent: number
  gap: boolean
  marker: Marker | undefined
  lines: string[]
  underlined: boolean
}

/** The pieces of a text in their order. Every character but white space and the lines of rules is in one of them. */
export function piecesOf(text: string): Piece[] {
  const lines = text.trimEnd().split('\n').map(readLine)
  const oneLineEach = isOneLineEach(lines)
  const pieces: Open[] = []
  let open: Open | undefined
  let before: Line | undefined
  let gap = false
  const start = (type: Piece['type'], line: Line, first: string): Open => {
    const piece = {
      type,
      // the wide space that opens a paragraph is no indent
      indent: type === 'paragraph' && line.opens && line.indent === 2 ? 0 : line.indent,
      gap: gap || oneLineEach,
      marker: type === 'item' ? line.marker : undefined,
      lines: [first],
      underlined: false,
    }
    pieces.push(piece)
    return piece
  }
  for (const [at, line] of lines.entries()) {
    const inPiece: Open | undefined = gap || oneLineEach ? undefined : open
    if (line.text === '') {
      gap = true
      before = undefined
      continue
    }
    if (RULE.test(line.text)) {
      const underlines =
        inPiece?.type === 'paragraph' && inPiece.lines.length === 1 && /^[=-]/.test(line.text)
      if (underlines) inPiece.underlined = true
      else start('rule', line, '')
      open = undefined
    } else if (startsItem(line, inPiece && before, lines[at + 1])) {
      open = start('item', line, line.text.slice(line.marker!.sign.length))
    } else if (inPiece && !(line.opens && inPiece.type === 'paragraph')) {
      inPiece.lines.push(line.text)
    } else open = start('paragraph', line, line.text)
    before = line
    gap = false
  }
  return pieces
}
