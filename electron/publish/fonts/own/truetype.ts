import { Buffer } from 'node:buffer'
import { sfntFrom, tablesOf } from '../sfnt.ts'
import { boxOf, glyfTables, simpleGlyph, type Contour } from './glyf.ts'
import { outlinesOf } from './pen.ts'

const TRUETYPE = 0x00010000
/** What goes with the outlines of the Compact Font Format, and what draws in colours: a PDF would hold it as Type 3. */
const OF_OTHERS = ['CFF ', 'CFF2', 'VORG', 'COLR', 'CPAL', 'SVG ', 'sbix', 'CBDT', 'CBLC']

/** `maxp` 1.0 (OpenType 1.9): what a program must make room for. Nothing is put together, and nothing has instructions. */
function maxpOf(outlines: readonly (readonly Contour[])[]): Buffer {
  const table = Buffer.alloc(32)
  const most = (count: (outline: readonly Contour[]) => number): number =>
    outlines.reduce((max, outline) => Math.max(max, count(outline)), 0)
  table.writeUInt32BE(0x00010000, 0)
  table.writeUInt16BE(outlines.length, 4)
  table.writeUInt16BE(
    most((outline) => outline.reduce((sum, contour) => sum + contour.length, 0)),
    6,
  )
  table.writeUInt16BE(
    most((outline) => outline.length),
    8,
  )
  table.writeUInt16BE(2, 14)
  return table
}

/** The widths of all glyphs, with the left edges of their outlines: a reader moves an outline to where its edge should be. */
function hmtxOf(table: Buffer, metrics: number, outlines: readonly (readonly Contour[])[]): Buffer {
  const out = Buffer.alloc(4 * outlines.length)
  for (const [index, outline] of outlines.entries()) {
    out.writeUInt16BE(table.readUInt16BE(4 * Math.min(index, metrics - 1)), 4 * index)
    out.writeInt16BE(boxOf(outline).left, 4 * index + 2)
  }
  return out
}

/**
 * The same font with TrueType outlines. Skia embeds outlines of the Compact Font Format in a PDF as Type 3, of which no text can be
 * copied rightly and which is many times as large.
 */
export async function asTrueType(font: Buffer): Promise<Buffer> {
  const tables = new Map(tablesOf(font))
  for (const tag of OF_OTHERS) tables.delete(tag)
  if (tables.has('glyf')) return sfntFrom(tables, TRUETYPE)
  const outlines = await outlinesOf(font, tables.get('maxp')!.readUInt16BE(4))
  const { glyf, loca } = glyfTables(outlines.map((outline) => simpleGlyph(outline)))
  const hhea = Buffer.from(tables.get('hhea')!)
  tables.set('hmtx', hmtxOf(tables.get('hmtx')!, hhea.readUInt16BE(34), outlines))
  hhea.writeUInt16BE(outlines.length, 34)
  const head = Buffer.from(tables.get('head')!)
  head.writeInt16BE(1, 50)
  return sfntFrom(
    tables
      .set('glyf', glyf)
      .set('loca', loca)
      .set('hhea', hhea)
      .set('head', head)
      .set('maxp', maxpOf(outlines)),
    TRUETYPE,
  )
}
