import type { Buffer } from 'node:buffer'
import { fail, ok, type Result } from '../../../../model/errors/result.ts'
import { LARGEST_FONT, type FontCut } from '../../../../model/theme/font.ts'
import { coverageOf } from '../coverage.ts'
import { whole } from '../harfbuzz.ts'
import { tablesOf } from '../sfnt.ts'
import { weightsOf, type Weights } from './axis.ts'
import { hasUnicode } from './charmap.ts'
import { tooLarge, unwrapped } from './container.ts'
import { namesOf } from './names.ts'
import { cutIn } from './cut.ts'
import { forbidden } from './rights.ts'
import { asTrueType } from './truetype.ts'

const REGULAR = 400
const BOLD = 700
/** A variable font that becomes no heavier than this has no bold. */
const HEAVY = 600
/** What a font must have whatever it shows (OpenType 1.9, "Required Tables"); the outlines are looked at apart. */
const REQUIRED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp']

/** One font as pages can have it: static, with TrueType outlines, for Unicode. */
export interface ReadFont {
  readonly family: string
  readonly style: string
  readonly bytes: Buffer
}

export interface ReadFile {
  readonly cut: FontCut
  /** What the file is, or at its usual weight where it can have many. */
  readonly regular: ReadFont
  /** The bold one that a variable font has in it. */
  readonly bold: ReadFont | null
}

const clamped = (weight: number, [least, most]: Weights): number =>
  Math.min(Math.max(weight, least), most)

/**
 * A font file of anybody's as fonts of ours. Nothing of it is trusted: its tables are looked at for their bounds, HarfBuzz writes them anew,
 * and what it does not know is left out.
 *
 * Errors: FONT_TOO_LARGE, FONT_UNKNOWN, FONT_COLLECTION, FONT_DAMAGED, FONT_RESTRICTED, FONT_WHOLE_ONLY, FONT_BITMAP, FONT_NO_UNICODE.
 *
 * @param name of the file, for the errors and where the font has no name of its own
 */
export async function readFontFile(name: string, bytes: Uint8Array): Promise<Result<ReadFile>> {
  const file = name
  if (bytes.byteLength > LARGEST_FONT) return tooLarge(file, bytes.byteLength)
  const font = unwrapped(file, bytes)
  if (!font.ok) return font
  const tables = tablesOf(font.value)
  const refused = forbidden(tables.get('OS/2'))
  if (refused !== undefined) return fail(refused, { file })
  if (REQUIRED.some((tag) => !tables.has(tag))) return fail('FONT_DAMAGED', { file })
  if (!['glyf', 'CFF ', 'CFF2'].some((tag) => tables.has(tag))) return fail('FONT_BITMAP', { file })
  if (!hasUnicode(tables.get('cmap')!)) return fail('FONT_NO_UNICODE', { file })
  const names = namesOf(tables.get('name'))
  const called = { ...names, family: names.family || name.replace(/\.[^.]*$/, '') }
  try {
    const weights = weightsOf(tables.get('fvar'))
    // What can be many is fixed first; what is one has its outlines turned first, in memory that grows.
    const plain = weights === undefined ? await asTrueType(font.value) : font.value
    if (plain.length > LARGEST_FONT) return tooLarge(file, plain.length)
    const cut = async (weight: number, style: string): Promise<ReadFont> => ({
      ...called,
      style,
      bytes: await asTrueType(await whole(plain, weights && clamped(weight, weights))),
    })
    const regular = await cut(REGULAR, called.style)
    const made = tablesOf(regular.bytes)
    if ([...REQUIRED, 'glyf', 'loca'].some((tag) => (made.get(tag)?.length ?? 0) === 0))
      return fail('FONT_DAMAGED', { file })
    if (coverageOf(regular.bytes).length === 0) return fail('FONT_NO_UNICODE', { file })
    return ok({
      cut: cutIn(tables, weights !== undefined),
      regular,
      bold:
        weights && weights[1] >= HEAVY ? await cut(BOLD, `wght ${clamped(BOLD, weights)}`) : null,
    })
  } catch {
    return fail('FONT_DAMAGED', { file })
  }
}
