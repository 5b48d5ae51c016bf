import * as v from 'valibot'

/** Sheets of paper: ISO 216 A4 (210 × 297 mm) and US Letter (8.5 × 11 in). */
export const PAPERS = ['a4', 'letter'] as const
export const PaperSchema = v.picklist(PAPERS)
export type Paper = v.InferOutput<typeof PaperSchema>

/** How a PDF is made. `paper` left out: by the locale's region. `archive`: PDF/A-3a, with the text as Markdown in it. */
export const PdfChoiceSchema = v.strictObject({
  paper: v.optional(PaperSchema),
  archive: v.optional(v.boolean()),
})
export type PdfChoice = v.InferOutput<typeof PdfChoiceSchema>

/** Where paper is Letter (CLDR, supplemental data, `paperSize`). */
const LETTER = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** The paper of a locale: that of its region where the tag names one, and otherwise A4, which most of the world has. */
export const paperOf = (locale: string): Paper =>
  LETTER.has(new Intl.Locale(locale).region ?? '') ? 'letter' : 'a4'
