import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  decodePDFRawStream,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { operators } from '../../electron/publish/pdf/operator.ts'
import { factWords, publicationWords } from '../../locales/publication-words.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import { readContent, factsById } from '../../model/facts/read.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { FULL_LOCALES, fullDocument, type FullLocale } from '../fixtures/full/document.ts'
import { pdfOf, useBrowser } from './browser.ts'
import { documentOf } from './pages.ts'
import { outlineOf } from './outline.ts'
import { ask, hasTool, squeezed } from './tools.ts'

const browser = useBrowser()
const name = (text: string) => PDFName.of(text)

const publicDocument = (locale: FullLocale) => documentForAudience(fullDocument(locale), 'public')
const text = (pdf: Uint8Array, ...way: string[]): string =>
  ask('pdftotext', ['-enc', 'UTF-8', ...way, '{pdf}', '-'], pdf)
/** The text of the tagged elements, in the order of the structure tree. */
const taggedText = (pdf: Uint8Array): string =>
  [...ask('pdfinfo', ['-struct-text', '{pdf}'], pdf).matchAll(/^ *"(.*)"$/gm)]
    .map(([, found]) => found)
    .join('')

/** The text of all pages without what stands in their margins: the section above, the title and the number below. */
const withoutMargins = (text: string, title: string, headings: readonly string[]): string =>
  text
    .split('\f')
    .map((page, index) => {
      const text = squeezed(page).replace(/\d+\/\d+/, '')
      if (index === 0) return text
      // In the order of painting both stand at the end.
      const foot = text.lastIndexOf(title)
      const body = foot < 0 ? text : text.slice(0, foot) + text.slice(foot + title.length)
      const head = headings.find((one) => body.startsWith(one) || body.endsWith(one)) ?? ''
      return body.startsWith(head) ? body.slice(head.length) : body.slice(0, -head.length)
    })
    .join('')

const contentOf = (pdf: PDFDocument, index: number): Buffer => {
  const stream = pdf.getPage(index).node.lookup(name('Contents'))
  if (!(stream instanceof PDFRawStream)) throw new Error('the content is one stream')
  return Buffer.from(decodePDFRawStream(stream).decode())
}

