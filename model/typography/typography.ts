import * as v from 'valibot'

const Marks = v.pipe(v.string(), v.minLength(1), v.maxLength(16))
const Pair = v.strictTuple([Marks, Marks])

/** How a language sets what a keyboard has only one key for. */
export const TypographySchema = v.strictObject({
  /** What opens and what closes a quotation, with the spaces that stand inside: of `"`, and of `'`. */
  quotes: v.strictObject({ outer: Pair, inner: Pair }),
  apostrophe: Marks,
  /** Words without their beginning, as they are written after an apostrophe. */
  elisions: v.array(Marks),
  /** The dash of a thought: between words without spaces, and between spaces. */
  dashes: v.strictObject({ joined: Marks, spaced: Marks }),
  ellipsis: Marks,
  /** The space that stands before marks, and never lets a line break there. */
  spaces: v.array(v.strictObject({ before: Marks, space: Marks })),
})
export type Typography = v.InferOutput<typeof TypographySchema>
