import * as v from 'valibot'
import { QUALITY_RULES, type QualityRule } from './rules.ts'

export const WEIGHTS = ['off', 'warning', 'error'] as const
export type Weight = (typeof WEIGHTS)[number]

/** What weighs otherwise in a library than by default. An error stops a release. */
export const CheckSettingsSchema = v.partial(
  v.strictObject(
    Object.fromEntries(QUALITY_RULES.map((rule) => [rule, v.picklist(WEIGHTS)])) as Record<
      QualityRule,
      v.PicklistSchema<typeof WEIGHTS, undefined>
    >,
  ),
)
export type CheckSettings = v.InferOutput<typeof CheckSettingsSchema>

/**
 * A machine can only suspect, so all are warnings until a library says more. Languages put codes in different orders, so
 * that one is off; and so is what more than a few right translations in a thousand would raise. A release needs that somebody stands by each text; who else has to is for the library to say.
 */
const USUAL: Readonly<Partial<Record<QualityRule, Weight>>> = {
  'code-order': 'off',
  'token-missing': 'off',
  'acronym-missing': 'off',
  'sentences-differ': 'off',
  'apostrophe-style': 'off',
  'dash-style': 'off',
  'state-draft': 'error',
  'state-translated': 'off',
  'state-reviewed': 'off',
}

export const weightOf = (rule: QualityRule, settings: CheckSettings): Weight =>
  settings[rule] ?? USUAL[rule] ?? 'warning'
