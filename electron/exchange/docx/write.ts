import {
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  PageOrientation,
} from 'docx'
import { directionOf } from '../../../model/document/locale.ts'
import { isBlank } from '../../../model/document/text.ts'
import { contentHash } from '../../../model/units/hash.ts'
import type { Outgoing, OutgoingUnit } from '../bilingual/bilingual.ts'
import { tokensOf } from '../bilingual/code.ts'
import { withoutForbidden } from '../xml/write.ts'
import { runsOf, type Run } from './notation.ts'
import { MARK, NO_TARGET, STATED } from './tag.ts'

/** What stands above the table and in its first row, in the words of the person who exports. */
export interface Headings {
  readonly title: string
  readonly guide: string
  readonly id: string
  readonly source: string
  readonly target: string
}

const GREY = '555F67'
/** Of the page's width, in twentieths of a point: A4 on its side with margins of 1.5 cm. */
const WIDTHS = [1700, 6700, 6700] as const

function textRuns(run: Run, locale: string): TextRun[] {
  const rightToLeft = directionOf(locale) === 'rtl'
  return withoutForbidden(run.text)
    .split('\n')
    .map(
      (text, index) =>
        new TextRun({
          text,
          ...(index > 0 ? { break: 1 } : {}),
          bold: run.looks.has('strong'),
          italics: run.looks.has('emphasis'),
          strike: run.looks.has('delete'),
          rightToLeft,
          language: rightToLeft ? { bidirectional: locale } : { value: locale, eastAsia: locale },
        }),
    )
}

const cell = (children: readonly TextRun[], column: 0 | 1 | 2, rtl = false) =>
  new TableCell({
    width: { size: WIDTHS[column], type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [new Paragraph({ bidirectional: rtl, children })],
  })

const small = (text: string) => new TextRun({ text, size: 12, color: GREY, noProof: true })
const strong = (text: string) => new TextRun({ text, bold: true })

function row(
  { id, source, sourceHash, translation }: OutgoingUnit,
  { read, sourceLocale, locale }: Outgoing,
): TableRow {
  const target = translation && !isBlank(translation.content) ? translation.content : []
  const tokens = tokensOf(source, target)
  const hash = target.length > 0 ? contentHash(target).slice(0, STATED) : NO_TARGET
  const runs = (side: 'source' | 'target', tag: string) =>
    runsOf(tokens[side], (node) => read([node], tag)).flatMap((run) => textRuns(run, tag))
  const isRtl = (tag: string) => directionOf(tag) === 'rtl'
  return new TableRow({
    cantSplit: true,
    children: [
      cell([small(`${id} ${sourceHash.slice(0, STATED)} ${hash}`)], 0),
      cell(runs('source', sourceLocale), 1, isRtl(sourceLocale)),
      cell(runs('target', locale), 2, isRtl(locale)),
    ],
  })
}

/**
 * A table of source and translation for people without a translation tool, as DOCX (ISO/IEC 29500). The line above it says
 * whose it is; the first cell of a row has the unit's id and the first digits of its hashes.
 */
export async function writeDocx(outgoing: Outgoing, words: Headings): Promise<Uint8Array> {
  const { postmortem, sourceLocale, locale, audience, units } = outgoing
  const document = new Document({
    creator: '',
    title: words.title,
    sections: [
      {
        properties: {
          page: {
            size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 },
            margin: { top: 850, bottom: 850, left: 850, right: 850 },
          },
        },
        children: [
          new Paragraph({ spacing: { after: 120 }, children: [new TextRun(words.guide)] }),
          new Paragraph({
            spacing: { after: 120 },
            children: [small([MARK, postmortem, sourceLocale, locale, audience].join(' '))],
          }),
          new Table({
            layout: TableLayoutType.FIXED,
            columnWidths: [...WIDTHS],
            width: { size: WIDTHS.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
            rows: [
              new TableRow({
                tableHeader: true,
                children: [
                  cell([strong(words.id)], 0),
                  cell([strong(words.source)], 1),
                  cell([strong(words.target)], 2),
                ],
              }),
              ...units.map((one) => row(one, outgoing)),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
