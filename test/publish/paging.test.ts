import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { paragraphBlock } from '../../model/document/blank.ts'
import { printPdf } from '../../electron/publish/print.ts'
import { newId } from '../../model/document/identifier.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { ok } from '../../model/errors/result.ts'
import { LOOKS, themeOfLook, type Look } from '../../model/theme/theme.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { FULL_LOCALES, fullDocument } from '../fixtures/full/document.ts'
import { pdfOf, printed, useBrowser } from './browser.ts'
import { outlineOf, type Bookmark } from './outline.ts'
import { bodyOf, documentOf, page } from './pages.ts'
import { SAMPLE_LOCALES, sampleIn } from './sample.ts'
import { ask, hasTool, squeezed } from './tools.ts'

const browser = useBrowser()
const PLAIN = { untranslated: new Set<string>(), images: new Map<string, string>(), alternates: [] }

/** Sections of uneven length: some begin on a sheet with others, some go on over several. */
const long = documentOf(
  'en',
  'A long account',
  ...Array.from(
    { length: 12 },
    (_, at) =>
      [
        'prose',
        `Section ${String.fromCharCode(65 + at)} of the account`,
        Array.from({ length: (at * 7) % 23 }, (_, line) =>
          paragraphBlock(`a${String(line).padStart(2, '0')}`, 'A line of the account. '.repeat(16)),
        ),
      ] as const,
  ).map(([kind, heading, blocks]): Parameters<typeof documentOf>[2] => [kind, heading, blocks]),
)

const cases: { name: string; locale: string; look: Look; document: Postmortem }[] = [
  ...LOOKS.flatMap((look) => [
    ...FULL_LOCALES.map((locale) => ({
      name: `the full document in ${locale}, looking as ${look}`,
      locale,
      look,
      document: documentForAudience(fullDocument(locale), 'public'),
    })),
    ...SAMPLE_LOCALES.map((locale) => ({
      name: `the sample in ${locale}, looking as ${look}`,
      locale,
      look,
      document: sampleIn(locale),
    })),
  ]),
  { name: 'a long document', locale: 'en', look: LOOKS[0], document: long },
]

