import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'

/** The views that are come back to. */
export const SPOT_VIEWS = ['write', 'translate'] as const
export type SpotView = (typeof SPOT_VIEWS)[number]

/** Where a person was in a view: the caret, and what stood at the top. It belongs to the window and not to the document. */
export const SpotSchema = v.strictObject({
  /** The unit or block that the caret was in; null: in none. */
  unit: v.nullable(IdentifierSchema),
  block: v.nullable(IdentifierSchema),
  /** Characters before the caret in it. */
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
  /** What stood beside the block, the nearest first, and its section last: for when it is gone. */
  near: v.pipe(v.array(IdentifierSchema), v.maxLength(8)),
  /** The block or section at the top, and how far its beginning was below it, in CSS pixels. */
  top: v.nullable(v.strictObject({ id: IdentifierSchema, below: v.number() })),
  /** The language that was worked in, in Translate. */
  locale: v.nullable(LocaleSchema),
})
export type Spot = v.InferOutput<typeof SpotSchema>
