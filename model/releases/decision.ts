import * as v from 'valibot'

/**
 * What a change to something published is: a slip of the pen, or a correction, of which readers are told. Nothing is decided by
 * itself.
 */
export const DECISIONS = ['typographic', 'correction'] as const
export type Decision = (typeof DECISIONS)[number]

/** By the key of the difference, which says what is different from what: another edit has another key. */
export const DecisionsSchema = v.record(v.pipe(v.string(), v.maxLength(300)), v.picklist(DECISIONS))
export type Decisions = v.InferOutput<typeof DecisionsSchema>
