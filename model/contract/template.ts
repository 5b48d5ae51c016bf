import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'

/** A template of the person's own, as a list of them needs it. */
export const TemplateSummarySchema = v.strictObject({
  id: IdentifierSchema,
  name: v.string(),
  locale: LocaleSchema,
  sections: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** It brings texts to start from, not headings alone. */
  texts: v.boolean(),
  /** Its row cannot be read: beginning with it is LIBRARY_DAMAGED. */
  damaged: v.exactOptional(v.literal(true)),
})
export type TemplateSummary = v.InferOutput<typeof TemplateSummarySchema>
