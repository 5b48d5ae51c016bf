import * as v from 'valibot'
import { AudienceSchema } from '../document/audience.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { call, path } from './call.ts'
import {
  FindTermsSchema,
  FoundTermSchema,
  TERM_FORMATS,
  TermChangesSchema,
  TermListSchema,
  TermQuerySchema,
  TermReportSchema,
} from './terms.ts'

/** The calls about the termbase. */
export const TERM_CALLS = {
  /** The concepts of the termbase that fit, by what they are called in a language. */
  'terms.list': call(TermQuerySchema, TermListSchema),
  /** Puts concepts in, changes them and takes others out. `back` is what takes that back. */
  'terms.change': call(TermChangesSchema, v.strictObject({ back: TermChangesSchema })),
  /** The terms in each of some texts, and what they are called in another language. */
  'terms.find': call(FindTermsSchema, v.strictObject({ found: v.array(v.array(FoundTermSchema)) })),
  /** Merges a file of terms (TBX, or a table) into the termbase, all of it or nothing. `report` null: the person closed the dialog. */
  'terms.import': call(
    v.strictObject({ path, job: v.optional(IdentifierSchema) }),
    v.strictObject({ report: v.nullable(TermReportSchema) }),
  ),
  /**
   * Takes the last import back, as long as the library is open. `kept`: concepts that were changed since, which stay as they are.
   * TERM_UNKNOWN where it is no longer known.
   */
  'terms.takeBack': call(
    v.strictObject({ import: IdentifierSchema }),
    v.strictObject({ kept: v.number() }),
  ),
  /**
   * Writes the termbase as TBX-Basic or as a table, or the concepts with a term in one language. `format`: by the extension of the path
   * where it is left out. For an audience, the public where none is named: what says nothing that it may not see, and `notes` only where
   * they are to leave; those inside get all. `left`: what those concepts are called that stayed. `path` null: the person closed the
   * dialog.
   */
  'terms.export': call(
    v.strictObject({
      path,
      format: v.optional(v.picklist(TERM_FORMATS)),
      locale: v.optional(LocaleSchema),
      audience: v.optional(AudienceSchema),
      notes: v.optional(v.boolean()),
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({
      path: v.nullable(v.string()),
      concepts: v.number(),
      left: v.array(v.string()),
    }),
  ),
} as const
