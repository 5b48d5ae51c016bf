import type { FootnoteDefinition, Nodes, Parents, RootContent } from 'mdast'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { noteNumbers } from '../../../model/document/note.ts'
import { containersOf, type Flow } from '../../../model/document/prose.ts'
import type { Content } from '../../../model/document/text.ts'
import type { Definitions } from '../../../model/markdown/definition.ts'
import { flowFromMdast } from '../../../model/markdown/flow.ts'
import type { DraftNote } from '../draft.ts'
import type { Voice } from './voice.ts'

/** A note is one text: blocks in it become its lines. */
const oneText = (flows: readonly Flow[]): Content =>
  flows
    .flatMap((flow): Content[] =>
      flow.type === 'code'
        ? [[{ type: 'inlineCode', value: flow.value }]]
        : [...containersOf(flow)].map(({ children }) => children),
    )
    .flatMap((children, at): Content => (at === 0 ? children : [{ type: 'break' }, ...children]))

/** The notes of a Markdown text that something refers to, wherever they stand. */
export function notesIn(nodes: readonly RootContent[], definitions: Definitions): DraftNote[] {
  return nodes.flatMap((node): DraftNote[] => {
    if (node.type !== 'footnoteDefinition')
      return 'children' in node ? notesIn(node.children, definitions) : []
    const id = definitions.noteOf(node)
    return id === undefined
      ? []
      : [{ id, content: oneText(flowFromMdast(node.children, definitions, 0)) }]
  })
}

/** The notes of a document at its end, and their numbers where they are called. A note that is not there leaves nothing. */
export function withNotes<T extends Nodes>(
  tree: readonly T[],
  document: Postmortem,
  voice: Voice,
): (T | FootnoteDefinition)[] {
  const texts = new Map(
    document.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'footnote' ? [[block.id, block.text] as const] : [])),
  )
  const ids = [...noteNumbers(document).keys()].filter((id) => texts.has(id))
  const labels = new Map(ids.map((id, at) => [id, String(at + 1)]))
  const numbered = (node: Nodes): Nodes[] => {
    if (node.type === 'footnoteReference') {
      const label = labels.get(node.identifier)
      return label === undefined ? [] : [{ ...node, identifier: label, label }]
    }
    if (!('children' in node)) return [node]
    return [{ ...node, children: node.children.flatMap(numbered) } as Parents]
  }
  const notes = ids.map((id): FootnoteDefinition => {
    const label = labels.get(id)!
    return {
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: [{ type: 'paragraph', children: voice.text(texts.get(id)!.content) }],
    }
  })
  return [...(tree.flatMap(numbered) as T[]), ...notes]
}
