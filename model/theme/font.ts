import * as v from 'valibot'
import { HashSchema } from '../document/translation.ts'

/**
 * The largest font that is taken, as a file and as TrueType, in bytes: a Japanese family has some 10 MB a cut, and HarfBuzz, whose memory
 * is bounded, still writes this much anew. Pages carry only what they show of it.
 */
export const LARGEST_FONT = 12 * 1024 * 1024

/** The kinds of type that an organisation can have a face of its own for. */
export const FONT_ROLES = ['text', 'headings', 'code'] as const
export type FontRole = (typeof FONT_ROLES)[number]

export const FONT_CUTS = ['regular', 'italic', 'bold', 'boldItalic'] as const
export type FontCut = (typeof FONT_CUTS)[number]

const Name = v.pipe(v.string(), v.maxLength(255))

/** A font of the library in one cut: its bytes stand there once, under their hash. */
export const FontFileSchema = v.strictObject({
  /** SHA-256 of its bytes as TrueType. */
  font: HashSchema,
  /** As the font calls itself. */
  family: Name,
  style: Name,
})
export type FontFile = v.InferOutput<typeof FontFileSchema>

/** A face of an organisation's own. A cut that it lacks is that of the house. */
export const FontFaceSchema = v.strictObject({
  regular: v.nullable(FontFileSchema),
  italic: v.nullable(FontFileSchema),
  bold: v.nullable(FontFileSchema),
  boldItalic: v.nullable(FontFileSchema),
})
export type FontFace = v.InferOutput<typeof FontFaceSchema>

export const NO_FACE: FontFace = { regular: null, italic: null, bold: null, boldItalic: null }

export const FontsSchema = v.strictObject({
  text: FontFaceSchema,
  headings: FontFaceSchema,
  code: FontFaceSchema,
})
export type Fonts = v.InferOutput<typeof FontsSchema>

export const NO_FONTS: Fonts = { text: NO_FACE, headings: NO_FACE, code: NO_FACE }

/** The cuts that can be chosen for a kind of type: code has one. */
export const cutsOf = (role: FontRole): readonly FontCut[] =>
  role === 'code' ? ['regular'] : FONT_CUTS

/** Whether a face shows anything at all. */
export const hasFace = (face: FontFace): boolean => FONT_CUTS.some((cut) => face[cut] !== null)

/**
 * Whether a face shows a cut that it has no file for in another one of its own, and not in the house's: headings are set in what there
 * is, and words that are both strong and emphasised in one of the two.
 */
export const standsIn = (role: FontRole, face: FontFace, cut: FontCut): boolean =>
  role === 'headings'
    ? hasFace(face)
    : cut === 'boldItalic' && (face.italic !== null || face.bold !== null)

/** A font file as the core has read it. `cut`: what it is by its own account; `bold`: what a variable one has in it besides. */
export const TakenFontSchema = v.strictObject({
  cut: v.picklist(FONT_CUTS),
  regular: FontFileSchema,
  bold: v.nullable(FontFileSchema),
})
export type TakenFont = v.InferOutput<typeof TakenFontSchema>

const HEAVIER: Partial<Record<FontCut, FontCut>> = { regular: 'bold', italic: 'boldItalic' }

/** A face with a font in one cut, and with its bold one in the cut for that where there was none. */
export function withFont(face: FontFace, cut: FontCut, { regular, bold }: TakenFont): FontFace {
  const heavier = HEAVIER[cut]
  const next = { ...face, [cut]: regular }
  return heavier === undefined || bold === null || face[heavier] !== null
    ? next
    : { ...next, [heavier]: bold }
}

/** From so many bytes of a face on, a page on the screen is slower than readers on a phone put up with. */
export const MUCH_OF_A_PAGE = 250_000

/** Every font that these name, each once. */
export const fontsIn = (fonts: Fonts): readonly FontFile[] => [
  ...new Map(
    FONT_ROLES.flatMap((role) =>
      FONT_CUTS.flatMap((cut) => {
        const file = fonts[role][cut]
        return file === null ? [] : [[file.font, file] as const]
      }),
    ),
  ).values(),
]
