import * as v from 'valibot'
import { LocaleSchema } from '../document/locale.ts'
import { OwnWordsSchema, WordsOfLocaleSchema } from '../publication/own-words.ts'
import { call, path } from './call.ts'

/** Calls about the words that published pages say by themselves. */
export const PUBLICATION_CALLS = {
  /** Those of the library's own, by language; the program's are in its packs. */
  'publication.words': call(v.strictObject({}), v.strictObject({ words: OwnWordsSchema })),
  /** Puts those of a language in place of all that it had. Errors: WORD_UNKNOWN, WORD_SLOT. */
  'publication.setWords': call(
    v.strictObject({ locale: LocaleSchema, words: WordsOfLocaleSchema }),
    v.strictObject({}),
  ),
  /** All of them as a JSON file. `path` null: the person closed the dialog. */
  'publication.exportWords': call(
    v.strictObject({ path }),
    v.strictObject({ path: v.nullable(v.string()), languages: v.number() }),
  ),
  /**
   * Puts those of a file over what each of its languages has; other keys and languages stay. `words` null: the person closed
   * the dialog; else what is there now. Errors: those of reading a file, WORDS_INVALID, WORD_UNKNOWN, WORD_SLOT.
   */
  'publication.importWords': call(
    v.strictObject({ path }),
    v.strictObject({ words: v.nullable(OwnWordsSchema) }),
  ),
} as const
