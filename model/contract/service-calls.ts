import * as v from 'valibot'
import { ChangesSchema } from '../document/change.ts'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { ContentSchema } from '../document/text.ts'
import { HashSchema } from '../document/translation.ts'
import { call } from './call.ts'
import {
  AgreedSchema,
  EngineSchema,
  KeySchema,
  ProofSchema,
  RefusedSchema,
  RemarkSchema,
  ServiceStateSchema,
  StoppedSchema,
} from './service.ts'

const nothing = v.strictObject({})

/** Calls about services outside of this computer, or of another program on it, which the person set up. */
export const SERVICE_CALLS = {
  /** The services of the person's own, and what is known of their keys. */
  'service.get': call(nothing, ServiceStateSchema),
  /** Sets the translation engine up, or off. `key` left out: as it is, where the host is the same; null: forgotten. */
  'service.setEngine': call(
    v.strictObject({
      engine: v.nullable(EngineSchema),
      key: v.optional(v.nullable(KeySchema)),
    }),
    ServiceStateSchema,
  ),
  'service.setProof': call(v.strictObject({ proof: v.nullable(ProofSchema) }), ServiceStateSchema),
  /**
   * What `engine.translate` would send: untranslated texts and the characters in them, each text once. `withheld`: others, which
   * stay here because of who may read them. Nothing is sent.
   */
  'engine.count': call(
    v.strictObject({ id: IdentifierSchema, locale: LocaleSchema }),
    v.strictObject({ texts: v.number(), characters: v.number(), withheld: v.number() }),
  ),
  /** What the engine makes of a unit (its source as it is saved). Nothing is changed. SERVICE_UNASKED until `agreed` names the host. */
  'engine.suggest': call(
    v.strictObject({
      id: IdentifierSchema,
      unit: IdentifierSchema,
      locale: LocaleSchema,
      agreed: AgreedSchema,
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({ content: ContentSchema, engine: v.string(), sourceHash: HashSchema }),
  ),
  /**
   * The changes that fill the untranslated units of a locale with what the engine makes of them, as drafts: to be made as one step.
   * `refused`: answers that lost codes. `stopped`: why not all were asked for; what was done until then is in `changes`.
   */
  'engine.translate': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: LocaleSchema,
      agreed: AgreedSchema,
      save: v.optional(v.boolean()),
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({
      changes: ChangesSchema,
      refused: v.array(RefusedSchema),
      stopped: StoppedSchema,
    }),
  ),
  /** What the proofreader finds in a language, the source's own too, or in one unit of it. Nothing is changed. */
  'proof.check': call(
    v.strictObject({
      id: IdentifierSchema,
      locale: LocaleSchema,
      unit: v.optional(IdentifierSchema),
      agreed: AgreedSchema,
      job: v.optional(IdentifierSchema),
    }),
    v.strictObject({
      remarks: v.array(RemarkSchema),
      checked: v.number(),
      withheld: v.number(),
      stopped: StoppedSchema,
    }),
  ),
} as const
