import type { Block, ProseBlock } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import { newId } from '../../../../model/document/identifier.ts'
import { ordersBetween } from '../../../../model/document/order.ts'
import type { Postmortem } from '../../../../model/document/postmortem.ts'
import {
  depthOf,
  MAX_DEPTH,
  type Flow,
  type ListItem,
  type Paragraph,
} from '../../../../model/document/prose.ts'
import type { Content } from '../../../../model/document/text.ts'
import { standing } from '../../../editor/run/place.ts'

export const TURNS = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'bullet',
  'number',
  'quote',
  'code',
] as const
export type Turn = (typeof TURNS)[number]

/** What a text says without its marks, facts read out: what code is made of. */
export type ReadText = (content: Content) => string

/** Can the block become another kind without losing what only it can say? Tables, rules and entries cannot. */
export const canTurn = (block: Block): block is ProseBlock =>
  block.kind === 'prose' && TURNABLE.has(block.node.type)

const TURNABLE: ReadonlySet<Flow['type']> = new Set([
  'paragraph',
  'heading',
  'list',
  'blockquote',
  'callout',
  'code',
])

/** The lines of a code as a text; a text of its own, because code is no unit. */
const linesOf = (code: string): Paragraph => ({
  type: 'paragraph',
  data: { id: newId() },
  children: code
    .split('\n')
    .flatMap((line, at): Content => [
      ...(at > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
    ]),
})

/** The texts of a block one after another, with the ids that their translations hang on. What has none stays as it is. */
function texts(flow: Flow): Flow[] {
  switch (flow.type) {
    case 'heading':
      return [{ type: 'paragraph', data: flow.data, children: flow.children }]
    case 'code':
      return [linesOf(flow.value)]
    case 'list':
      return flow.children.flatMap(({ children }) => children.flatMap(texts))
    case 'blockquote': {
      const { attribution } = flow
      const who: Flow[] = attribution ? [{ ...attribution, type: 'paragraph' }] : []
      return [...flow.children.flatMap(texts), ...who]
    }
    case 'callout':
      return flow.children.flatMap(texts)
    default:
      return [flow]
  }
}

const item = (flow: Flow): ListItem => ({ type: 'listItem', children: [flow] })

/** The items that a block gives to a list; a list gives its own, with what is under them. */
const items = (flow: Flow): readonly ListItem[] =>
  flow.type === 'list' ? flow.children : texts(flow).map(item)

const say = (flow: Flow, read: ReadText): string =>
  flow.type === 'code'
    ? flow.value
    : texts(flow)
        .map((text) => ('data' in text ? read(text.children) : ''))
        .join('\n')

/** What a block puts into a quote. */
const parts = (flow: Flow): readonly Flow[] =>
  flow.type === 'callout'
    ? flow.children
    : flow.type === 'blockquote'
      ? [...flow.children, ...(flow.attribution ? texts({ ...flow, children: [] }) : [])]
      : [flow]

/** What blocks that stand together become. */
function turned(flows: readonly Flow[], turn: Turn, read: ReadText): Flow[] {
  switch (turn) {
    case 'paragraph':
      return flows.flatMap(texts)
    case 'heading1':
    case 'heading2':
    case 'heading3': {
      const depth = Number(turn.slice(-1)) as 1 | 2 | 3
      return flows
        .flatMap(texts)
        .map((flow) => (flow.type === 'paragraph' ? { ...flow, type: 'heading', depth } : flow))
    }
    case 'bullet':
    case 'number':
      return [{ type: 'list', ordered: turn === 'number', children: flows.flatMap(items) }]
    case 'quote': {
      // One that says who said it keeps that; a second one would have nowhere to stand, and becomes a text.
      const only = flows.length === 1 ? flows[0] : undefined
      if (only?.type === 'blockquote') return [only]
      return [{ type: 'blockquote', children: flows.flatMap(parts) }]
    }
    case 'code':
      return [{ type: 'code', value: flows.map((flow) => say(flow, read)).join('\n') }]
  }
}

/** Is it that already? Then it stays, with its id. */
function isThat({ node }: ProseBlock, turn: Turn): boolean {
  switch (turn) {
    case 'bullet':
    case 'number':
      return node.type === 'list' && node.ordered === (turn === 'number')
    case 'quote':
      return node.type === 'blockquote'
    case 'paragraph':
    case 'code':
      return node.type === turn
    default:
      return node.type === 'heading' && `heading${node.depth}` === turn
  }
}

export interface Turned {
  readonly changes: readonly Change[]
  /** The blocks that stand in the place of those that were asked for. */
  readonly made: readonly string[]
}

/**
 * Turns blocks into another kind. Every text keeps its id, so its translations stay with it. Neighbours become one
 * list, quote or code; what cannot be turned stays and parts them.
 */
export function turnBlocks(
  document: Postmortem,
  ids: ReadonlySet<string>,
  turn: Turn,
  read: ReadText,
): Turned {
  const changes: Change[] = []
  const made: string[] = []
  for (const { id: section, blocks: all } of document.sections) {
    const blocks = standing(all)
    let from = 0
    while (from < blocks.length) {
      const first = blocks[from]!
      if (!ids.has(first.id)) {
        from += 1
        continue
      }
      let to = from
      const group: ProseBlock[] = []
      for (; to < blocks.length; to++) {
        const block = blocks[to]!
        if (!ids.has(block.id) || !canTurn(block) || block.audience !== first.audience) break
        group.push(block)
      }
      if (group.length === 0) {
        made.push(first.id)
        from += 1
        continue
      }
      const next = group.every((block) => isThat(block, turn))
        ? group
        : replaced(group, turn, read, blocks[from - 1]?.order, blocks[to]?.order)
      // What would be nested too deeply for the document stays.
      if (next === group || next.some(({ node }) => depthOf(node) > MAX_DEPTH))
        made.push(...group.map(({ id }) => id))
      else {
        const stay = new Set(next.map(({ id }) => id))
        for (const { id } of group)
          if (!stay.has(id)) changes.push({ type: 'block.remove', block: id })
        for (const block of next) changes.push({ type: 'block.put', section, block })
        made.push(...stay)
      }
      from = to
    }
  }
  return { changes, made }
}

function replaced(
  group: readonly ProseBlock[],
  turn: Turn,
  read: ReadText,
  lower: string | undefined,
  upper: string | undefined,
): ProseBlock[] {
  const flows = turned(
    group.map(({ node }) => node),
    turn,
    read,
  )
  const orders =
    flows.length === group.length
      ? group.map(({ order }) => order)
      : ordersBetween(lower ?? null, upper ?? null, flows.length)
  const kept = group.length === 1 && flows.length === 1 ? group[0]! : undefined
  return flows.map((node, at) => ({
    // A block that is one text has that text's id; another keeps its own where it is still one block.
    id: 'data' in node ? node.data.id : kept && !('data' in kept.node) ? kept.id : newId(),
    order: orders[at]!,
    audience: group[0]!.audience,
    kind: 'prose',
    node,
  }))
}
