import * as v from 'valibot'

const Words = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(20)))
const FormSchema = v.strictObject({
  /** Words that say it; one with a capital only so, others in any case. */
  words: Words,
  /** What a sentence ends with that says it. */
  endings: v.optional(Words),
})

/** How a language speaks to its readers as to strangers and as to friends: pronouns, and endings where these say it. */
export const RegisterSchema = v.strictObject({ formal: FormSchema, informal: FormSchema })

/** What finds the words of each form in a text. */
export interface Register {
  readonly formal: RegExp
  readonly informal: RegExp
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A sign stands among others without spaces, and a word by itself. */
const wordPattern = (word: string): string => {
  if (/^\p{Script=Han}/u.test(word)) return escaped(word)
  const first = word[0]!
  const either = first === first.toLowerCase() ? `[${first}${first.toUpperCase()}]` : first
  return String.raw`(?<![\p{L}\p{N}])${either}${escaped(word.slice(1))}(?![\p{L}\p{N}])`
}

const patternOf = ({ words, endings = [] }: v.InferOutput<typeof FormSchema>): RegExp =>
  new RegExp(
    [
      ...words.map(wordPattern),
      ...endings.map((ending) => String.raw`${escaped(ending)}(?=[。！？]|\s*$)`),
    ].join('|') || '(?!)',
    'gu',
  )

export const registerOf = (words: v.InferOutput<typeof RegisterSchema>): Register => ({
  formal: patternOf(words.formal),
  informal: patternOf(words.informal),
})
