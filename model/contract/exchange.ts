import * as v from 'valibot'
import { LocaleSchema } from '../document/locale.ts'

/** Formats that a postmortem goes to translators in and comes back from; the extension of the file says which. */
export const EXCHANGE_FORMATS = ['xlf', 'docx'] as const

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** `text`: the source as it stands. `line`: of the file, or the row of its table. An id of a file may be anything. */
const Told = v.strictObject({ unit: v.string(), text: v.string(), line: Count })
const Taken = v.strictObject({ ...Told.entries, taken: v.boolean() })

/** What came back from translators, and what was made of it. */
export const ExchangeReportSchema = v.strictObject({
  id: v.string(),
  locale: LocaleSchema,
  /** Translations that are now what the file says. */
  taken: Count,
  /** Texts that say what they said before, or nothing. */
  unchanged: Count,
  /** Notes of the file that are comments now. */
  said: Count,
  /** Changed or approved here since the file left: what stands here stays. */
  kept: v.array(v.strictObject({ ...Told.entries, ours: v.string(), theirs: v.string() })),
  /** The source is not the one that was translated. Taken: it is shown as changed in the source. */
  drifted: v.array(Taken),
  /** Codes that do not fit together, or (taken, as a draft) are not those of the source. */
  codes: v.array(Taken),
  /** Texts with an id that the postmortem does not have, or a second time. */
  unknown: v.array(Told),
  /** Texts that were to be in the file and are not. */
  missing: v.array(v.strictObject({ unit: v.string(), text: v.string() })),
})
export type ExchangeReport = v.InferOutput<typeof ExchangeReportSchema>
