import { fail, type Failure } from '../errors/result.ts'
import type { Block } from './block.ts'
import type { Change } from './change.ts'
import { UNIT_FIELDS } from './entry.ts'
import { MOST } from './limits.ts'
import type { Metadata, Postmortem } from './postmortem.ts'
import { containersOf, depthOf, MAX_DEPTH, type Flow, type ListItem } from './prose.ts'
import { findBlock } from './state.ts'
import type { Content, UnitText } from './text.ts'

const tooLong = (content: Content): boolean =>
  content.length > MOST.nodes ||
  content.some((node) =>
    'children' in node
      ? tooLong(node.children)
      : 'value' in node && node.value.length > MOST.characters,
  )

const inText = (content: Content): Failure | undefined =>
  tooLong(content) ? fail('TEXT_TOO_LONG').error : undefined

/** The most things that stand beside each other in a list, a quotation, a callout or a table. */
function widest(node: Flow | ListItem): number {
  if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return 0
  let most = node.type === 'listItem' ? 0 : node.children.length
  if (node.type === 'table') return most
  for (const child of node.children) most = Math.max(most, widest(child))
  return most
}

function inFlow(node: Flow): Failure | undefined {
  if (widest(node) > MOST.items) return fail('LIST_FULL', { limit: MOST.items }).error
  if (depthOf(node) > MAX_DEPTH) return fail('NESTED_TOO_DEEP').error
  if (node.type === 'table' && node.children.some(({ children }) => children.length > MOST.columns))
    return fail('COLUMNS_FULL', { limit: MOST.columns }).error
  if (node.type === 'code' && node.value.length > MOST.code) return fail('TEXT_TOO_LONG').error
  return undefined
}

const textsOf = (block: Block): readonly Content[] =>
  block.kind === 'prose'
    ? [...containersOf(block.node)].map(({ children }) => children)
    : UNIT_FIELDS[block.kind].map(
        (field) => (block as unknown as Record<string, UnitText>)[field]!.content,
      )

function inBlock(block: Block): Failure | undefined {
  if (block.kind === 'lesson' && (block.links?.length ?? 0) > MOST.links)
    return fail('LINKS_FULL', { limit: MOST.links }).error
  const shape = block.kind === 'prose' ? inFlow(block.node) : undefined
  if (shape !== undefined) return shape
  return textsOf(block).some(tooLong) ? fail('TEXT_TOO_LONG').error : undefined
}

function inMetadata({ authors }: Metadata): Failure | undefined {
  if (authors.length > MOST.authors) return fail('AUTHORS_FULL', { limit: MOST.authors }).error
  return authors.some((name) => name.length > MOST.line) ? fail('TEXT_TOO_LONG').error : undefined
}

/** What is too much of a row that a change puts, whatever stands around it. */
function inRow(change: Change): Failure | undefined {
  switch (change.type) {
    case 'block.put':
      return inBlock(change.block)
    case 'metadata.put':
      return inMetadata(change.metadata)
    case 'title.put':
      return inText(change.content)
    case 'section.put':
      return inText(change.section.heading.content)
    case 'workstream.put':
      return inText(change.workstream.name.content)
    case 'translation.put':
      return inText(change.translation.content)
    default:
      return undefined
  }
}

const LISTS = {
  sections: 'SECTIONS_FULL',
  workstreams: 'WORKSTREAMS_FULL',
  facts: 'FACTS_FULL',
  locales: 'LOCALES_FULL',
} as const

/**
 * What of a document would be more than it holds after changes, or undefined where there is room for all. What is too much
 * already, because two windows added at once, may become less step by step. Costs what the changed rows cost.
 */
export function overfull(
  before: Postmortem,
  after: Postmortem,
  changes: readonly Change[],
): Failure | undefined {
  for (const [list, code] of Object.entries(LISTS) as [
    keyof typeof LISTS,
    (typeof LISTS)['facts'],
  ][]) {
    const count = after[list].length
    if (count > MOST[list] && count > before[list].length)
      return fail(code, { limit: MOST[list] }).error
  }
  for (const section of after.sections) {
    const count = section.blocks.length
    if (count <= MOST.blocks) continue
    if (count > (before.sections.find(({ id }) => id === section.id)?.blocks.length ?? 0))
      return fail('BLOCKS_FULL', { limit: MOST.blocks }).error
  }
  for (const change of changes) {
    const found = inRow(change)
    if (found === undefined) continue
    const old = change.type === 'block.put' ? findBlock(before, change.block.id) : undefined
    if (old === undefined || inBlock(old) === undefined) return found
  }
  return undefined
}

/** The same of a whole document that is about to be one: an import. */
export function overfullWhole(document: Postmortem): Failure | undefined {
  const nothing = { ...document, sections: [], workstreams: [], facts: [], locales: [] }
  const rows = [
    { type: 'title.put', content: document.title.content },
    { type: 'metadata.put', metadata: document.metadata },
    ...document.sections.flatMap(({ blocks, ...section }): Change[] => [
      { type: 'section.put', section },
      ...blocks.map((block): Change => ({ type: 'block.put', section: section.id, block })),
    ]),
  ] as const
  return overfull(nothing, document, rows)
}
