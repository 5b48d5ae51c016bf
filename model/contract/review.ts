import * as v from 'valibot'
import { EXTENTS } from '../workflow/since.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { TRANSLATION_STATES } from '../document/translation.ts'

/** The way from one text to another, word by word. */
const PiecesSchema = v.array(
  v.strictObject({ kind: v.picklist(['kept', 'added', 'removed']), text: v.string() }),
)

/** A source that came, went or became another since a date. Facts are read out in the texts. */
export const SourceSinceSchema = v.strictObject({
  unit: IdentifierSchema,
  kind: v.picklist(['added', 'changed', 'removed']),
  extent: v.picklist(EXTENTS),
  pieces: PiecesSchema,
})

/** One unit of the report of a reviewer's changes. Texts have their facts read out, each in its language. */
export const ReviewedUnitSchema = v.strictObject({
  unit: IdentifierSchema,
  source: v.string(),
  /** What the translator had confirmed. */
  before: v.string(),
  /** What stands now. */
  after: v.string(),
  /** The way from the one to the other, word by word. */
  pieces: PiecesSchema,
  state: v.picklist(TRANSLATION_STATES),
  by: v.nullable(v.string()),
  changedAt: v.string(),
})
