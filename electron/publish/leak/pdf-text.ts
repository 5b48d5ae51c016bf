import { Buffer } from 'node:buffer'
import {
  PDFDict,
  PDFRawStream,
  decodePDFRawStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { dictionary, name, resolved } from '../pdf/object.ts'
import { operators } from '../pdf/operator.ts'

/** What the codes of a font stand for. `bytes`: how many make a code. */
interface Font {
  readonly bytes: 1 | 2
  readonly map: ReadonlyMap<number, string> | undefined
}

const utf16 = (hex: string): string =>
  Buffer.from(hex.length % 4 === 0 ? hex : hex.padStart(4, '0'), 'hex')
    .swap16()
    .toString('utf16le')

/** A CMap of `bfchar` and `bfrange` (ISO 32000-2, 9.10.3). */
function mapOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>()
  const hex = '<([0-9A-Fa-f]+)>'
  for (const [, body = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of body.matchAll(new RegExp(`${hex}\\s*${hex}`, 'g')))
      map.set(Number.parseInt(code, 16), utf16(text))
  for (const [, body = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const range = new RegExp(`${hex}\\s*${hex}\\s*(?:${hex}|\\[([^\\]]*)\\])`, 'g')
    for (const [, from = '', to = '', first, each] of body.matchAll(range)) {
      const start = Number.parseInt(from, 16)
      const end = Math.min(Number.parseInt(to, 16), start + 0xffff)
      const own = each?.match(/[0-9A-Fa-f]+/g)
      const text = first === undefined ? '' : utf16(first)
      for (let code = start; code <= end; code++) {
        const last = text.length - 1
        const next = text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + code - start)
        map.set(code, own === undefined ? next : utf16(own?.[code - start] ?? '0000'))
      }
    }
  }
  return map
}

function fontOf(context: PDFContext, object: PDFObject | undefined): Font {
  if (!(object instanceof PDFDict)) return { bytes: 1, map: undefined }
  const bytes = object.get(name('Subtype')) === name('Type0') ? 2 : 1
  const cmap = resolved(context, object.get(name('ToUnicode')))
  if (!(cmap instanceof PDFRawStream)) return { bytes, map: undefined }
  const text = Buffer.from(decodePDFRawStream(cmap).decode()).toString('latin1')
  return { bytes, map: mapOf(text) }
}

/** The fonts of a page by the names that its operators use, each read once for the file. */
export function fontReader(
  context: PDFContext,
): (resources: PDFDict | undefined) => ReadonlyMap<string, Font> {
  const read = new Map<PDFObject | undefined, Font>()
  return (resources) => {
    const fonts = resources && dictionary(context, resources, 'Font')
    return new Map(
      (fonts?.entries() ?? []).map(([key, value]) => {
        const object = resolved(context, value)
        const font = read.get(object) ?? fontOf(context, object)
        read.set(object, font)
        return [key.decodeText(), font]
      }),
    )
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The strings among the operands of an operator, as bytes (ISO 32000-2, 7.3.4). */
function* stringsIn(operands: string): Generator<Buffer> {
  const string = /\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<([0-9A-Fa-f\s]*)>/g
  for (const [, literal, hex] of operands.matchAll(string)) {
    if (hex !== undefined) {
      const digits = hex.replace(/\s/g, '')
      yield Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
      continue
    }
    const plain = (literal ?? '').replace(
      /\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g,
      (_, octal?: string, sign: string = '') =>
        octal === undefined
          ? /^[\r\n]/.test(sign)
            ? ''
            : (ESCAPES[sign] ?? sign)
          : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
    )
    yield Buffer.from(plain, 'latin1')
  }
}

/** What each glyph stands for; a ligature for several letters. */
function* glyphsOf(bytes: Buffer, font: Font | undefined): Generator<string, void, undefined> {
  if (font?.map === undefined) return yield bytes.toString('latin1')
  for (let at = 0; at + font.bytes <= bytes.length; at += font.bytes)
    yield font.map.get(bytes.readUIntBE(at, font.bytes)) ?? ''
}

/** A string that is text and no codes of a font, as in properties: UTF-16 by its mark, else letters. */
const said = (bytes: Buffer): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
        .swap16()
        .toString('utf16le')
    : bytes.toString('latin1')

/** A content stream read twice: as its glyphs show it, and with what is said to stand for them in their place. */
interface Reading {
  readonly shown: readonly string[]
  readonly instead: readonly string[]
}

/** What a content stream shows, glyph by glyph in the order in which it does (ISO 32000-2, 9.4.3 and 14.9.4). */
export function readContentStream(content: Buffer, fonts: ReadonlyMap<string, Font>): Reading {
  let font: Font | undefined
  const shown: string[] = []
  const instead: string[] = []
  /** For each marked stretch that is open: does something stand for it? */
  const open: boolean[] = []
  for (const { operator, start, end } of operators(content)) {
    const operands = (): string => content.toString('latin1', start, end)
    if (operator === 'Tf') font = fonts.get(/\/([^\s/]+)/.exec(operands())?.[1] ?? '')
    else if (operator === 'Tj' || operator === 'TJ' || operator === "'" || operator === '"')
      for (const bytes of stringsIn(operands())) {
        const glyphs = [...glyphsOf(bytes, font)]
        shown.push(...glyphs)
        if (!open.includes(true)) instead.push(...glyphs)
      }
    else if (operator === 'BMC') open.push(false)
    else if (operator === 'BDC') {
      const texts = Array.from(stringsIn(operands()), said)
      open.push(texts.length > 0)
      instead.push(...texts)
    } else if (operator === 'EMC') open.pop()
  }
  return { shown, instead }
}
