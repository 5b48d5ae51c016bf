import * as v from 'valibot'

/**
 * The texts of the sample postmortem in one language, by the key of the unit; `name.` are names as the language
 * writes them, and `note.`, in the source alone, what the authors noted for themselves. Texts are written with `**strong**`,
 * `*emphasis*`, `` `code` ``, `[text](address)`, and `{fact}` or `{fact:short}` for a value by its key.
 */
export const SampleTextsSchema = v.record(v.string(), v.pipe(v.string(), v.minLength(1)))
export type SampleTexts = v.InferOutput<typeof SampleTextsSchema>

const packs = import.meta.glob<unknown>('./*/sample.json', { eager: true, import: 'default' })

/** By locale. */
export const sampleTexts: ReadonlyMap<string, SampleTexts> = new Map(
  Object.entries(packs).map(([file, pack]) => [
    file.split('/')[1]!,
    v.parse(SampleTextsSchema, pack),
  ]),
)