/** The headings of a page as a browser reads them: the rank and the words of each. */
const headingsOf = (html: string): (readonly [rank: number, title: string])[] =>
  [...html.matchAll(/<h([1-6])(?=[ >])[^]*?<\/h\1>/g)].map(([element, rank]) => [
    Number(rank),
    squeezed(
      element
        .replace(/<[^>]*>/g, '')
        .replace(/&#x([\dA-F]+);/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16))),
    ),
  ])

/** Letters alone: pdftotext puts a number among letters from right to left on the other side of its full stop. */
const lettersOf = (text: string): string => squeezed(text).replace(/[^\p{L}]/gu, '')

describe.skipIf(!hasTool('pdftotext')).each(cases)('$name', ({ locale, look, document }) => {
  let sheets: string[]
  let count: number
  let outline: Bookmark[]
  let sections: { title: string; sheet: number }[]
  const theme = themeOfLook(look)
  beforeAll(async () => {
    const bytes = await pdfOf(browser, document, locale, { theme })
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const named = document.sections.length
    outline = outlineOf(pdf)
    sections = outline
      .filter(([depth]) => depth === 2)
      .slice(0, named)
      .map(([, title, sheet]) => ({ title: squeezed(title), sheet }))
    sheets = ask('pdftotext', ['-enc', 'UTF-8', '{pdf}', '-'], bytes).split('\f').slice(0, -1)
    count = pdf.getPageCount()
  })

  test('has a bookmark for each heading, of its rank and in its place, that leads to where it stands', async () => {
    const html = await page(document, locale, { medium: 'print', theme })
    expect(outline.map(([rank, title]) => [rank, squeezed(title)])).toEqual(
      headingsOf(bodyOf(html)),
    )
    for (const [, title, sheet] of outline)
      expect(lettersOf(sheets[sheet - 1]!)).toContain(lettersOf(title))
  })

  test('has the number of its sheet beside every section in the contents', () => {
    const digits = new Intl.NumberFormat(locale, { useGrouping: false })
    expect(sheets).toHaveLength(count)
    const contents = sections.map(({ title, sheet }) => title + digits.format(sheet)).join('')
    expect(squeezed(sheets[0]!)).toContain(contents)
    expect(new Set(sections.map(({ sheet }) => sheet)).size).toBeGreaterThan(2)
    for (const { title, sheet } of sections) expect(squeezed(sheets[sheet - 1]!)).toContain(title)
  })

  test('says on every sheet but the first which section it shows', () => {
    const heads = sheets.map((text) => squeezed(text.split('\n', 1)[0]!))
    for (const [index, head] of heads.entries()) {
      if (index === 0) continue
      const begun = sections.find(({ sheet }) => sheet === index + 1)
      const going = sections.findLast(({ sheet }) => sheet <= index)
      expect(head).toBe((begun ?? going)!.title)
    }
    expect(sections.map(({ title }) => title)).not.toContain(heads[0])
  })
})

describe('a document that was printed before', () => {
  let prints = 0
  const print = async (document: Postmortem): Promise<Buffer> => {
    prints = 0
    const input = { document, locale: 'en', audience: 'public', ...PLAIN } as const
    const pdf = await printPdf(input, async (html) => {
      prints++
      const page = await browser.page()
      const bytes = await printed(page, html)
      await page.close()
      return ok(bytes)
    })
    if (!pdf.ok) throw new Error(pdf.error.code)
    return Buffer.from(pdf.value)
  }
  /** Everything behind it comes to stand on other sheets. */
  const shorter = { ...long, sections: long.sections.slice(1) }
  const other = <T extends Postmortem>(document: T) => ({ ...document, id: newId() })

  test('is printed once where everything stands where it did, and is the same file', async () => {
    const document = other(long)
    const bytes = await print(document)
    expect(prints).toBe(2)
    const last = long.sections.at(-1)!
    const heading = { ...last.heading, content: [{ type: 'text' as const, value: 'Renamed' }] }
    const renamed = { ...document, sections: long.sections.with(-1, { ...last, heading }) }
    const changed = await print(renamed)
    expect(prints).toBe(2)
    expect(changed.equals(bytes)).toBe(false)
    expect((await print(renamed)).equals(changed)).toBe(true)
    expect(prints).toBe(1)
    expect((await print(document)).equals(bytes)).toBe(true)
  })

  test('has the numbers of what it is now, however it was', async () => {
    const fresh = await print(other(shorter))
    const document = other(long)
    await print(document)
    const now = await print({ ...shorter, id: document.id })
    expect(prints).toBe(2)
    expect(now.equals(fresh)).toBe(true)
    const last = await print(other({ ...long, sections: [] }))
    await print(document)
    expect((await print({ ...long, id: document.id, sections: [] })).equals(last)).toBe(true)
  })
})

test('the running heads are set in the faces of the page, where no contents has their letters too', async () => {
  const lines = Array.from({ length: 40 }, (_, at) =>
    paragraphBlock(`a${String(at).padStart(2, '0')}`, '本文は次の紙に続きます。'.repeat(6)),
  )
  const document = documentOf('ja', '報告', ['summary', '協働とお客様', lines])
  const pdf = await PDFDocument.load(await pdfOf(browser, document, 'ja'), {
    updateMetadata: false,
  })
  expect(pdf.getPageCount()).toBeGreaterThan(1)
  const fonts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font')
        ? [String(object.get(PDFName.of('BaseFont')))]
        : [],
    )
  expect(fonts.length).toBeGreaterThan(1)
  expect(
    fonts.filter((font) => !/^\/[A-Z]{6}\+(NotoSansJP|NotoSerifJP|SourceS)/.test(font)),
  ).toEqual([])
})
