import * as v from 'valibot'

/** Longer names say no more. */
export const VersionNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))

/** A state of a postmortem that can be looked at and brought back. Numbers grow; some are missing in between. */
export const VersionSchema = v.strictObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When it was begun and last saved (RFC 3339 in UTC), and by whom; empty: nobody wrote that down. */
  since: v.string(),
  at: v.string(),
  author: v.string(),
  /** Null: made by itself, and thinned out with time. */
  name: v.nullable(v.string()),
  /** How many rows (texts, entries, facts, translations) were changed since the version before it. */
  changed: v.pipe(v.number(), v.integer(), v.minValue(0)),
})
export type Version = v.InferOutput<typeof VersionSchema>
