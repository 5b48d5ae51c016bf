import type { Block } from '../../model/document/block.ts'
import { UNIT_FIELDS } from '../../model/document/entry.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Flow, ListItem } from '../../model/document/prose.ts'
import type { Content, UnitText } from '../../model/document/text.ts'
import { markerOf } from '../../electron/exchange/text/marker.ts'

/** Everything that a reader of this content could read, addresses behind their labels. */
export function contentText(content: Content): string {
  return content
    .map((node) => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value
      if (node.type === 'link') {
        const label = contentText(node.children)
        return `${label} ${node.url === label ? '' : node.url} ${node.title ?? ''}`
      }
      return 'children' in node ? contentText(node.children) : '\n'
    })
    .join('')
}

function flowText(node: Flow | ListItem): string {
  if (node.type === 'code') return `${node.lang ?? ''}\n${node.value}\n`
  if (node.type === 'thematicBreak') return ''
  if (node.type === 'table')
    return node.children
      .flatMap((row) => row.children.map((cell) => contentText(cell.children)))
      .join('\n')
  if (node.type === 'paragraph' || node.type === 'heading') return `${contentText(node.children)}\n`
  return node.children.map(flowText).join('')
}

/** The whole text of a document in reading order, written without the model's own list of units. */
export function documentText(document: Postmortem): string {
  const named = new Set<string>()
  const blockText = (block: Block): string => {
    if (block.kind === 'prose') return flowText(block.node)
    const fields = UNIT_FIELDS[block.kind].map(
      (field) => (block as unknown as Record<string, UnitText>)[field]!,
    )
    const own = fields.map(({ content }) => contentText(content)).join('\n')
    const group = document.workstreams.find(
      ({ id }) => block.kind === 'action' && id === block.workstream && !named.has(id),
    )
    if (group) named.add(group.id)
    return `${group ? `${contentText(group.name.content)}\n` : ''}${own}\n`
  }
  return [
    contentText(document.title.content),
    ...document.sections.flatMap(({ heading, blocks }) => [
      contentText(heading.content),
      ...blocks.map(blockText),
    ]),
  ].join('\n')
}

/** The characters that words are made of, without anything between them. */
export const letters = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}]/gu) ?? []).join('')

/**
 * Is `read` what `source` says: the same letters and figures in the same order, where the number that a line of the
 * source begins with may stand or, as the number of a list's item, not?
 */
export function saysTheSame(source: string, read: string): boolean {
  const wanted = letters(read)
  let places = new Set([0])
  for (const line of source.split(/[\n\r\u2028\u2029\v\f\x85]/)) {
    const text = line.trim()
    const sign = markerOf(text)?.sign ?? ''
    const number = letters(sign)
    const rest = letters(text.slice(sign.length))
    const next = new Set<number>()
    for (const at of places) {
      for (const skip of new Set([number, '']))
        if (wanted.startsWith(skip + rest, at)) next.add(at + skip.length + rest.length)
    }
    places = next
  }
  return places.has(wanted.length)
}
