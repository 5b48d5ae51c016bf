import type { Buffer } from 'node:buffer'
import { FONT_ROLES, type FontFile, type Fonts } from '../../../../model/theme/font.ts'
import { coverageOf, type Coverage } from '../coverage.ts'
import type { CoveredFont } from '../library.ts'
import { tablesOf } from '../sfnt.ts'
import { OWN_FAMILIES } from './family.ts'
import { ideographsOf } from './rights.ts'

interface Facts {
  readonly coverage: Coverage
  readonly ideographs: readonly string[]
}

/** As many as a library with a few themes has; what stands here never changes, because the hash says the bytes. */
const MOST_KNOWN = 64
const known = new Map<string, Facts>()

function factsOf(id: string, read: (id: string) => Buffer): Facts {
  const bytes = known.get(id)
  if (bytes !== undefined) return bytes
  const font = read(id)
  const facts = { coverage: coverageOf(font), ideographs: ideographsOf(tablesOf(font).get('OS/2')) }
  known.set(id, facts)
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break
    known.delete(oldest)
  }
  return facts
}

/** Whether the bold one is set for its weight alone: a face for headings that comes in one cut is what headings have, whatever they weigh. */
function* cutsOf(role: keyof Fonts, { regular, italic, bold, boldItalic }: Fonts[keyof Fonts]) {
  const slanted = boldItalic ?? italic
  if (role === 'headings') {
    const upright = bold ?? regular
    if (upright !== null) yield [700, 'normal', upright] as const
    if (slanted !== null) yield [700, 'italic', slanted] as const
    return
  }
  if (regular !== null) yield [400, 'normal', regular] as const
  if (role === 'code') return
  if (bold !== null) yield [700, 'normal', bold] as const
  if (italic !== null) yield [400, 'italic', italic] as const
  const both = slanted ?? bold
  if (both !== null) yield [700, 'italic', both] as const
}

/**
 * The fonts of a theme as pages choose from them.
 *
 * @param read the bytes of one by its hash; what it throws is thrown on
 */
export function broughtFonts(fonts: Fonts, read: (id: string) => Buffer): CoveredFont[] {
  const brought = (
    role: keyof Fonts,
    weight: number,
    style: 'normal' | 'italic',
    { font }: FontFile,
  ): CoveredFont => {
    const { coverage, ideographs } = factsOf(font, read)
    return {
      family: OWN_FAMILIES[role],
      package: '',
      // What a file of a website is called by: not as the font calls itself.
      file: `${role}-${weight}-${style}`,
      weight,
      style,
      coverage,
      own: { id: font, ideographs, read: () => read(font) },
    }
  }
  return FONT_ROLES.flatMap((role) =>
    [...cutsOf(role, fonts[role])].map(([weight, style, file]) =>
      brought(role, weight, style, file),
    ),
  )
}
