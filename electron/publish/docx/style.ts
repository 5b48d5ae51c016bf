import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LineRuleType,
  ShadingType,
  type IStylesOptions,
} from 'docx'
import type { FontFace } from '../../../model/theme/font.ts'
import type { Face } from '../../../model/theme/theme.ts'
import type { Rendering } from '../rendering.ts'
import { languageOf } from './language.ts'

/** Of text that is for a narrower circle, and of what stands behind it. */
export const NOTE = '5F3B84'
const NOTE_GROUND = 'F2EBFC'
const GROUND = 'F3F6F7'
const SOFT = '555F67'

/** What every program that opens such files has, or has something like it. A script that these lack is the program's to choose. */
const FONTS: Readonly<Record<Face, { readonly ascii: string; readonly cs: string }>> = {
  serif: { ascii: 'Cambria', cs: 'Times New Roman' },
  sans: { ascii: 'Calibri', cs: 'Arial' },
}
export const MONO = { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Courier New' }

/** The name of an organisation's own face where it has one, for whoever has it too; a document carries no fonts. */
function fontOf(face: Face, own: FontFace) {
  const { ascii, cs } = FONTS[face]
  const name = (own.regular ?? own.bold)?.family ?? ascii
  return { ascii: name, hAnsi: name, cs }
}

/** Of the height of a line, in 240ths. */
const leading = (line: number) => ({ line, lineRule: LineRuleType.AUTO })

/** Twentieths of a point: a list or a quotation stands so much further in. */
export const INDENT = 400
export const BULLETS = 'bullets'
export const MOST_LEVELS = 9

/** Numbered lists that begin at one number share a definition. */
export const numbersFrom = (start: number): string => `numbers-${String(start)}`

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], start: number) =>
  Array.from({ length: MOST_LEVELS }, (_, level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? '\u2022' : `%${String(level + 1)}.`,
    alignment: AlignmentType.START,
    start: level === 0 ? start : 1,
    style: { paragraph: { indent: { start: INDENT * (level + 1), hanging: 300 } } },
  }))

export const numbering = (starts: Iterable<number>) => ({
  config: [
    { reference: BULLETS, levels: levels(LevelFormat.BULLET, 1) },
    ...[...starts].map((start) => ({
      reference: numbersFrom(start),
      levels: levels(LevelFormat.DECIMAL, start),
    })),
  ],
})

const shaded = (fill: string) => ({ type: ShadingType.CLEAR, color: 'auto', fill })
const line = { style: BorderStyle.SINGLE, size: 4, color: 'C3CBD0', space: 1 }
export const TABLE_BORDERS = {
  top: line,
  bottom: line,
  insideHorizontal: line,
  left: { style: BorderStyle.NONE },
  right: { style: BorderStyle.NONE },
  insideVertical: { style: BorderStyle.NONE },
}
export const HEAD_SHADING = shaded(GROUND)

/** The styles of a document, so that whoever takes it over changes each kind of text in one place. */
export function stylesOf({ locale, theme }: Rendering): IStylesOptions {
  const accent = theme.accent.slice(1).toUpperCase()
  const heading = (size: number, before: number) => ({
    run: { font: fontOf(theme.headings, theme.fonts.headings), size, bold: true, color: accent },
    paragraph: {
      spacing: { before, after: 100, ...leading(264) },
      keepNext: true,
      keepLines: true,
    },
  })
  const own = (id: string, paragraph: object, run: object = {}) => ({
    ...{ id, name: id, basedOn: 'Normal', quickFormat: true },
    paragraph,
    run,
  })
  const soft = { color: SOFT, size: 19 }
  const box = { indent: { start: 200, end: 200 }, spacing: { before: 60, after: 60 } }
  return {
    default: {
      document: {
        run: { font: fontOf(theme.text, theme.fonts.text), size: 22, language: languageOf(locale) },
        paragraph: { spacing: { after: 140, ...leading(288) } },
      },
      title: {
        run: {
          font: fontOf(theme.headings, theme.fonts.headings),
          size: 48,
          bold: true,
          color: accent,
        },
        paragraph: { spacing: { before: 0, after: 240, ...leading(264) }, keepNext: true },
      },
      heading1: heading(32, 400),
      heading2: heading(26, 280),
      heading3: heading(23, 220),
      heading4: heading(22, 200),
      heading5: heading(22, 200),
      hyperlink: { run: { color: accent, underline: {} } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 60, ...leading(252) } } },
    },
    paragraphStyles: [
      own('Caption', { spacing: { after: 240 } }, soft),
      own(
        'Label',
        { keepNext: true, spacing: { before: 120, after: 60 } },
        { ...soft, bold: true },
      ),
      own('Quote', { indent: { start: INDENT, end: INDENT } }, { color: SOFT }),
      own('Code', { shading: shaded(GROUND), keepLines: true }, { font: MONO, size: 19 }),
      own('Callout', { ...box, shading: shaded(GROUND) }),
      own('Restricted', { ...box, shading: shaded(NOTE_GROUND) }),
      own('Stated', { spacing: { after: 60 } }, soft),
      own('Contents', { spacing: { after: 40 } }),
      own('Mark', { alignment: AlignmentType.CENTER }, { bold: true, color: NOTE, size: 18 }),
      own('Sheet', { alignment: AlignmentType.CENTER }, { color: SOFT, size: 18 }),
    ],
  }
}
