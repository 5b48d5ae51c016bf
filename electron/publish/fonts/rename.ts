import { Buffer } from 'node:buffer'
import { flavorOf, sfntFrom, tablesOf } from './sfnt.ts'

/** Of the names a font has, those that tell it from others (OpenType 1.9, `name`): family, style, whole name, PostScript name. */
const FAMILY = 1
const STYLE = 2
const FULL = 4
const POSTSCRIPT = 6
/** Windows, Unicode, English: what readers of fonts look at first. */
const PLATFORM = [3, 1, 0x409] as const

function nameTable(family: string): Buffer {
  const names = [
    [FAMILY, family],
    [STYLE, 'Regular'],
    [FULL, family],
    [POSTSCRIPT, family],
  ] as const
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  const head = Buffer.alloc(6 + 12 * names.length)
  head.writeUInt16BE(0, 0)
  head.writeUInt16BE(names.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  names.forEach(([id], index) => {
    const record = [...PLATFORM, id, texts[index]!.length, offset]
    record.forEach((value, at) => head.writeUInt16BE(value, 6 + 12 * index + 2 * at))
    offset += texts[index]!.length
  })
  return Buffer.concat([head, ...texts])
}

/** The same font under a name of its own, for what finds fonts by their names and would take one part of a family for all. */
export function renamed(font: Buffer, family: string): Buffer {
  const tables = new Map(tablesOf(font))
  tables.set('name', nameTable(family))
  return sfntFrom(tables, flavorOf(font))
}
