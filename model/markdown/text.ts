import type { PhrasingContent } from 'mdast'
import type { Identifier } from '../document/identifier.ts'
import type { Content, FactForm, Phrasing } from '../document/text.ts'
import type { Definitions } from './definition.ts'
import { softBreak } from './line.ts'
import { imageAsLink, linkTo, linkToMdast } from './link.ts'
import { passagesFromText, passageToMdast } from './passage.ts'
import { textNodes } from './plain.ts'

/** Marks inside marks beyond this depth go, and their text stays: it is an accident or an attack. */
const DEEPEST = 12

/** A line end inside a paragraph is a space, or nothing between characters of a script without spaces. */
function unwrap(value: string): string {
  const lines = value.split('\n')
  const last = lines.length - 1
  const bare = lines.map((line, at) => {
    const open = at === 0 ? line : line.trimStart()
    return at === last ? open : open.trimEnd()
  })
  return bare.map((line, at) => (at === 0 ? '' : softBreak(bare[at - 1]!, line)) + line).join('')
}

const LINE_BREAK = /^<br\s*\/?>$/i

function nodeFromMdast(node: PhrasingContent, definitions: Definitions, depth: number): Content {
  const inner = (children: readonly PhrasingContent[]) =>
    textFromMdast(children, definitions, depth + 1)
  switch (node.type) {
    case 'text':
      return textNodes(unwrap(node.value))
    case 'inlineCode':
      return node.value === '' ? [] : [{ type: 'inlineCode', value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const children = inner(node.children)
      return depth >= DEEPEST || children.length === 0 ? children : [{ type: node.type, children }]
    }
    case 'link':
      return linkTo(node, inner(node.children))
    case 'image':
      return imageAsLink(node, node.alt)
    case 'linkReference': {
      const target = definitions.find(node.identifier)
      return target ? linkTo(target, inner(node.children)) : inner(node.children)
    }
    case 'imageReference': {
      const target = definitions.find(node.identifier)
      return target ? imageAsLink(target, node.alt) : textNodes(node.alt ?? '')
    }
    case 'footnoteReference': {
      const note = definitions.note(node.identifier)
      return note === undefined
        ? textNodes(footnoteMark(node))
        : [{ type: 'footnoteReference', note }]
    }
    case 'html':
      return LINE_BREAK.test(node.value) ? [{ type: 'break' }] : textNodes(unwrap(node.value))
    default:
      return unknownText(node)
  }
}

/** Where a note is called, and what its text begins with. */
export const footnoteMark = ({
  label,
  identifier,
}: {
  label?: string | null | undefined
  identifier: string
}) => `[${label ?? identifier}]`

/** A node of a kind that this program does not know: whatever text it has. */
export function unknownText(node: unknown): Content {
  if (typeof node !== 'object' || node === null) return []
  if ('value' in node && typeof node.value === 'string') return textNodes(node.value)
  if ('children' in node && Array.isArray(node.children)) return node.children.flatMap(unknownText)
  return []
}

/** mdast phrasing content as the text of a unit. Every word stays; links that may not stand become text. */
export const textFromMdast = (
  nodes: readonly PhrasingContent[],
  definitions: Definitions,
  depth = 0,
): Content => {
  const content = nodes.flatMap((node) => nodeFromMdast(node, definitions, depth))
  return depth === 0 ? passagesFromText(content) : content
}

type ReadFact = (fact: Identifier, form: FactForm) => string

function nodeToMdast(node: Phrasing, readFact: ReadFact): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ type: node.type, value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'fact':
      return [{ type: 'text', value: readFact(node.fact, node.form) }]
    case 'footnoteReference':
      return [{ type: 'footnoteReference', identifier: node.note, label: null }]
    case 'passage':
      return passageToMdast(node.audience, textToMdast(node.children, readFact))
    case 'link':
      return [linkToMdast(node, textToMdast(node.children, readFact))]
    default:
      return [{ type: node.type, children: textToMdast(node.children, readFact) }]
  }
}

/** The text of a unit as mdast; `readFact` says what a fact reads as. */
export const textToMdast = (content: Content, readFact: ReadFact): PhrasingContent[] =>
  content.flatMap((node) => nodeToMdast(node, readFact))