describe.each(FULL_LOCALES)('a PDF in %s', (locale) => {
  let bytes: Uint8Array
  let pdf: PDFDocument
  beforeAll(async () => {
    bytes = await pdfOf(browser, publicDocument(locale), locale)
    pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  })

  test('is tagged, says its language and shows its title', () => {
    const { catalog } = pdf
    expect(catalog.lookup(name('MarkInfo'), PDFDict).get(name('Marked'))?.toString()).toBe('true')
    expect(catalog.lookup(name('Lang'), PDFString).decodeText()).toBe(locale)
    const viewer = catalog.lookup(name('ViewerPreferences'), PDFDict)
    expect(viewer.get(name('DisplayDocTitle'))?.toString()).toBe('true')
    expect(viewer.get(name('Direction'))?.toString()).toBe(locale === 'ar' ? '/R2L' : undefined)
    expect(pdf.getTitle()).toBe(
      readContent(
        publicDocument(locale).title.content,
        new Map(),
        locale,
        factWords(publicationWords(locale)!),
      ),
    )
    expect(pdf.getAuthor()).toBe('Ines Okafor, Tomas Lindqvist')
  })

  test('has a bookmark for every heading, with its words and its rank', () => {
    const document = publicDocument(locale)
    const headings = document.sections.map(({ heading }) => heading)
    const found = outlineOf(pdf)
    expect(found.filter(([depth]) => depth === 1)).toHaveLength(1)
    const words = factWords(publicationWords(locale)!)
    expect(found.filter(([depth]) => depth === 2).map(([, title]) => title)).toEqual([
      ...headings.map(({ content }) => readContent(content, new Map(), locale, words)),
      publicationWords(locale)!.labels.notes,
    ])
    expect(found).toHaveLength(1 + 10 + 1 + 2 + 2 + 2)
  })

  test('takes its dates from the document and not from the clock', () => {
    expect(pdf.getCreationDate()?.toISOString()).toBe('2026-03-18T00:00:00.000Z')
    expect(pdf.getModificationDate()?.toISOString()).toBe('2026-03-18T00:00:00.000Z')
    expect(Buffer.from(bytes).includes(`D:${new Date().getUTCFullYear()}0101`)).toBe(false)
  })

  test('is packed: its tags stand in streams of objects', () => {
    expect(bytes.length).toBeLessThan({ en: 150_000, ja: 350_000, ar: 250_000 }[locale])
    expect(Buffer.from(bytes).includes('/Type /ObjStm')).toBe(true)
  })

  test('is the same bytes when it is made again', async () => {
    const again = await pdfOf(browser, publicDocument(locale), locale)
    expect(Buffer.from(again).equals(bytes)).toBe(true)
  })

  test('marks everything that is not content as an artifact', () => {
    for (let index = 0; index < pdf.getPageCount(); index++) {
      let depth = 0
      const bare: string[] = []
      for (const { operator } of operators(contentOf(pdf, index))) {
        if (operator === 'BDC' || operator === 'BMC') depth++
        else if (operator === 'EMC') depth--
        else if (depth === 0 && /^(T[jJ*]|'|"|f\*?|S|s|B\*?|b\*?|Do|sh)$/.test(operator))
          bare.push(operator)
      }
      expect(depth).toBe(0)
      expect(bare).toEqual([])
    }
  })

  test('gives every glyph a character', () => {
    const maps = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const stream = object instanceof PDFDict ? object.lookup(name('ToUnicode')) : undefined
      return stream instanceof PDFRawStream
        ? [Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')]
        : []
    })
    expect(maps.length).toBeGreaterThan(3)
    expect(maps.filter((map) => /<[0-9A-F]{4}> <(0000|FEFF|FFFE)>/.test(map))).toEqual([])
  })

  test('says of every link where it goes', () => {
    const said = pdf.getPages().flatMap(({ node }) => {
      const annotations = node.lookupMaybe(name('Annots'), PDFArray)
      return (annotations?.asArray() ?? []).map((reference) => {
        const contents = pdf.context.lookup(reference, PDFDict).lookup(name('Contents'))
        return contents instanceof PDFHexString ? contents.decodeText() : undefined
      })
    })
    expect(said).not.toContain(undefined)
    expect(said).toContain('https://example.org/status')
    expect(said).toContain('mailto:security@example.org')
    expect(said).toContain(outlineOf(pdf)[1]![1])
  })

  const ways: { way: string; tables: boolean; read: () => string }[] = [
    // Without a flag pdftotext guesses at columns, and takes those of a table one after the other.
    { way: 'as a reader sees it', tables: false, read: () => text(bytes) },
    // What follows is painted or looked up from left to right, whatever the direction of the text.
    ...(locale === 'ar'
      ? []
      : [
          { way: 'as it is painted', tables: true, read: () => text(bytes, '-raw') },
          { way: 'as it is laid out', tables: true, read: () => text(bytes, '-layout') },
          { way: 'as it is tagged', tables: true, read: () => taggedText(bytes) },
        ]),
  ]
  test.skipIf(!hasTool('pdftotext') || !hasTool('pdfinfo')).each(ways)(
    'gives back every unit whole and in order, $way',
    ({ tables, read }) => {
      const document = publicDocument(locale)
      const words = factWords(publicationWords(locale)!)
      const units = unitsOf(document)
        .filter(({ id }) => tables || !/^(table|measure)-/.test(id))
        .map(({ content }) =>
          squeezed(readContent(content, factsById(document.facts), locale, words)),
        )
      const headings = outlineOf(pdf).map(([, title]) => squeezed(title))
      const whole = withoutMargins(read(), units[0]!, headings.slice(1))
      // Only the first way knows that a hyphen at the end of a line divides a word.
      const given = tables ? whole.replaceAll('-', '') : whole
      let at = 0
      const missing = units.filter((text) => {
        const unit = tables ? text.replaceAll('-', '') : text
        const next = given.indexOf(unit, at)
        if (next >= 0) at = next + unit.length
        return next < 0
      })
      expect(missing).toEqual([])
    },
  )

  test('says which of its lists is the table of contents, which text a note, and what refers to it', () => {
    const tags: { role: string; element: PDFDict; parent: string }[] = []
    const walk = (object: unknown, parent: string): void => {
      const element = object instanceof PDFRef ? pdf.context.lookup(object) : object
      if (element instanceof PDFArray) return element.asArray().forEach((one) => walk(one, parent))
      if (!(element instanceof PDFDict)) return
      const role = element.get(name('S'))
      if (!(role instanceof PDFName)) return
      tags.push({ role: role.decodeText(), element, parent })
      walk(element.get(name('K')), role.decodeText())
    }
    const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict)
    walk(root.get(name('K')), '')
    const of = (role: string) => tags.filter((tag) => tag.role === role)
    expect(of('TOC')).toHaveLength(1)
    expect(of('TOCI').map(({ parent }) => parent)).toEqual(
      publicDocument(locale).sections.map(() => 'TOC'),
    )
    expect(of('Reference').filter(({ parent }) => parent === 'TOCI')).toHaveLength(
      of('TOCI').length,
    )
    // The note is referred to twice.
    expect(of('Reference').filter(({ parent }) => parent !== 'TOCI')).toHaveLength(2)
    expect(of('Note').map(({ parent }) => parent)).toEqual(['LBody'])
    const id = of('Note')[0]!.element.lookup(name('ID'), PDFString).decodeText()
    const leaves = root.lookup(name('IDTree'), PDFDict).lookup(name('Kids'), PDFArray)
    const names = leaves
      .asArray()
      .flatMap((leaf) =>
        pdf.context.lookup(leaf, PDFDict).lookup(name('Names'), PDFArray).asArray(),
      )
      .flatMap((one) => (one instanceof PDFString ? [one.decodeText()] : []))
    expect(names).toContain(id)
    expect(names).toEqual([...new Set(names)].toSorted())
  })

  test.skipIf(!hasTool('pdffonts'))('embeds every font, as outlines that can be searched', () => {
    const rows = ask('pdffonts', ['{pdf}'], bytes).trim().split('\n').slice(2)
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.filter((row) => !/CID TrueType +Identity-H +yes yes yes/.test(row))).toEqual([])
  })

  test.skipIf(!hasTool('pdfinfo'))('is known to other readers by its title, tags and size', () => {
    const info = ask('pdfinfo', ['{pdf}'], bytes)
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/Page size: +59[45][.\d]* x 84[12][.\d]* pts \(A4\)/)
    expect(info).toMatch(/Metadata Stream: +yes/)
    expect(info).toContain(pdf.getTitle()!)
  })

  test.skipIf(!hasTool('qpdf'))('is sound', () => {
    expect(ask('qpdf', ['--check', '{pdf}'], bytes)).toContain(
      'No syntax or stream encoding errors',
    )
  })
})

