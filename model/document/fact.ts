import * as v from 'valibot'
import { AudienceSchema } from './audience.ts'
import { IdentifierSchema } from './identifier.ts'
import { LocaleSchema } from './locale.ts'
import { DateValueSchema, DurationSchema, InstantValueSchema, SpanValueSchema } from './time.ts'

/** A decimal as text, so that no digit is lost: `366`, `-0.5`, `1200000.25`. */
export const DecimalSchema = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^-?(0|[1-9]\d*)(\.\d+)?$/),
)

/**
 * A number with what it counts. `unit` is a unit that `Intl.NumberFormat` knows (ECMA-402 6.6), `currency` an
 * ISO 4217 code; what is neither (customers, tenants) is said by the sentence around it.
 */
export const NumberValueSchema = v.pipe(
  v.strictObject({
    kind: v.literal('number'),
    value: DecimalSchema,
    unit: v.nullable(v.picklist([...Intl.supportedValuesOf('unit')])),
    currency: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  }),
  v.check(
    (number) => number.unit === null || number.currency === null,
    'a unit or a currency, not both',
  ),
)
export type NumberValue = v.InferOutput<typeof NumberValueSchema>

export const DurationValueSchema = v.strictObject({
  kind: v.literal('duration'),
  duration: DurationSchema,
})
export type DurationValue = v.InferOutput<typeof DurationValueSchema>

const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(500))
/** A name is the same everywhere unless a locale writes it differently. */
export const NameValueSchema = v.strictObject({
  kind: v.literal('name'),
  name: Name,
  locales: v.record(LocaleSchema, Name),
})
export type NameValue = v.InferOutput<typeof NameValueSchema>

export const FactValueSchema = v.union([
  NumberValueSchema,
  DateValueSchema,
  InstantValueSchema,
  SpanValueSchema,
  DurationValueSchema,
  NameValueSchema,
])
export type FactValue = v.InferOutput<typeof FactValueSchema>
export type FactKind = FactValue['kind']

export const BOUNDS = ['exactly', 'at-most', 'at-least', 'about'] as const
export type Bound = (typeof BOUNDS)[number]
export const FACT_STATUSES = ['potential', 'confirmed'] as const
export type FactStatus = (typeof FACT_STATUSES)[number]

/** A value that must be the same everywhere. `name` and `evidence` are for the authors and never published. */
export const FactSchema = v.strictObject({
  id: IdentifierSchema,
  name: v.pipe(v.string(), v.maxLength(200)),
  value: FactValueSchema,
  bound: v.picklist(BOUNDS),
  status: v.picklist(FACT_STATUSES),
  audience: AudienceSchema,
  evidence: v.pipe(v.string(), v.maxLength(20_000)),
  /** The fact whose earlier value this one corrects. */
  replaces: v.nullable(IdentifierSchema),
})
export type Fact = v.InferOutput<typeof FactSchema>
