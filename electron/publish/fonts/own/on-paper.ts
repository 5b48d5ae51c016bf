import { covers, type Coverage } from '../coverage.ts'
import type { CoveredFont } from '../library.ts'
import { glyphCount } from '../shaping.ts'

const LAM_ALEF = 'لا'
const ARABIC = /\p{Script=Arab}/u

const withoutArabic = (coverage: Coverage): Coverage =>
  coverage.flatMap(([first, last]) => {
    const kept: [number, number][] = []
    for (let point = first; point <= last; point++)
      if (!ARABIC.test(String.fromCodePoint(point))) {
        const open = kept.at(-1)
        if (open !== undefined && open[1] === point - 1) open[1] = point
        else kept.push([point, point])
      }
    return kept
  })

const known = new WeakMap<Coverage, Promise<Coverage>>()

async function readable({ coverage, own }: CoveredFont): Promise<Coverage> {
  const hasBoth = [...LAM_ALEF].every((letter) => covers(coverage, letter.codePointAt(0)!))
  if (own === undefined || !hasBoth) return coverage
  return (await glyphCount(own.read(), LAM_ALEF, 'rtl')) > 1 ? coverage : withoutArabic(coverage)
}

/**
 * Fonts of an organisation's own as a PDF can have them. Readers of PDF give back lam and alef the wrong way round where a font writes
 * them as one glyph, so that of such a font only what is not Arabic is used on paper: the text of a document comes before its looks.
 */
export const onPaper = (fonts: readonly CoveredFont[]): Promise<CoveredFont[]> =>
  Promise.all(
    fonts.map(async (font) => {
      const found = known.get(font.coverage) ?? readable(font)
      known.set(font.coverage, found)
      const coverage = await found
      return coverage === font.coverage ? font : { ...font, coverage }
    }),
  )
