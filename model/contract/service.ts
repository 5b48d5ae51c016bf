import * as v from 'valibot'
import { AudienceSchema } from '../document/audience.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { ERROR_CODES } from '../errors/codes.ts'

/**
 * What speaks for an engine: `libre` as LibreTranslate does (its `/translate`), `deepl` as DeepL's API (`/v2/translate`), `chat`
 * as OpenAI's chat completions (`/chat/completions`), which most servers for language models have.
 */
export const ENGINE_KINDS = ['libre', 'deepl', 'chat'] as const
export type EngineKind = (typeof ENGINE_KINDS)[number]

const Address = v.pipe(v.string(), v.minLength(1), v.maxLength(2048))

/** A translation engine, on a server that the person names. */
export const EngineSchema = v.strictObject({
  kind: v.picklist(ENGINE_KINDS),
  url: Address,
  /** Which model answers, where a server has several; empty for its own choice. */
  model: v.pipe(v.string(), v.maxLength(200)),
  /** The texts that may leave: those that these readers may see whole. */
  audience: AudienceSchema,
})
export type EngineSettings = v.InferOutput<typeof EngineSchema>

/** A LanguageTool server, on a computer that the person names. */
export const ProofSchema = v.strictObject({ url: Address, audience: AudienceSchema })
export type ProofSettings = v.InferOutput<typeof ProofSchema>

/** As the library keeps them. `sealed`: the key, as the system's secret store sealed it, in base64. */
export const ServicesSchema = v.strictObject({
  engine: v.optional(
    v.strictObject({
      ...EngineSchema.entries,
      sealed: v.optional(v.pipe(v.string(), v.maxLength(20_000))),
    }),
  ),
  proof: v.optional(ProofSchema),
})
export type Services = v.InferOutput<typeof ServicesSchema>

/** A key as it is typed or pasted: what can stand in a header. */
export const KeySchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(2000),
  v.regex(/^[\x21-\x7e]+$/, 'not a key'),
)

/** What is set up. `key`: none, kept until the program ends, or kept by the system. `lasting`: this system can keep one. */
export const ServiceStateSchema = v.strictObject({
  engine: v.nullable(
    v.strictObject({ ...EngineSchema.entries, key: v.picklist(['none', 'session', 'store']) }),
  ),
  proof: v.nullable(ProofSchema),
  lasting: v.boolean(),
})
export type ServiceState = v.InferOutput<typeof ServiceStateSchema>

/** The host that the person agreed to send texts to. It is asked for once in each run of the program. */
export const AgreedSchema = v.optional(v.pipe(v.string(), v.maxLength(2048)))

/** What ended a piece of work before its end; what was done until then counts. */
export const StoppedSchema = v.nullable(
  v.strictObject({
    code: v.picklist(ERROR_CODES),
    params: v.record(v.string(), v.union([v.string(), v.number()])),
  }),
)

/** An answer that was not taken, because it has not the codes of its source: which, as they are numbered in it. */
export const RefusedSchema = v.strictObject({
  unit: IdentifierSchema,
  text: v.string(),
  codes: v.string(),
})

/** What a proofreader found in a text. `start` and `end` in UTF-16 units of it, a fact and a break being one. */
export const RemarkSchema = v.strictObject({
  unit: IdentifierSchema,
  start: v.number(),
  end: v.number(),
  /** What stands there. */
  text: v.string(),
  /** In the words of the server. */
  message: v.string(),
  replacements: v.array(v.string()),
})
export type Remark = v.InferOutput<typeof RemarkSchema>
