import type { Content, Phrasing } from '../document/text.ts'
import { fold } from '../search/fold.ts'
import { contentHash } from '../units/hash.ts'

/** A node as a translator reads it: how it is set and in which form a fact stands say nothing new. */
function bare(node: Phrasing): Phrasing {
  switch (node.type) {
    case 'text':
      return {
        ...node,
        value: fold(node.value, true).text.replace(/ +/gu, ' '),
      }
    case 'fact':
      return { ...node, form: 'long' }
    case 'break':
      return { type: 'text', value: ' ' }
    case 'inlineCode':
    case 'footnoteReference':
      return node
    default:
      return { ...node, children: node.children.map(bare) as never }
  }
}

function trimmed(content: Content): Content {
  const out = content.map(bare)
  const [first, last] = [out.at(0), out.at(-1)]
  if (first?.type === 'text') out[0] = { ...first, value: first.value.trimStart() }
  if (last?.type === 'text') {
    const end = out.at(-1) as typeof last
    out[out.length - 1] = { ...end, value: end.value.trimEnd() }
  }
  return out
}

/**
 * Whether a text says the same as before, letter by letter: only spaces, kinds of quotation marks and dashes, width or
 * the form of a fact are others. Its translation is most likely still right.
 */
export const isMinor = (before: Content, after: Content): boolean =>
  contentHash(trimmed(before)) === contentHash(trimmed(after))
