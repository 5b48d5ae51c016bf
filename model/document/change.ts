import * as v from 'valibot'
import { BlockSchema } from './block.ts'
import { CommentSchema } from './comment.ts'
import { FactSchema } from './fact.ts'
import { IdentifierSchema } from './identifier.ts'
import { MOST } from './limits.ts'
import { LocaleSchema } from './locale.ts'
import { MetadataSchema, WorkstreamSchema } from './postmortem.ts'
import { SectionHeadSchema } from './section.ts'
import { ContentSchema } from './text.ts'
import { TranslationSchema } from './translation.ts'

/**
 * What a save carries: whole rows that replace rows, and ids of rows that go. A change names everything it needs,
 * so applying one twice is the same as applying it once, and its inverse is made of changes too.
 *
 * Removing a section removes its blocks. Removing a block or a locale leaves translations where they are: they hang
 * on unit ids and are there again when the unit is.
 */
export const ChangeSchema = v.variant('type', [
  v.strictObject({ type: v.literal('title.put'), content: ContentSchema }),
  v.strictObject({ type: v.literal('metadata.put'), metadata: MetadataSchema }),
  v.strictObject({
    type: v.literal('locales.put'),
    locales: v.pipe(v.array(LocaleSchema), v.maxLength(MOST.locales)),
  }),
  v.strictObject({ type: v.literal('section.put'), section: SectionHeadSchema }),
  v.strictObject({ type: v.literal('section.remove'), section: IdentifierSchema }),
  v.strictObject({ type: v.literal('block.put'), section: IdentifierSchema, block: BlockSchema }),
  v.strictObject({ type: v.literal('block.remove'), block: IdentifierSchema }),
  v.strictObject({ type: v.literal('workstream.put'), workstream: WorkstreamSchema }),
  v.strictObject({ type: v.literal('workstream.remove'), workstream: IdentifierSchema }),
  v.strictObject({ type: v.literal('fact.put'), fact: FactSchema }),
  v.strictObject({ type: v.literal('fact.remove'), fact: IdentifierSchema }),
  v.strictObject({ type: v.literal('translation.put'), translation: TranslationSchema }),
  v.strictObject({
    type: v.literal('translation.remove'),
    unit: IdentifierSchema,
    locale: LocaleSchema,
  }),
  v.strictObject({ type: v.literal('comment.put'), comment: CommentSchema }),
  v.strictObject({ type: v.literal('comment.remove'), comment: IdentifierSchema }),
])
export type Change = v.InferOutput<typeof ChangeSchema>
export const ChangesSchema = v.pipe(v.array(ChangeSchema), v.maxLength(100_000))
