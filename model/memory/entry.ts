import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { ContentSchema } from '../document/text.ts'
import { ENTRY_ORIGINS } from './score.ts'

/** The hash of a text of the document; empty where there is none. */
const NeighbourSchema = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{64})?$/))

/** A text and its translation, as somebody confirmed them or a file had them. */
export const EntrySchema = v.strictObject({
  sourceLocale: LocaleSchema,
  targetLocale: LocaleSchema,
  source: ContentSchema,
  target: ContentSchema,
  origin: v.picklist(ENTRY_ORIGINS),
  /** Who confirmed it; null where nobody knows. */
  author: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** RFC 3339 in UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** The unit that it is the translation of; empty where a file does not say. */
  unit: v.union([v.literal(''), IdentifierSchema]),
  sourceHash: NeighbourSchema,
  /** Hashes of the texts around it. */
  previous: NeighbourSchema,
  next: NeighbourSchema,
})
export type Entry = v.InferOutput<typeof EntrySchema>

/** An entry in the library, of a postmortem or of a file. */
export interface StoredEntry extends Entry {
  readonly id: number
  readonly postmortem: string | null
  /** The name of the file that it came with. */
  readonly file: string | null
}
