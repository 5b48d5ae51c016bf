import * as v from 'valibot'
import { IdentifierSchema, type Identifier } from './identifier.ts'
import { MOST } from './limits.ts'
import { ContentSchema, type Content } from './text.ts'

/**
 * Prose as mdast. The nodes that hold text directly (paragraph, heading, tableCell) are the text containers; each
 * carries its unit's id in `data.id`. Structure (lists, quotes, tables) has no id of its own below the block.
 */
export interface Paragraph {
  readonly type: 'paragraph'
  readonly data: { readonly id: Identifier }
  readonly children: Content
}
/** `depth` counts inside a section: 1 stands right under the section's own heading. */
export interface Heading {
  readonly type: 'heading'
  readonly depth: 1 | 2 | 3
  readonly data: { readonly id: Identifier }
  readonly children: Content
}
export interface ListItem {
  readonly type: 'listItem'
  readonly children: readonly Flow[]
}
export interface List {
  readonly type: 'list'
  readonly ordered: boolean
  /** The first number of an ordered list; 1 where it is left out. */
  readonly start?: number | undefined
  readonly children: readonly ListItem[]
}
/** Who said it. */
export interface Attribution {
  readonly type: 'attribution'
  readonly data: { readonly id: Identifier }
  readonly children: Content
}
export interface Blockquote {
  readonly type: 'blockquote'
  readonly children: readonly Flow[]
  readonly attribution?: Attribution | undefined
}
export const TONES = ['note', 'important', 'warning'] as const
export type Tone = (typeof TONES)[number]
/** A passage set apart, so that nobody misses it. */
export interface Callout {
  readonly type: 'callout'
  readonly tone: Tone
  readonly children: readonly Flow[]
}
/** Code is not translated: it is the same in every locale. */
export interface Code {
  readonly type: 'code'
  readonly lang?: string | undefined
  readonly value: string
}
export interface TableCell {
  readonly type: 'tableCell'
  readonly data: { readonly id: Identifier }
  readonly children: Content
}
export interface TableRow {
  readonly type: 'tableRow'
  readonly children: readonly TableCell[]
}
/** The first row is the header row, as in GFM. */
export interface Table {
  readonly type: 'table'
  readonly align: readonly ('left' | 'center' | 'right' | null)[]
  readonly children: readonly TableRow[]
}
export interface ThematicBreak {
  readonly type: 'thematicBreak'
}

export type Flow = Paragraph | Heading | List | Blockquote | Callout | Code | Table | ThematicBreak
export type TextContainer = Paragraph | Heading | TableCell | Attribution

const data = v.strictObject({ id: IdentifierSchema })

export const FlowSchema: v.GenericSchema<unknown, Flow> = v.lazy(() =>
  v.variant('type', [
    v.strictObject({ type: v.literal('paragraph'), data, children: ContentSchema }),
    v.strictObject({
      type: v.literal('heading'),
      depth: v.picklist([1, 2, 3]),
      data,
      children: ContentSchema,
    }),
    v.strictObject({
      type: v.literal('list'),
      ordered: v.boolean(),
      start: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999_999))),
      children: v.pipe(
        v.array(v.strictObject({ type: v.literal('listItem'), children: v.array(FlowSchema) })),
        v.minLength(1),
        v.maxLength(MOST.items),
      ),
    }),
    v.strictObject({
      type: v.literal('blockquote'),
      children: v.pipe(v.array(FlowSchema), v.maxLength(MOST.items)),
      attribution: v.optional(
        v.strictObject({ type: v.literal('attribution'), data, children: ContentSchema }),
      ),
    }),
    v.strictObject({
      type: v.literal('callout'),
      tone: v.picklist(TONES),
      children: v.pipe(v.array(FlowSchema), v.maxLength(MOST.items)),
    }),
    v.strictObject({
      type: v.literal('code'),
      lang: v.optional(v.pipe(v.string(), v.maxLength(100))),
      value: v.pipe(v.string(), v.maxLength(MOST.code)),
    }),
    v.strictObject({
      type: v.literal('table'),
      align: v.array(v.nullable(v.picklist(['left', 'center', 'right']))),
      children: v.pipe(
        v.array(
          v.strictObject({
            type: v.literal('tableRow'),
            children: v.pipe(
              v.array(
                v.strictObject({ type: v.literal('tableCell'), data, children: ContentSchema }),
              ),
              v.maxLength(MOST.columns),
            ),
          }),
        ),
        v.minLength(1),
        v.maxLength(MOST.items),
      ),
    }),
    v.strictObject({ type: v.literal('thematicBreak') }),
  ]),
) as v.GenericSchema<unknown, Flow>

/** Deeper nesting than this is refused on the way in: it is an accident or an attack, not a document. */
export const MAX_DEPTH = 16

export function depthOf(node: Flow | ListItem): number {
  if (
    node.type === 'list' ||
    node.type === 'blockquote' ||
    node.type === 'callout' ||
    node.type === 'listItem'
  )
    return 1 + Math.max(0, ...node.children.map(depthOf))
  return 1
}

/** The text containers of a node in reading order. */
export function* containersOf(node: Flow | ListItem): Generator<TextContainer> {
  if (node.type === 'paragraph' || node.type === 'heading') yield node
  else if (node.type === 'table') for (const row of node.children) yield* row.children
  else if ('children' in node) for (const child of node.children) yield* containersOf(child)
  if (node.type === 'blockquote' && node.attribution) yield node.attribution
}

/** The same node with the text of every container replaced by what `text` says. Structure stays as it was. */
export function mapContainers(node: Flow, text: (container: TextContainer) => Content): Flow {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { ...node, children: text(node) }
    case 'table':
      return {
        ...node,
        children: node.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: text(cell) })),
        })),
      }
    case 'blockquote': {
      const children = node.children.map((child) => mapContainers(child, text))
      const { attribution } = node
      return attribution === undefined
        ? { ...node, children }
        : { ...node, children, attribution: { ...attribution, children: text(attribution) } }
    }
    case 'callout':
      return { ...node, children: node.children.map((child) => mapContainers(child, text)) }
    case 'list':
      return {
        ...node,
        children: node.children.map((item) => ({
          ...item,
          children: item.children.map((child) => mapContainers(child, text)),
        })),
      }
    default:
      return node
  }
}
