import { $generateNodesFromSerializedNodes, type ExportMimeTypeFunction } from '@lexical/clipboard'
import { $createListNode, $isListItemNode } from '@lexical/list'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getEditor,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
  type SerializedLexicalNode,
} from 'lexical'
import { $isHeadingNode } from '@lexical/rich-text'
import * as v from 'valibot'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import { IdentifierSchema, newId, type Identifier } from '../../../model/document/identifier.ts'
import { mapContainers, type Flow } from '../../../model/document/prose.ts'
import { FACT_FORMS, type Content } from '../../../model/document/text.ts'
import { seenText } from '../../../model/html/characters.ts'
import { $flowOf } from '../block.ts'
import { $isFactNode } from '../fact/node.ts'
import { $reader } from '../fact/reader.ts'
import { $audienceOf, $idOf } from '../ids/state.ts'
import { $isPassageNode } from '../passage/node.ts'
import { pasteHostOf } from './source.ts'

/** A block on its way into an editor. Without an id it is new; without an audience it takes its neighbour's. */
export interface Piece {
  readonly id?: Identifier
  readonly audience?: Audience
  readonly node: Flow
}

/** How the facts of a copied text read: where it is pasted they may not be known. */
export const ReadingsSchema = v.record(v.string(), v.record(v.picklist(FACT_FORMS), v.string()))

const PayloadSchema = v.object({
  namespace: v.literal('afterword'),
  nodes: v.pipe(v.array(v.looseObject({ type: v.string() })), v.maxLength(50_000)),
  postmortem: v.optional(v.string()),
  readings: v.optional(ReadingsSchema, {}),
  /** Whom the block is for that the copied words stood in. */
  audience: v.optional(v.picklist(AUDIENCES)),
})
export type Readings = v.InferOutput<typeof ReadingsSchema>

const $topOf = (start: LexicalNode): LexicalNode | null =>
  $findMatchingParent(start, (node) => $isRootNode(node.getParent()))

/** The heading or paragraph that is selected as a whole, or null. */
function $wholeBlock(selection: BaseSelection | null): ElementNode | null {
  if (!$isRangeSelection(selection)) return null
  const block = $topOf(selection.anchor.getNode())
  if (!$isParagraphNode(block) && !$isHeadingNode(block)) return null
  const end = $findMatchingParent(selection.focus.getNode(), (node) => node.is(block))
  const text = block.getTextContent()
  return end !== null && text !== '' && text === selection.getTextContent() ? block : null
}

/** Whom the words at the selection are for: their passage, or their block. */
function $audienceAt(selection: RangeSelection): Audience | null {
  const passage = $findMatchingParent(selection.anchor.getNode(), $isPassageNode)
  if (passage?.isParentOf(selection.focus.getNode())) return passage.getAudience()
  const top = $topOf(selection.anchor.getNode())
  return top === null ? null : $audienceOf(top)
}

/** Adds what our own clipboard says beyond Lexical's: whose text it is, and how its facts read. */
export const $ownCopy: ExportMimeTypeFunction = (selection, next) => {
  const json = next()
  const host = pasteHostOf($getEditor())
  if (json === null || host === undefined) return json
  const payload = JSON.parse(json) as { nodes: SerializedLexicalNode[] }
  const whole = $wholeBlock(selection)
  const readings: Record<string, Partial<Record<(typeof FACT_FORMS)[number], string>>> = {}
  for (const node of selection?.getNodes() ?? []) {
    if (!$isFactNode(node)) continue
    const fact = node.getFact()
    readings[fact] = Object.fromEntries(
      FACT_FORMS.map((form) => [form, $reader().read(fact, form) ?? node.getTextContent()]),
    )
  }
  const audience = $isRangeSelection(selection) ? $audienceAt(selection) : null
  return JSON.stringify({
    ...payload,
    ...(audience === null ? {} : { audience }),
    nodes: whole === null ? payload.nodes : [{ ...whole.exportJSON(), children: payload.nodes }],
    postmortem: host.session.id,
    readings,
  })
}

