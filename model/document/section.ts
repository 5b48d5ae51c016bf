import * as v from 'valibot'
import { AudienceSchema } from './audience.ts'
import { BlockSchema } from './block.ts'
import { IdentifierSchema } from './identifier.ts'
import { MOST } from './limits.ts'
import { OrderSchema } from './order.ts'
import { UnitTextSchema } from './text.ts'
import type { EntryKind } from './entry.ts'

export const SECTION_KINDS = [
  'summary',
  'timeline',
  'impact',
  'findings',
  'response',
  'lessons',
  'actions',
  'questions',
  'outlook',
  'prose',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

/** The entry that a section's "add" makes; sections without one hold prose only until a person says otherwise. */
export const ENTRY_OF_SECTION: Readonly<Partial<Record<SectionKind, EntryKind>>> = {
  timeline: 'event',
  impact: 'measure',
  findings: 'finding',
  lessons: 'lesson',
  actions: 'action',
  questions: 'question',
}

/** A section without its blocks: what one row holds. An empty heading is not shown. */
export const SectionHeadSchema = v.strictObject({
  id: IdentifierSchema,
  order: OrderSchema,
  kind: v.picklist(SECTION_KINDS),
  audience: AudienceSchema,
  heading: UnitTextSchema,
})
export type SectionHead = v.InferOutput<typeof SectionHeadSchema>

/** Any section may hold any block; its kind says what it is for. */
export const SectionSchema = v.strictObject({
  ...SectionHeadSchema.entries,
  blocks: v.pipe(v.array(BlockSchema), v.maxLength(MOST.blocks)),
})
export type Section = v.InferOutput<typeof SectionSchema>
