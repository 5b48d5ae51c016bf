import type { FontCut } from '../../../../model/theme/font.ts'
import type { Tables } from '../sfnt.ts'

const ITALIC = 1
const OBLIQUE = 1 << 9
const BOLD_IN_HEAD = 1
const ITALIC_IN_HEAD = 2
/** From semibold on (OpenType 1.9, "OS/2", "usWeightClass"). */
const HEAVY = 600

/** Which cut a font is by its own account: `OS/2` where it has one, else `head` (OpenType 1.9, "macStyle"). */
export function cutIn(tables: Tables, isVariable: boolean): FontCut {
  const os2 = tables.get('OS/2')
  const style = tables.get('head')!.readUInt16BE(44)
  const told = os2 !== undefined && os2.length >= 64
  const slanted = told
    ? (os2.readUInt16BE(62) & (ITALIC | OBLIQUE)) !== 0
    : (style & ITALIC_IN_HEAD) !== 0
  const heavy = told ? os2.readUInt16BE(4) >= HEAVY : (style & BOLD_IN_HEAD) !== 0
  // A variable one gives its usual weight and its bold.
  if (heavy && !isVariable) return slanted ? 'boldItalic' : 'bold'
  return slanted ? 'italic' : 'regular'
}
