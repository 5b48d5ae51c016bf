import type { BlockContent, Blockquote as MdastQuote, PhrasingContent } from 'mdast'
import type { Blockquote, Flow } from '../document/prose.ts'

/** A last line that begins with a long dash says who said it: an em dash, a bar, or two hyphens. */
const DASH = /^(?:[\u2014\u2015]|--)\s*(?=\S)/u

/** A quote, with who said it where its last paragraph is that. */
export function attributed(children: readonly Flow[]): Blockquote {
  const last = children.at(-1)
  const [text, ...more] = last?.type === 'paragraph' ? last.children : []
  if (children.length < 2 || last?.type !== 'paragraph' || text?.type !== 'text')
    return { type: 'blockquote', children }
  const value = text.value.replace(DASH, '')
  if (value === text.value) return { type: 'blockquote', children }
  return {
    type: 'blockquote',
    children: children.slice(0, -1),
    attribution: { type: 'attribution', data: last.data, children: [{ ...text, value }, ...more] },
  }
}

export const quoteToMdast = (
  children: BlockContent[],
  attribution: PhrasingContent[] | undefined,
): MdastQuote => ({
  type: 'blockquote',
  children:
    attribution === undefined || attribution.length === 0
      ? children
      : [
          ...children,
          { type: 'paragraph', children: [{ type: 'text', value: '\u2014 ' }, ...attribution] },
        ],
})
