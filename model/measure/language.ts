import * as v from 'valibot'

/**
 * How fast a language is read: words a minute, or characters a minute where words are not set apart. The figures are the
 * means of Trauzettel-Klosinski & Dietz, "Standardized Assessment of Reading Performance: The New International Reading
 * Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461.
 */
export const ReadingSchema = v.strictObject({
  unit: v.picklist(['words', 'characters']),
  perMinute: v.pipe(v.number(), v.minValue(1)),
})
export type Reading = v.InferOutput<typeof ReadingSchema>

/** For a language that was not measured: the mean of the seventeen that were. */
export const MEAN_READING: Reading = { unit: 'words', perMinute: 184 }

const Letters = v.pipe(v.string(), v.minLength(1))

/**
 * The formula of reading ease that a language has, and how its syllables are counted. The ease is `base`, less
 * `perWord` for each word of the mean sentence, less `perSyllable` for each syllable of the mean word.
 */
export const ReadabilitySchema = v.strictObject({
  /** Who found it, and when. */
  name: v.pipe(v.string(), v.minLength(1)),
  base: v.number(),
  perWord: v.number(),
  perSyllable: v.number(),
  /** Each of these letters is a syllable, unless it stands in one of `together`, which are one. */
  vowels: Letters,
  together: v.array(Letters),
  /** Regular expressions for the ends of words that have a letter too many: one syllable less. */
  silent: v.array(
    v.pipe(
      Letters,
      v.check((source) => {
        try {
          return new RegExp(source, 'u').source !== ''
        } catch {
          return false
        }
      }, 'not a regular expression'),
    ),
  ),
})
export type Readability = v.InferOutput<typeof ReadabilitySchema>
