import { deflateSync } from 'node:zlib'
import { PDFRawStream, PDFRef, decodePDFRawStream, type PDFDocument } from '@cantoo/pdf-lib'
import { withoutDivisions } from './division.ts'
import { list, name, resolved } from './object.ts'
import { operators } from './operator.ts'

const PATH_START = new Set(['m', 're'])
const PAINT = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])

/** Two fifths of the time that the highest level takes, for half a percent more bytes. */
const LEVEL = 7

/**
 * Lines, backgrounds and running feet as artifacts: every painting operator outside marked content is wrapped in
 * `/Artifact BMC … EMC`, because in a tagged PDF all content is either tagged or an artifact (ISO 14289-1, 7.1).
 */
export function withArtifacts(content: Buffer): Buffer {
  const parts: Buffer[] = []
  let copied = 0
  let depth = 0
  let path: number | undefined
  let text: number | undefined
  const wrap = (start: number, end: number): void => {
    parts.push(content.subarray(copied, start), Buffer.from('/Artifact BMC\n'))
    parts.push(content.subarray(start, end), Buffer.from('\nEMC\n'))
    copied = end
  }
  for (const { operator, start, end } of operators(content)) {
    if (operator === 'BDC' || operator === 'BMC') depth++
    else if (operator === 'EMC') depth--
    else if (depth > 0) continue
    else if (operator === 'BT') text = start
    else if (operator === 'ET' && text !== undefined) {
      wrap(text, end)
      text = undefined
    } else if (PATH_START.has(operator)) path ??= start
    else if (operator === 'n') path = undefined
    else if (PAINT.has(operator)) {
      wrap(path ?? start, end)
      path = undefined
    } else if (operator === 'Do' || operator === 'sh') wrap(start, end)
  }
  parts.push(content.subarray(copied))
  return Buffer.concat(parts)
}

/** Does that to every page, and lets the tab key follow the structure where a page has links (ISO 14289-1, 7.18.3). */
export function markArtifacts(pdf: PDFDocument): void {
  const { context } = pdf
  for (const { node } of pdf.getPages()) {
    const streams = list(context, node, 'Contents').map((part) => resolved(context, part))
    const content = streams.flatMap((stream) =>
      stream instanceof PDFRawStream
        ? [Buffer.from(decodePDFRawStream(stream).decode()), Buffer.from('\n')]
        : [],
    )
    const packed = deflateSync(withArtifacts(withoutDivisions(Buffer.concat(content))), {
      level: LEVEL,
    })
    const stream = PDFRawStream.of(
      context.obj({ Filter: 'FlateDecode', Length: packed.length }),
      new Uint8Array(packed),
    )
    const reference = node.get(name('Contents'))
    if (reference instanceof PDFRef) context.assign(reference, stream)
    else node.set(name('Contents'), context.register(stream))
    if (node.get(name('Annots'))) node.set(name('Tabs'), name('S'))
  }
}
