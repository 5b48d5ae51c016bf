import type { Flow, ListItem } from '../../../model/document/prose.ts'
import type { Content, Phrasing } from '../../../model/document/text.ts'

/** Between the cells of a row that becomes a line. */
const BETWEEN: Phrasing = { type: 'text', value: ' \u00B7 ' }

const marked = (mark: string, lines: readonly Content[]): Content[] =>
  lines.map((line, at) => (at === 0 ? [{ type: 'text', value: mark }, ...line] : line))

/** Blocks as the lines of one text: with the marks of their lists, without what a line has no place for. */
export function linesOf(flows: readonly (Flow | ListItem)[]): Content[] {
  return flows.flatMap((flow): Content[] => {
    switch (flow.type) {
      case 'paragraph':
      case 'heading':
        return [flow.children]
      case 'code':
        return flow.value
          .split('\n')
          .map((value): Content => (value === '' ? [] : [{ type: 'inlineCode', value }]))
      case 'table':
        return flow.children.map(({ children }) =>
          children
            .filter((cell) => cell.children.length > 0)
            .flatMap((cell, at): Content =>
              at === 0 ? cell.children : [BETWEEN, ...cell.children],
            ),
        )
      case 'list':
        return flow.children.flatMap((item, at) =>
          marked(
            flow.ordered ? `${String((flow.start ?? 1) + at)}. ` : '\u2022 ',
            linesOf(item.children),
          ),
        )
      case 'thematicBreak':
        return []
      case 'blockquote':
        return [
          ...linesOf(flow.children),
          ...(flow.attribution === undefined ? [] : [flow.attribution.children]),
        ]
      default:
        return linesOf(flow.children)
    }
  })
}

/** The lines as one text. */
export const joined = (lines: readonly Content[]): Content =>
  lines.flatMap((line, at): Content => (at === 0 ? line : [{ type: 'break' }, ...line]))
