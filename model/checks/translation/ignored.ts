import * as v from 'valibot'
import { IdentifierSchema } from '../../document/identifier.ts'
import { LocaleSchema } from '../../document/locale.ts'
import { HashSchema } from '../../document/translation.ts'
import { QUALITY_RULES } from './rules.ts'

/** Why a problem is none. */
export const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000))

/**
 * A rule that a person set aside for one translation, or for a text of the source. It holds as long as the source and the translation
 * are what they were then; of the source both hashes are the same.
 */
export const IgnoredSchema = v.strictObject({
  unit: IdentifierSchema,
  locale: LocaleSchema,
  rule: v.picklist(QUALITY_RULES),
  reason: ReasonSchema,
  sourceHash: HashSchema,
  targetHash: HashSchema,
  /** RFC 3339 in UTC with milliseconds. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** Empty where nobody knows. */
  author: v.string(),
})
export type Ignored = v.InferOutput<typeof IgnoredSchema>