const isInline = (node: LexicalNode): boolean =>
  $isElementNode(node) || $isDecoratorNode(node) ? node.isInline() : true

/** Every block as the nodes stand; text outside of blocks is a paragraph, an item without its list a list. */
function $blocks(nodes: readonly LexicalNode[]): LexicalNode[] {
  const out: LexicalNode[] = []
  let open: ElementNode | null = null
  for (const node of nodes) {
    if (isInline(node)) {
      if (!$isParagraphNode(open)) out.push((open = $createParagraphNode()))
      open.append(node)
    } else if ($isListItemNode(node)) {
      if (open === null || $isParagraphNode(open)) out.push((open = $createListNode('bullet')))
      open.append(node)
    } else {
      open = null
      out.push(node)
    }
  }
  return out
}

/**
 * The text without invisible characters, with the words of facts that nobody here knows, and without the references to
 * notes that are not here.
 */
export function known(
  content: Content,
  facts: ReadonlySet<string>,
  readings: Readings,
  notes = true,
): Content {
  return content.flatMap((node): Content => {
    if (node.type === 'fact') {
      if (facts.has(node.fact)) return [node]
      const value = seenText(readings[node.fact]?.[node.form] ?? '')
      return value === '' ? [] : [{ type: 'text', value }]
    }
    if (node.type === 'footnoteReference') return notes ? [node] : []
    if ('children' in node)
      return [{ ...node, children: known(node.children, facts, readings, notes) }]
    return 'value' in node ? [{ ...node, value: seenText(node.value) }] : [node]
  })
}

/** The same block with its ids as `name` says. */
function named(flow: Flow, name: (id: Identifier) => Identifier): Flow {
  switch (flow.type) {
    case 'paragraph':
    case 'heading':
      return { ...flow, data: { id: name(flow.data.id) } }
    case 'table':
      return {
        ...flow,
        children: flow.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, data: { id: name(cell.data.id) } })),
        })),
      }
    case 'list':
      return {
        ...flow,
        children: flow.children.map((item) => ({
          ...item,
          children: item.children.map((child) => named(child, name)),
        })),
      }
    case 'blockquote':
      return { ...flow, children: flow.children.map((child) => named(child, name)) }
    default:
      return flow
  }
}

/**
 * What one of our editors copied, as blocks, or undefined where it is not ours. Anybody can put anything on a
 * clipboard under our name: what is not a node that an editor of ours makes is refused, and what comes out is held
 * to the document's schema like all that is pasted. Ids are kept within a postmortem (what was cut comes back as
 * itself; for a copy the editor makes new ones) and never across two.
 */
export function $ownPieces(data: string): Piece[] | undefined {
  const host = pasteHostOf($getEditor())
  try {
    const payload = v.safeParse(PayloadSchema, JSON.parse(data))
    if (!payload.success) return undefined
    const { nodes, postmortem, readings, audience: around } = payload.output
    const facts = new Set(
      host?.session.store.getState().state.document.facts.map(({ id }) => id) ?? [],
    )
    const ours = host !== undefined && postmortem === host.session.id
    const name = (id: Identifier): Identifier => (ours && v.is(IdentifierSchema, id) ? id : newId())
    return $blocks(
      $generateNodesFromSerializedNodes(nodes as unknown as SerializedLexicalNode[]),
    ).map((node): Piece => {
      const audience = $audienceOf(node) ?? around
      const said = named($flowOf(node), name)
      const flow = mapContainers(said, ({ children }) => known(children, facts, readings))
      return {
        id: 'data' in flow ? flow.data.id : name($idOf(node)),
        ...(audience === undefined ? {} : { audience }),
        node: flow,
      }
    })
  } catch {
    // Not a state that any editor of ours could be in.
    return undefined
  }
}
