import { joinLines } from '../../../model/markdown/line.ts'
import type { SectionKind } from '../../../model/document/section.ts'
import type { Flow } from '../../../model/document/prose.ts'
import type { Content } from '../../../model/document/text.ts'
import { brokenContent, heading, paragraph, textContent } from '../content.ts'
import type { Draft, DraftSection } from '../draft.ts'
import { isQuestion, readsAsHeading } from './heading.ts'
import { isWrapped } from './line.ts'
import { ListBuilder } from './list.ts'
import { piecesOf, type Piece } from './piece.ts'

const contentOf = ({ lines }: Piece): Content =>
  isWrapped(lines) ? textContent(joinLines(lines)) : brokenContent(lines)

const isAlone = (piece: Piece | undefined): piece is Piece =>
  piece?.type === 'paragraph' && piece.lines.length === 1

/** A numbered heading: an item that no other item stands beside, short, with a paragraph below it. */
function isNumberedHeading(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]!
  const next = pieces[at + 1]
  return (
    piece.marker?.ordered === true &&
    piece.lines.length === 1 &&
    pieces[at - 1]?.type !== 'item' &&
    next?.type === 'paragraph' &&
    next.gap &&
    next.indent <= piece.indent &&
    !readsAsHeading(next.lines[0]!) &&
    readsAsHeading(piece.lines[0]!)
  )
}

/** Numbered headings as paragraphs with their number, so that they are judged like any other line. */
const withNumberedHeadings = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, at) =>
    isNumberedHeading(pieces, at)
      ? {
          ...piece,
          type: 'paragraph',
          marker: undefined,
          lines: [piece.marker!.sign + piece.lines[0]!],
        }
      : piece,
  )

type KindOf = (line: string) => SectionKind | undefined
type Role = 'title' | 'section' | 'heading' | 'text'

/**
 * What each piece is. A short line that stands alone is a heading when a text follows. Of two such lines the second
 * stands under the first; three and more are no outline but a menu or a signature, and only the last one heads
 * what follows. Among questions and answers a question is no new section.
 */
function rolesOf(pieces: readonly Piece[], kindOf: KindOf): Role[] {
  const roles = pieces.map((): Role => 'text')
  const heads = (at: number): boolean => {
    const piece = pieces[at]
    if (!isAlone(piece)) return false
    return (
      piece.underlined || readsAsHeading(piece.lines[0]!) || kindOf(piece.lines[0]!) !== undefined
    )
  }
  let at = 0
  const first = pieces[0]
  if (isAlone(first) && (first.underlined || readsAsHeading(first.lines[0]!, 'title'))) {
    roles[0] = 'title'
    at = 1
  }
  let asking = false
  const section = (index: number) => {
    const kind = kindOf(pieces[index]!.lines[0]!)
    const inside = asking && kind === undefined && isQuestion(pieces[index]!.lines[0]!)
    asking = inside || kind === 'questions'
    roles[index] = inside ? 'heading' : 'section'
  }
  while (at < pieces.length) {
    let end = at
    while (heads(end)) end++
    if (end > at && end < pieces.length) {
      const count = end - at
      section(count === 2 ? at : end - 1)
      if (count === 2) roles[end - 1] = 'heading'
    }
    at = Math.max(end, at + 1)
  }
  return roles
}

/**
 * The outline of a plain text, as a person pastes it from a web page or a mail. `kindOf` says which kind of section a
 * line heads in the text's language, if it knows. Every word is in the draft, in its place; what goes is white space, the
 * signs of bullets and the numbers of numbered lists, which the list itself stands for.
 */
export function readText(text: string, kindOf: KindOf): Draft {
  const pieces = withNumberedHeadings(piecesOf(text))
  const roles = rolesOf(pieces, kindOf)
  const lists = new ListBuilder()
  const sections: DraftSection[] = []
  let title: Content = []
  let head: Content = []
  let flow: Flow[] = []
  const endSection = () => {
    flow.push(...lists.close())
    if (head.length > 0 || flow.length > 0)
      sections.push({ heading: head, blocks: flow.map((node) => ({ node, internal: false })) })
    flow = []
  }
  for (const [at, piece] of pieces.entries()) {
    const role = roles[at]!
    const content = contentOf(piece)
    const inItem = lists.isOpen && piece.type === 'paragraph' && lists.holds(piece.indent)
    if (piece.type === 'rule') flow.push(...lists.close(), { type: 'thematicBreak' })
    else if (piece.type === 'item') {
      const lead = !piece.gap || leads(pieces[at - 1])
      if (!lists.add(piece.indent, piece.marker!, content, lead))
        flow.push(...lists.close(), paragraph(contentOf(asText(piece))))
    } else if (role === 'title') title = content
    else if (inItem && !piece.underlined) lists.append(piece.indent, content)
    else if (role === 'section') {
      endSection()
      head = content
    } else
      flow.push(...lists.close(), role === 'heading' ? heading(1, content) : paragraph(content))
  }
  endSection()
  return { title, sections }
}

/** Does a text lead into the list that follows it: a name, or a sentence that ends with a colon? */
function leads(piece: Piece | undefined): boolean {
  const line = piece?.lines.at(-1)
  return line !== undefined && (readsAsHeading(line) || /[:：]$/u.test(line))
}

const asText = (piece: Piece): Piece => ({
  ...piece,
  lines: [piece.marker!.sign + piece.lines[0]!, ...piece.lines.slice(1)],
})
