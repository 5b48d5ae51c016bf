import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
import { TRANSLATION_STATES } from '../document/translation.ts'

/** One unit of the report of a reviewer's changes. Texts have their facts read out, each in its language. */
export const ReviewedUnitSchema = v.strictObject({
  unit: IdentifierSchema,
  source: v.string(),
  /** What the translator had confirmed. */
  before: v.string(),
  /** What stands now. */
  after: v.string(),
  /** The way from the one to the other, word by word. */
  pieces: v.array(
    v.strictObject({ kind: v.picklist(['kept', 'added', 'removed']), text: v.string() }),
  ),
  state: v.picklist(TRANSLATION_STATES),
  by: v.nullable(v.string()),
  changedAt: v.string(),
})
