import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../model/document/identifier.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import type { Flow, Paragraph } from '../../model/document/prose.ts'
import type { Content } from '../../model/document/text.ts'
import { LOOKS, themeOfLook } from '../../model/theme/theme.ts'
import { pdfOf, useBrowser } from './browser.ts'
import { documentOf } from './pages.ts'
import { ask, hasTool } from './tools.ts'

const browser = useBrowser()

const said = (value: string): Content => [{ type: 'text', value }]
const paragraph = (value: string): Paragraph => ({
  type: 'paragraph',
  data: { id: newId() },
  children: said(value),
})
const prose = (order: string, node: Flow): Block =>
  ({ id: newId(), order, audience: 'public', kind: 'prose', node }) as Block
const row = (...cells: string[]) => ({
  type: 'tableRow' as const,
  children: cells.map((value) => ({
    type: 'tableCell' as const,
    data: { id: newId() },
    children: said(value),
  })),
})
const count = (length: number) => Array.from({ length }, (_, at) => at + 1)

/** How a language fills a line: about one, and a word that stands nowhere else. */
const LINES = {
  en: 'The engineer on call read the log again and found the same line. ',
  ja: '当番の技術者がログをもう一度読み、同じ行があることを確かめました。',
  ar: 'قرأ المهندس المناوب السجل مرة أخرى ووجد السطر نفسه في مكانه. ',
} as const
type Locale = keyof typeof LINES
const ROWS = 16

/** Sections, each with more before its list and its table than the one before, so that sheets end everywhere in them. */
const uneven = (locale: Locale) =>
  documentOf(
    locale,
    'T',
    ...count(14).map((at): Parameters<typeof documentOf>[2] => [
      'prose',
      `H${at}x`,
      [
        paragraphBlock('a0', `P${at}x ${LINES[locale].repeat(4)}`),
        ...count((at * 5) % 12).map((line) =>
          paragraphBlock(`b${String(line).padStart(2, '0')}`, LINES[locale]),
        ),
        paragraphBlock('c0', `Lead${at}x:`),
        prose('d0', {
          type: 'list',
          ordered: false,
          children: count(4).map((item) => ({
            type: 'listItem',
            children: [paragraph(`L${at}x${item}x`)],
          })),
        }),
        paragraphBlock('d1', `Words${at}x`),
        prose('d2', { type: 'blockquote', children: [paragraph(`Q${at}x ${LINES[locale]}`)] }),
        paragraphBlock('d3', `Rows${at}x:`),
        prose('e0', {
          type: 'table',
          align: [null, null],
          children: [
            row(`Head${at}x`, 'State'),
            ...count(ROWS).map((line) => row(`R${at}x${line}x`, 'kept')),
          ],
        }),
        prose('f0', {
          type: 'callout',
          tone: 'note',
          children: count(3).map((part) => paragraph(`C${at}x${part}x ${LINES[locale].repeat(9)}`)),
        }),
      ],
    ]),
  )

interface Word {
  readonly text: string
  /** From the top, as a part of the sheet's height. */
  readonly bottom: number
}

/** The words on each sheet, as pdftotext finds them. */
const sheetsOf = (pdf: Uint8Array): Word[][] =>
  ask('pdftotext', ['-bbox', '{pdf}', '-'], pdf)
    .split('<page ')
    .slice(1)
    .map((sheet) => {
      const height = Number(/height="([\d.]+)"/.exec(sheet)![1])
      return [...sheet.matchAll(/yMax="([\d.]+)">([^<]*)</g)].map(([, bottom, text]) => ({
        text: text!,
        bottom: Number(bottom) / height,
      }))
    })

/** Where the running head ends and the foot begins. */
const HEAD = 0.07
const FOOT = 0.92

describe.skipIf(!hasTool('pdftotext')).each([
  { locale: 'en', look: LOOKS[0], paper: 'a4' },
  { locale: 'ja', look: LOOKS[1], paper: 'letter' },
  { locale: 'ar', look: LOOKS[2], paper: 'a4' },
] as const)('on $paper in $locale, looking as $look', ({ locale, look, paper }) => {
  let sheets: Word[][]
  const on = (word: RegExp): number[] =>
    sheets.flatMap((words, sheet) => (words.some(({ text }) => word.test(text)) ? [sheet] : []))
  /** How many words of a kind each sheet has that has any. */
  const shares = (word: RegExp): number[] =>
    sheets.map((words) => words.filter(({ text }) => word.test(text)).length).filter(Boolean)
  beforeAll(async () => {
    const theme = themeOfLook(look)
    const bytes = await pdfOf(browser, uneven(locale), locale, { theme, paper })
    // The first sheet has the contents, which name every section.
    sheets = sheetsOf(bytes)
      .slice(1)
      .map((words) => words.filter(({ bottom }) => bottom > HEAD))
  })

  test('no sheet is left white for the sake of what comes after it', () => {
    expect(sheets.length).toBeGreaterThan(10)
    const ends = sheets
      .slice(0, -1)
      .map((words) => Math.max(...words.map(({ bottom }) => bottom).filter((one) => one < FOOT)))
    expect(Math.min(...ends)).toBeGreaterThan(0.66)
  })

  test('a heading stands above its text, a short paragraph above its list or quotation, and above a table that it announces', () => {
    for (const at of count(14).slice(1)) {
      const lead = new RegExp(`^:?Lead${at}x:?$`)
      expect(on(lead)).toEqual(on(new RegExp(`^L${at}x1x$`)))
      expect(on(new RegExp(`^Words${at}x$`))).toEqual(on(new RegExp(`^Q${at}x$`)))
      expect(on(new RegExp(`^:?Rows${at}x:?$`))).toEqual(on(new RegExp(`^Head${at}x$`)).slice(0, 1))
      expect(on(new RegExp(`^H${at}x$`))).toContain(on(new RegExp(`^P${at}x$`))[0])
    }
  })

  test('no item of a list and no row of a table stands alone, and a table that goes on has its head again', () => {
    let parted = 0
    for (const at of count(14).slice(1)) {
      expect(Math.min(...shares(new RegExp(`^L${at}x\\d+x$`)))).toBeGreaterThan(1)
      const rows = shares(new RegExp(`^R${at}x\\d+x$`))
      expect(rows.reduce((sum, one) => sum + one, 0)).toBe(ROWS)
      expect(Math.min(...rows)).toBeGreaterThan(1)
      expect(on(new RegExp(`^Head${at}x$`))).toEqual(on(new RegExp(`^R${at}x\\d+x$`)))
      parted += rows.length - 1
    }
    expect(parted).toBeGreaterThan(0)
  })
})

test.skipIf(!hasTool('pdftotext'))('no line of a paragraph stands alone on a sheet', async () => {
  for (const above of [21, 22, 23])
    for (const sentences of [4, 5]) {
      const document = documentOf('ja', 'T', [
        'prose',
        '',
        [
          ...count(above).map((line) => paragraphBlock(`b${String(line)}`, 'あ')),
          paragraphBlock('c', `S${LINES.ja.repeat(sentences)}E`),
        ],
      ])
      const text = ask('pdftotext', ['{pdf}', '-'], await pdfOf(browser, document, 'ja')).split(
        '\f',
      )
      const sheet = (letter: string) => text.findIndex((one) => one.includes(letter))
      expect(sheet('S')).toBeGreaterThanOrEqual(0)
      expect(sheet('E')).toBe(sheet('S'))
    }
})
