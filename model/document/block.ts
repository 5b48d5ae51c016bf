import * as v from 'valibot'
import { AudienceSchema } from './audience.ts'
import { IdentifierSchema } from './identifier.ts'
import { OrderSchema } from './order.ts'
import { FlowSchema, depthOf, MAX_DEPTH } from './prose.ts'
import {
  ActionFields,
  EventFields,
  FigureFields,
  FindingFields,
  FootnoteFields,
  LessonFields,
  MeasureFields,
  QuestionFields,
} from './entry.ts'

const envelope = { id: IdentifierSchema, order: OrderSchema, audience: AudienceSchema }

export const ProseBlockSchema = v.pipe(
  v.strictObject({ ...envelope, kind: v.literal('prose'), node: FlowSchema }),
  v.check((block) => depthOf(block.node) <= MAX_DEPTH, 'nested too deeply'),
  v.check(
    (block) => !('data' in block.node) || block.node.data.id === block.id,
    'a block that is one text has the id of that text',
  ),
)
export const FindingSchema = v.strictObject({
  ...envelope,
  kind: v.literal('finding'),
  ...FindingFields,
})
export const LessonSchema = v.strictObject({
  ...envelope,
  kind: v.literal('lesson'),
  ...LessonFields,
})
export const ActionSchema = v.strictObject({
  ...envelope,
  kind: v.literal('action'),
  ...ActionFields,
})
export const EventSchema = v.strictObject({ ...envelope, kind: v.literal('event'), ...EventFields })
export const MeasureSchema = v.strictObject({
  ...envelope,
  kind: v.literal('measure'),
  ...MeasureFields,
})
export const QuestionSchema = v.strictObject({
  ...envelope,
  kind: v.literal('question'),
  ...QuestionFields,
})
export const FigureSchema = v.strictObject({
  ...envelope,
  kind: v.literal('figure'),
  ...FigureFields,
})
export const FootnoteSchema = v.strictObject({
  ...envelope,
  kind: v.literal('footnote'),
  ...FootnoteFields,
})

/**
 * What stands in a section. `order` is a fractional key among the blocks of its section. A block that is a single
 * paragraph or heading has the id of its unit; lists, quotes, tables and entries have an id of their own.
 */
export const BlockSchema = v.union([
  ProseBlockSchema,
  FindingSchema,
  LessonSchema,
  ActionSchema,
  EventSchema,
  MeasureSchema,
  QuestionSchema,
  FigureSchema,
  FootnoteSchema,
])
export type ProseBlock = v.InferOutput<typeof ProseBlockSchema>
export type Finding = v.InferOutput<typeof FindingSchema>
export type Lesson = v.InferOutput<typeof LessonSchema>
export type Action = v.InferOutput<typeof ActionSchema>
export type Event = v.InferOutput<typeof EventSchema>
export type Measure = v.InferOutput<typeof MeasureSchema>
export type Question = v.InferOutput<typeof QuestionSchema>
export type Figure = v.InferOutput<typeof FigureSchema>
export type Footnote = v.InferOutput<typeof FootnoteSchema>
export type Entry = Finding | Lesson | Action | Event | Measure | Question | Figure | Footnote
export type Block = ProseBlock | Entry
export type BlockKind = Block['kind']

export const isEntry = (block: Block): block is Entry => block.kind !== 'prose'
export type EntryOf<K extends Entry['kind']> = Extract<Entry, { kind: K }>
