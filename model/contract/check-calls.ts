import * as v from 'valibot'
import { ProblemSchema } from '../checks/problem.ts'
import { IgnoredSchema } from '../checks/translation/ignored.ts'
import { CheckSettingsSchema } from '../checks/translation/settings.ts'
import { AudienceSchema } from '../document/audience.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { call } from './call.ts'

const nothing = v.strictObject({})
const { unit, locale, rule } = IgnoredSchema.entries
const problem = { id: IdentifierSchema, unit, locale, rule }

/** What a person set aside, as long as the texts are what they were then. */
const ignored = v.array(v.strictObject({ problem: ProblemSchema, by: IgnoredSchema }))
const TokenSchema = v.pipe(v.string(), v.uuid())

/** The checks: what is said of a postmortem, what was set aside, and what weighs how much. */
export const CHECK_CALLS = {
  /** `audience`: what a build for it would hold; the whole document where it is left out. */
  'check.run': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: v.optional(LocaleSchema),
      audience: v.optional(AudienceSchema),
    }),
    v.strictObject({ problems: v.array(ProblemSchema), ignored }),
  ),
  /**
   * What `check.run` says of the texts of a language, text by text, for whoever asks after each save. `known`: the
   * token of the answer before; with it only the texts come of which something else is said now, with empty lists where
   * nothing is said any more. `whole`: the answer is all there is, as without a token, and with one that was forgotten.
   */
  'check.follow': call(
    v.strictObject({ id: IdentifierSchema, locale: LocaleSchema, known: v.optional(TokenSchema) }),
    v.strictObject({
      token: TokenSchema,
      whole: v.boolean(),
      units: v.array(
        v.strictObject({
          unit: IdentifierSchema,
          problems: v.array(ProblemSchema),
          ignored,
        }),
      ),
    }),
  ),
  /** Sets a problem aside for a translation as it stands in the library, until it or its source changes. */
  'check.ignore': call(
    v.strictObject({ ...problem, reason: IgnoredSchema.entries.reason }),
    nothing,
  ),
  /** Takes that back. */
  'check.heed': call(v.strictObject(problem), nothing),
  /** What weighs otherwise than by default in this library: `off`, `warning` or `error`, by the rule's name. */
  'check.settings': call(nothing, CheckSettingsSchema),
  'check.configure': call(CheckSettingsSchema, CheckSettingsSchema),
}
