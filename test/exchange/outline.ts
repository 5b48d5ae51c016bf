import { readFileSync } from 'node:fs'
import { readDocument } from '../../electron/exchange/read.ts'
import type { Block } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Flow, ListItem } from '../../model/document/prose.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import { allUnits } from '../../model/units/unit.ts'

export const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/exchange/${name}`, import.meta.url))

export function read(name: string, text: string | Uint8Array, locale: string): Postmortem {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const result = readDocument({ name, bytes }, locale)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export const readFixture = (name: string, locale: string): Postmortem =>
  read(name, fixture(name), locale)

function flowOutline(node: Flow | ListItem, depth: number): string[] {
  const pad = '  '.repeat(depth)
  if (node.type === 'paragraph') return [`${pad}${start(node.children)}`]
  if (node.type === 'heading') return [`${pad}${'#'.repeat(node.depth)} ${start(node.children)}`]
  if (node.type === 'list')
    return node.children.flatMap((item, at) => [
      `${pad}${node.ordered ? `${String((node.start ?? 1) + at)}.` : '-'}`,
      ...item.children.flatMap((child) => flowOutline(child, depth + 1)),
    ])
  if (node.type === 'blockquote')
    return [`${pad}>`, ...node.children.flatMap((child) => flowOutline(child, depth + 1))]
  return [`${pad}(${node.type})`]
}

/** The first words of a text: enough to know it by. */
function start(content: Content): string {
  const text = plainText(content)
  return text.length > 28 ? `${text.slice(0, 28)}…` : text
}

function blockOutline(document: Postmortem, block: Block): string[] {
  const circle = block.audience === 'public' ? '' : ` (${block.audience})`
  if (block.kind === 'prose')
    return flowOutline(block.node, 1).map((line, at) => (at === 0 ? line + circle : line))
  const texts = [...allUnits({ ...document, workstreams: [] })].filter(
    ({ place }) => place.block === block.id,
  )
  const group =
    block.kind === 'action' && block.workstream
      ? document.workstreams.find(({ id }) => id === block.workstream)
      : undefined
  return [
    `  ${block.kind}${group ? ` {${plainText(group.name.content)}}` : ''}: ${texts.map(({ content }) => start(content)).join(' | ')}`,
  ]
}

/** What a document is made of, a line a block: `kind {workstream}: text`, prose as it nests. */
export const outline = (document: Postmortem): string[] => [
  plainText(document.title.content),
  ...document.sections.flatMap((section) => [
    `[${section.kind}] ${plainText(section.heading.content)}`,
    ...section.blocks.flatMap((block) => blockOutline(document, block)),
  ]),
]
