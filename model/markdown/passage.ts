import type { PhrasingContent } from 'mdast'
import { lengthOf, sliced } from '../document/splice.ts'
import { withPassage } from '../document/passage.ts'
import { PASSAGE_AUDIENCES, type Content, type PassageAudience } from '../document/text.ts'

const CLOSE = new RegExp(`\\]\\{\\.(${PASSAGE_AUDIENCES.join('|')})\\}`, 'u')

/** A passage as Pandoc's bracketed span (its manual, "bracketed_spans"): the audience is the span's class. */
export const passageToMdast = (
  audience: PassageAudience,
  children: PhrasingContent[],
): PhrasingContent[] => [
  // As HTML, because a bracket in text would be written with a backslash before it.
  { type: 'html', value: '[' },
  ...children,
  { type: 'html', value: `]{.${audience}}` },
]

/** The text with the offsets of a content: what is no text of its top level stands as a character that matches nothing. */
const shape = (content: Content): string =>
  content
    .map((node) => (node.type === 'text' ? node.value : '\u{FFFC}'.repeat(lengthOf(node))))
    .join('')

/** The bracket that the one at `close` belongs to, or -1. */
function opening(text: string, close: number): number {
  let depth = 1
  for (let at = close - 1; at >= 0; at--) {
    if (text[at] === ']') depth++
    if (text[at] === '[' && --depth === 0) return at
  }
  return -1
}

/** Reads bracketed spans of a known audience in a text that came in as Markdown. */
export function passagesFromText(content: Content): Content {
  const text = shape(content)
  const match = CLOSE.exec(text)
  if (match === null) return content
  const close = match.index
  const open = opening(text, close)
  const end = close + match[0].length
  const rest = passagesFromText(sliced(content, end, Infinity))
  if (open === -1) return [...sliced(content, 0, end), ...rest]
  const without = [...sliced(content, 0, open), ...sliced(content, open + 1, close)]
  const marked = withPassage(without, open, close - 1, match[1] as PassageAudience)
  return [...marked, ...rest]
}
