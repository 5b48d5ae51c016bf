import * as v from 'valibot'

/** A calendar date, `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (ISO 8601-1): as precise as what is known, and no more. */
export const DateSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
  v.check(
    (text) => text.length < 10 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text),
    'no such day',
  ),
)

/** A point in time in UTC, to the minute or the second: `YYYY-MM-DDThh:mmZ` or with `:ss` (RFC 3339 with UTC only). */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'no such time'),
)

/** An IANA time zone name that this runtime's `Intl` knows. */
export const ZoneSchema = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
      return true
    } catch {
      return false
    }
  }, 'not a time zone'),
)

/** ISO 8601 duration of whole units, as `PT25M` or `P1DT2H`; weeks stand alone. At least one component. */
export const DurationSchema = v.pipe(
  v.string(),
  v.regex(/^P(?=\d|T\d)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/),
)

export const DateValueSchema = v.strictObject({ kind: v.literal('date'), date: DateSchema })
export const InstantValueSchema = v.strictObject({
  kind: v.literal('instant'),
  at: InstantSchema,
  /** The zone in which it is shown; the value itself is in UTC. */
  zone: ZoneSchema,
})
/** Both ends are of one kind and both belong to the period. */
export const SpanValueSchema = v.pipe(
  v.variant('of', [
    v.strictObject({
      kind: v.literal('span'),
      of: v.literal('date'),
      start: DateSchema,
      end: DateSchema,
    }),
    v.strictObject({
      kind: v.literal('span'),
      of: v.literal('instant'),
      start: InstantSchema,
      end: InstantSchema,
      zone: ZoneSchema,
    }),
  ]),
  v.check((span) => span.start <= span.end, 'ends before it starts'),
)

export type DateValue = v.InferOutput<typeof DateValueSchema>
export type InstantValue = v.InferOutput<typeof InstantValueSchema>
export type SpanValue = v.InferOutput<typeof SpanValueSchema>
export type TimeValue = DateValue | InstantValue | SpanValue
export const TimeValueSchema = v.union([DateValueSchema, InstantValueSchema, SpanValueSchema])