describe.skipIf(!hasTool('pdftotext'))('text taken from a PDF', () => {
  const taken = async (given: string, locale = 'en') => {
    const document = documentOf(locale, 'T', ['prose', '', [paragraphBlock('a0', given)]])
    const bytes = await pdfOf(browser, document, locale)
    return text(bytes)
  }

  test('has its characters and not ones that look alike', async () => {
    const ideographs =
      '人日力見長高大水山川金木火土一二入八口女子小工己巾干弓心戸手文方月止比毛氏父片牙牛犬玉瓜瓦甘生用田白皮目矛石示禾穴立竹米羊羽老而耳肉自至舌舟色虫血行衣西角言谷豆赤走足身車辛里門雨青非面革音頁風飛食首香馬骨魚鳥鹿麦麻黄黒鼓鼠鼻歯竜亀' +
      '（全角）「かぎ」・中黒、読点。ＡＢＣ１２３！？：；％～※①②③㈱髙﨑…―'
    expect(squeezed(await taken(ideographs, 'ja'))).toContain(ideographs)
  })

  test('has no spaces where Japanese meets other scripts', async () => {
    expect(await taken('2026年3月3日にABCが', 'ja')).toContain('2026年3月3日にABCが')
  })

  test('has its hyphens wherever lines end, and its ligatures as letters', async () => {
    const words = Array.from(
      { length: 60 },
      (_, index) => `${'m'.repeat(index % 9)} long-term office in- en uit-fluitend`,
    ).join(' ')
    expect((await taken(words)).replace(/\s+/g, ' ')).toContain(words.replace(/\s+/g, ' ').trim())
  })
})

test('a document without dates has none, and one of a month no day', async () => {
  const document = documentOf('en', 'T', ['prose', '', [paragraphBlock('a0', 'Text')]])
  const undated = await PDFDocument.load(await pdfOf(browser, document, 'en'), {
    updateMetadata: false,
  })
  expect(undated.getCreationDate()).toBeUndefined()
  expect(undated.getModificationDate()).toBeUndefined()
  const metadata = { ...document.metadata, publishedOn: '2026-03', organisation: 'Fernhollow' }
  const bytes = await pdfOf(browser, { ...document, metadata }, 'en')
  const dated = await PDFDocument.load(bytes, { updateMetadata: false })
  expect(dated.getCreationDate()?.toISOString()).toBe('2026-03-01T00:00:00.000Z')
  expect(dated.getAuthor()).toBe('Fernhollow')
})
