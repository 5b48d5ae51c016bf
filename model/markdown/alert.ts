import type { BlockContent, Blockquote, DefinitionContent, Paragraph } from 'mdast'
import type { Tone } from '../document/prose.ts'

/**
 * The alerts of GitHub's Markdown (https://docs.github.com/en/get-started/writing-on-github, "Alerts"): five kinds, of
 * which pairs mean the same to a reader of a report.
 */
const TONE_OF: Readonly<Record<string, Tone>> = {
  NOTE: 'note',
  TIP: 'note',
  IMPORTANT: 'important',
  WARNING: 'warning',
  CAUTION: 'warning',
}
const MARK = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/iu

type Child = BlockContent | DefinitionContent

/** The tone that a quote begins with, and the quote without it; no tone where it is a quote. */
export function alertIn(children: readonly Child[]): {
  tone?: Tone | undefined
  rest: readonly Child[]
} {
  const [first, ...rest] = children
  const [text, ...more] = first?.type === 'paragraph' ? first.children : []
  const match = text?.type === 'text' ? MARK.exec(text.value) : null
  if (first?.type !== 'paragraph' || text?.type !== 'text' || match === null)
    return { rest: children }
  const value = text.value.slice(match[0].length)
  // A hard break after the mark ends its line too.
  const line =
    value === ''
      ? more[0]?.type === 'break'
        ? more.slice(1)
        : more
      : [{ ...text, value }, ...more]
  return {
    tone: TONE_OF[match[1]!.toUpperCase()],
    rest: line.length === 0 ? rest : [{ ...first, children: line }, ...rest],
  }
}

export function alertToMdast(tone: Tone, children: BlockContent[]): Blockquote {
  // As HTML, because a bracket in text would be written with a backslash before it.
  const mark = { type: 'html', value: `[!${tone.toUpperCase()}]` } as const
  const [first, ...rest] = children
  const lead: Paragraph =
    first?.type === 'paragraph'
      ? { type: 'paragraph', children: [mark, { type: 'text', value: '\n' }, ...first.children] }
      : { type: 'paragraph', children: [mark] }
  return {
    type: 'blockquote',
    children: [lead, ...(first?.type === 'paragraph' ? rest : children)],
  }
}
