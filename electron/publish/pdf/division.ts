const SOFT_HYPHEN = /^00ad$/i
/** A place where a word could have been divided: Chromium paints it as nothing, with a soft hyphen as its text. */
const UNUSED =
  /\/Span<<\/ActualText <FEFF00AD> >> BDC\n((?:[-\d.]+ [-\d.]+ Td )?)<[0-9A-F]{4}> Tj\nEMC\n/gi
/** Text of a glyph in UTF-16, as Skia writes it: of a ligature, or of a letter and what is not seen after it. */
const ACTUAL = /(\/ActualText <FEFF)((?:[0-9A-F]{4})+)(> )/gi

/**
 * The content of a page without the soft hyphens at which no line ends: a word is one word, to whoever takes text from
 * it or looks for it. Where a line does end in one, Chromium paints a hyphen and says so.
 */
export const withoutDivisions = (content: Buffer): Buffer =>
  Buffer.from(
    content
      .toString('latin1')
      .replace(UNUSED, '$1\n')
      .replace(ACTUAL, (_, before: string, units: string, after: string) => {
        const kept = units.match(/.{4}/g)!.filter((unit) => !SOFT_HYPHEN.test(unit))
        return before + kept.join('') + after
      }),
    'latin1',
  )
