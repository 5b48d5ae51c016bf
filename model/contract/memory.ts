import * as v from 'valibot'
import { IdentifierSchema } from '../document/identifier.ts'
import { LocaleSchema } from '../document/locale.ts'
import { ContentSchema } from '../document/text.ts'
import { ScoreSchema } from '../document/translation.ts'
import { ENTRY_ORIGINS } from '../memory/score.ts'

/** Text that somebody typed to look for. */
export const SoughtSchema = v.pipe(
  v.string(),
  v.maxLength(10_000),
  v.check((text) => text.trim() !== '', 'nothing to look for'),
)

/** Where a translation in the memory comes from. */
const provenance = {
  entry: v.number(),
  origin: v.picklist(ENTRY_ORIGINS),
  /** Who confirmed it, as their system knows them. */
  author: v.nullable(v.string()),
  /** RFC 3339 in UTC. */
  at: v.string(),
  sourceLocale: LocaleSchema,
  targetLocale: LocaleSchema,
  /** The postmortem and the unit that it stands in. */
  postmortem: v.nullable(IdentifierSchema),
  unit: v.string(),
  /** The name of the file that it came with. */
  file: v.nullable(v.string()),
}

/** A translation that may be taken. */
export const MatchSchema = v.strictObject({
  ...provenance,
  /** In per cent: 101 and 102 exact in the same surroundings, 95 to 99 with the same words. */
  score: ScoreSchema,
  /** It is one sentence of a longer text. */
  sentence: v.boolean(),
  source: ContentSchema,
  /** Ready to be put in: facts and notes are those of the text at hand. */
  target: ContentSchema,
  /** From the source of the match (`removed`) to the text at hand (`added`), word by word; a fact is U+FFFC. */
  differences: v.array(
    v.strictObject({ kind: v.picklist(['kept', 'added', 'removed']), text: v.string() }),
  ),
})
export type Match = v.InferOutput<typeof MatchSchema>

export const LookupSchema = v.strictObject({
  /** For the whole text, the best first. */
  matches: v.array(MatchSchema),
  /** For each of its sentences, where it has more than one. `start` and `end` in UTF-16 units, a fact and a break being one. */
  sentences: v.array(
    v.strictObject({ start: v.number(), end: v.number(), matches: v.array(MatchSchema) }),
  ),
})
export type Lookup = v.InferOutput<typeof LookupSchema>

/** A text of the memory that holds what was looked for. */
export const ConcordanceSchema = v.strictObject({
  ...provenance,
  source: ContentSchema,
  target: ContentSchema,
  /** Where it stands on the side that was looked at, in UTF-16 units of its plain text. */
  found: v.array(v.strictObject({ start: v.number(), end: v.number() })),
})
export type Concordance = v.InferOutput<typeof ConcordanceSchema>

/** A file that was taken into the memory. */
export const MemoryFileSchema = v.strictObject({
  id: IdentifierSchema,
  name: v.string(),
  /** RFC 3339 in UTC. */
  at: v.string(),
  entries: v.number(),
})

/** What an import of a file did. */
export const MemoryReportSchema = v.strictObject({
  /** Units of the file that are in the memory now. */
  added: v.number(),
  /** Those that were there already with the same translation. */
  known: v.number(),
  /** Those that say nothing, in no language, in one alone, or too much. */
  skipped: v.number(),
})
export type MemoryReport = v.InferOutput<typeof MemoryReportSchema>
