import { Buffer } from 'node:buffer'
import { brotliDecompressSync } from 'node:zlib'
import type { Tables } from '../sfnt.ts'
import { glyfOf, hmtxOf } from './woff2-outlines.ts'

/** The tags that a flag stands for, in their order (WOFF 2.0, section 4.1). */
const TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
const tagOf = (flag: number): string => TAGS.slice(5 * flag, 5 * flag + 4).padEnd(4)
const ARBITRARY = 63
const HEADER = 48

interface Entry {
  readonly tag: string
  /** Bytes in the stream, and whether they are what the table says or a rewritten form of it. */
  readonly length: number
  readonly transformed: boolean
}

/** The directory (section 4): where it ends the compressed stream begins. */
function entriesOf(font: Buffer): { readonly entries: Entry[]; readonly end: number } {
  let at = HEADER
  const number = (): number => {
    let value = 0
    for (let count = 0; count < 5; count++) {
      const byte = font.readUInt8(at++)
      value = value * 128 + (byte & 0x7f)
      if ((byte & 0x80) === 0) return value
    }
    throw new RangeError('a number of more than five bytes')
  }
  const entries = Array.from({ length: font.readUInt16BE(12) }, (): Entry => {
    const flags = font.readUInt8(at++)
    let tag = tagOf(flags & ARBITRARY)
    if ((flags & ARBITRARY) === ARBITRARY) {
      tag = font.toString('latin1', at, at + 4)
      at += 4
    }
    const length = number()
    // The outlines are rewritten unless they say 3, any other table only if it does not say 0.
    const plain = tag === 'glyf' || tag === 'loca' ? 3 : 0
    const transformed = flags >>> 6 !== plain
    return { tag, length: transformed ? number() : length, transformed }
  })
  return { entries, end: at }
}

/**
 * The tables of a WOFF 2.0 file (https://www.w3.org/TR/WOFF2/). Whoever asks has looked that it is one, and not a collection.
 *
 * @param most bytes that it may unpack to
 * @throws RangeError or another Error where it is not whole
 */
export function woff2Tables(font: Buffer, most: number): Tables {
  const { entries, end } = entriesOf(font)
  const stream = brotliDecompressSync(font.subarray(end, end + font.readUInt32BE(20)), {
    maxOutputLength: most,
  })
  const tables = new Map<string, Buffer>()
  const rewritten = new Set<string>()
  let at = 0
  for (const { tag, length, transformed } of entries) {
    if (at + length > stream.length) throw new RangeError('the stream ends too soon')
    tables.set(tag, stream.subarray(at, at + length))
    if (transformed) rewritten.add(tag)
    at += length
  }
  if (rewritten.has('glyf')) {
    const { glyf, loca, leftmost } = glyfOf(tables.get('glyf')!, most)
    tables.set('glyf', glyf)
    tables.set('loca', loca)
    const head = Buffer.from(tables.get('head')!)
    // The places of glyphs are written in the long form.
    head.writeInt16BE(1, 50)
    tables.set('head', head)
    if (rewritten.has('hmtx'))
      tables.set(
        'hmtx',
        hmtxOf(tables.get('hmtx')!, tables.get('hhea')!.readUInt16BE(34), leftmost),
      )
  } else if (rewritten.size > 0) throw new RangeError('a table in a form that is not known')
  return tables
}
