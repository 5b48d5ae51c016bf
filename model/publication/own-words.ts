import * as v from 'valibot'
import { LocaleSchema } from '../document/locale.ts'

/** Which of the words of a publication: the way to it in a pack, as `labels.contents`. */
const Key = v.pipe(v.string(), v.regex(/^[a-zA-Z-]+\.[a-zA-Z-]+$/), v.maxLength(100))
const Word = v.pipe(v.string(), v.maxLength(500))

/** What an organisation says in place of the words that come with the program, by their keys. An empty one says nothing. */
export const WordsOfLocaleSchema = v.record(Key, Word)
export type WordsOfLocale = v.InferOutput<typeof WordsOfLocaleSchema>

/** The same in each language. */
export const OwnWordsSchema = v.record(LocaleSchema, WordsOfLocaleSchema)
export type OwnWords = v.InferOutput<typeof OwnWordsSchema>

/** The file that they travel in, for another library. */
export const OwnWordsFileSchema = v.strictObject({
  format: v.literal('afterword-publication-words'),
  version: v.literal(1),
  words: OwnWordsSchema,
})

/** A file of words is a few kilobytes a language. */
export const LARGEST_WORDS_FILE = 4 * 1024 * 1024
