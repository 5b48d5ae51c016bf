import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sample } from '../../electron/app/sample/sample.ts'
import { viewOf } from '../../electron/app/view.ts'
import { renderDocx } from '../../electron/publish/docx/write.ts'
import { renderFragment } from '../../electron/publish/fragment.ts'
import { fontUses } from '../../electron/publish/fonts/own/uses.ts'
import { tablesOf } from '../../electron/publish/fonts/sfnt.ts'
import { fontSubset } from '../../electron/publish/fonts/subset.ts'
import { renderPicture } from '../../electron/publish/pictures/picture.ts'
import { renderSite } from '../../electron/publish/site.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { fullDocument } from '../fixtures/full/document.ts'
import {
  ARABIC,
  fontFile,
  JAPANESE,
  SANS,
  SANS_BOLD,
  SANS_ITALIC,
  withTable,
} from '../fixtures/fonts/files.ts'
import { fontsInPdf } from '../fixtures/fonts/in-pdf.ts'
import { themeWith } from '../fixtures/fonts/theme.ts'
import { valueOf } from '../fixtures/library.ts'
import { pdfOf, useBrowser } from './browser.ts'
import { notGivenBack } from './given-back.ts'
import { documentOf, fullPage } from './pages.ts'
import { ask, hasTool, squeezed } from './tools.ts'
import { hasVeraPdf, verdicts } from './verapdf.ts'
import { partsOf } from './word.ts'

const browser = useBrowser()
const LATIN = {
  text: {
    regular: fontFile(SANS, 'Fernhollow'),
    bold: fontFile(SANS_BOLD, 'FernhollowBold'),
    italic: fontFile(SANS_ITALIC, 'FernhollowItalic'),
  },
}
const VIEW = {
  audience: 'public',
  untranslated: new Set<string>(),
  images: new Map<string, string>(),
  alternates: [],
} as const
/** The faces of a page: each family with its weight and style. */
const faces = (html: string): Set<string> =>
  new Set(
    Array.from(
      html.matchAll(/font-family:'([^']+)';font-weight:(\d+);font-style:(\w+)/g),
      ([, ...parts]) => parts.join(' '),
    ),
  )
/** Whether a page takes a character of its text from a family. */
const gives = (html: string, family: string, character: string): boolean =>
  Array.from(
    html.matchAll(
      new RegExp(
        `font-family:'${family}';font-weight:400;font-style:normal[^}]*unicode-range:([^}]*)}`,
        'g',
      ),
    ),
    ([, ranges]) => ranges!.split(','),
  )
    .flat()
    .some((range) => {
      const [first, last = first] = range
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16))
      const point = character.codePointAt(0)!
      return point >= first! && point <= last!
    })
/** The stack of families that text has. */
const bodyFonts = (html: string): string => /--serif: ([^;]+);/.exec(html)![1]!

describe('a page in a face of an organisation’s own', () => {
  test('has its cuts and names them by what they are for, and never by what they are called', async () => {
    const html = await fullPage('en', await themeWith(LATIN))
    expect([...faces(html)].filter((face) => face.startsWith('Own'))).toEqual(
      expect.arrayContaining(['Own text 400 normal', 'Own text 700 normal', 'Own text 400 italic']),
    )
    expect(bodyFonts(html)).toMatch(/^'Own text', 'Source Serif 4'/)
    expect(html).not.toContain('Fernhollow Sans')
    expect(html).not.toContain('brand.ttf')
  })

  test('sets everything in it but what it lacks', async () => {
    const tab = await browser.page()
    await tab.setContent(await fullPage('en', await themeWith(LATIN)))
    const loaded = await tab.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replace(/["']/g, ''))
    })
    await tab.close()
    expect(loaded).toContain('Own text')
    expect(loaded.filter((family) => /Source Serif/.test(family))).toEqual([])
  })

  test('has the house’s cut under its name where it lacks one, so that nothing is fattened', async () => {
    const html = await fullPage('en', await themeWith({ text: { regular: LATIN.text.regular } }))
    expect(faces(html)).toContain('Own text 700 normal')
    expect(faces(html)).toContain('Own text 400 italic')
  })

  test('for headings has one cut whatever they weigh, and nothing else is set in it', async () => {
    const html = await fullPage(
      'en',
      await themeWith({ headings: { regular: LATIN.text.regular } }),
    )
    const own = [...faces(html)].filter((face) => face.startsWith('Own'))
    expect(own).toEqual(['Own headings 700 normal'])
    expect(bodyFonts(html)).not.toContain('Own')
  })

  test('leaves Japanese and Arabic to the house where it has only Latin', async () => {
    const theme = await themeWith(LATIN)
    const japanese = await fullPage('ja', theme)
    expect(faces(japanese)).toContain('Noto Serif JP 400 normal')
    expect(faces(japanese)).toContain('Own text 400 normal')
    const arabic = await fullPage('ar', theme)
    expect(faces(arabic)).toContain('Amiri 400 normal')
    // Spaces between Arabic words are as wide as Arabic has them; marks that Japanese has wide stay wide.
    expect(gives(arabic, 'Own text', ' ')).toBe(false)
    expect(gives(arabic, 'Amiri', ' ')).toBe(true)
    expect(gives(arabic, 'Own text', '5')).toBe(true)
    expect(gives(japanese, 'Own text', ' ')).toBe(true)
    expect(gives(japanese, 'Own text', '“')).toBe(false)
  })

  test('has Arabic and Japanese too where the face has them', async () => {
    const naskh = await themeWith({ text: { regular: fontFile(ARABIC, 'FernhollowNaskh') } })
    const arabic = await fullPage('ar', naskh)
    expect(gives(arabic, 'Own text', 'س')).toBe(true)
    expect(gives(arabic, 'Amiri', 'س')).toBe(false)
    const gothic = await themeWith({ text: { regular: fontFile(JAPANESE, 'FernhollowGothic') } })
    const japanese = await fullPage('ja', gothic)
    expect(gives(japanese, 'Own text', 'の')).toBe(true)
    expect(gives(japanese, 'Noto Serif JP', 'の')).toBe(false)
  })

  test('is the same page each time', async () => {
    const theme = await themeWith(LATIN)
    expect(await fullPage('ja', theme)).toBe(await fullPage('ja', await themeWith(LATIN)))
    expect(await fullPage('ja', theme)).toBe(await fullPage('ja', theme))
  })
})

test('what a page has of it tells no more of it than its name', async () => {
  const licence = 'For the use of one customer alone'
  const named = withTable(fontFile(SANS, 'Fernhollow'), 'name', (table) => {
    // One name more, in the place of the last: the number of a licence is 13.
    const text = Buffer.from(licence, 'utf16le').swap16()
    const grown = Buffer.concat([table, text])
    const last = 6 + 12 * (table.readUInt16BE(2) - 1)
    grown.writeUInt16BE(13, last + 6)
    grown.writeUInt16BE(text.length, last + 8)
    grown.writeUInt16BE(table.length - table.readUInt16BE(4), last + 10)
    return grown
  })
  const { fonts } = await themeWith({ text: { regular: named } })
  const words = (font: Buffer): string =>
    Buffer.from(tablesOf(font).get('name')!).toString('latin1').replaceAll('\0', '')
  expect(words(fonts[0]!.own!.read())).toContain(licence)
  const cut = words(await fontSubset(fonts[0]!, new Set([65]), 'ttf'))
  expect(cut).toContain('Fernhollow')
  expect(cut).not.toContain(licence)
})

test('a website shares one file of it, whose name says what it is for', async () => {
  const theme = await themeWith(LATIN)
  const inputs = (['en', 'ja'] as const).map((locale) => ({
    ...VIEW,
    ...theme,
    document: fullDocument(locale),
    locale,
    medium: 'screen' as const,
  }))
  const files = valueOf(await renderSite(inputs)).map(({ file }) => file)
  expect(files.filter((file) => /\.text-400-normal\.[0-9a-f]{8}\.woff2$/.test(file))).toHaveLength(
    1,
  )
})

test('a fragment has no fonts, because it has no style', async () => {
  const theme = await themeWith(LATIN)
  const html = valueOf(
    renderFragment({ ...VIEW, ...theme, document: fullDocument('en'), locale: 'en' }, { level: 1 }),
  )
  expect(html).not.toContain('Own text')
})

test('a picture is drawn in it', async () => {
  const draw = async (
    theme: Awaited<ReturnType<typeof themeWith>> | object,
    kind: 'card' | 'timeline',
  ) =>
    Buffer.from(
      valueOf(
        await renderPicture(
          { ...VIEW, ...theme, document: fullDocument('en'), locale: 'en' },
          kind,
        ),
      ).png,
    )
  for (const kind of ['card', 'timeline'] as const) {
    const plain = await draw({}, kind)
    const own = await draw(await themeWith(LATIN), kind)
    expect(own.equals(plain)).toBe(false)
    expect(own.equals(await draw(await themeWith(LATIN), kind))).toBe(true)
  }
  const headings = await draw(await themeWith({ headings: LATIN.text }), 'card')
  expect(headings.equals(await draw({}, 'card'))).toBe(false)
})

test('a Word document names it and carries nothing of it', async () => {
  const theme = await themeWith(LATIN)
  const bytes = valueOf(
    await renderDocx({ ...VIEW, ...theme, document: fullDocument('en'), locale: 'en' }),
  )
  const parts = partsOf(bytes)
  expect(Buffer.from(parts['word/styles.xml']!).toString()).toContain('w:ascii="Fernhollow"')
  expect(Object.keys(parts).filter((name) => name.includes('fonts/'))).toEqual([])
})

test('what it does for each language is known before anything is published', async () => {
  const theme = await themeWith(LATIN)
  const use = async (locale: 'en' | 'ja') =>
    (await fontUses({ ...VIEW, ...theme, document: fullDocument(locale), locale }))[0]!
  const [english, japanese] = [await use('en'), await use('ja')]
  expect(english).toMatchObject({ role: 'text', locale: 'en' })
  expect(english.covered).toBeGreaterThan(0.8 * english.characters)
  expect(japanese.covered).toBeLessThan(0.5 * japanese.characters)
  expect(english.bytes).toBeGreaterThan(5000)
  expect(await fontUses({ ...VIEW, document: fullDocument('en'), locale: 'en' })).toEqual([])
})

/** The sample in its languages, and from right to left a document that uses every construct. */
const onPaper = (locale: string): Postmortem =>
  locale === 'ar'
    ? documentForAudience(fullDocument('ar'), 'public')
    : valueOf(viewOf({ ...sample(), revision: 1 }, locale, 'public')).document

test('an Arabic face that writes lam and alef as one glyph is for the screen: a PDF gives its text back', async () => {
  const theme = await themeWith({ text: { regular: fontFile(ARABIC, 'FernhollowNaskh') } })
  const document = onPaper('ar')
  const made = await pdfOf(browser, document, 'ar', theme)
  expect(await fontsInPdf(made)).toContain('Amiri-Regular')
  if (hasTool('pdftotext')) {
    const words = (pdf: Uint8Array) =>
      new Set(squeezed(ask('pdftotext', ['{pdf}', '-'], pdf)).match(/[\u0621-\u064a]+/g))
    expect(words(made)).toEqual(words(await pdfOf(browser, document, 'ar')))
  }
  const [use] = await fontUses({ ...VIEW, ...theme, document, locale: 'ar' })
  expect(use!.onPaper).toBeLessThan(use!.covered)
  const latin = await fontUses({ ...VIEW, ...(await themeWith(LATIN)), document, locale: 'ar' })
  expect(latin[0]!.onPaper).toBe(latin[0]!.covered)
}, 60_000)

describe.each(['en', 'nl', 'ja', 'ar'])('a PDF in it, in %s', (locale) => {
  let bytes: Uint8Array
  let again: Uint8Array
  const folder = mkdtempSync(join(tmpdir(), 'afterword-own-fonts-'))
  const document = onPaper(locale)
  beforeAll(async () => {
    bytes = await pdfOf(browser, document, locale, await themeWith(LATIN))
    again = await pdfOf(browser, document, locale, await themeWith(LATIN))
    writeFileSync(join(folder, `${locale}.pdf`), bytes)
    const pictures = process.env['AFTERWORD_PICTURES']
    if (pictures !== undefined) writeFileSync(join(pictures, `own-${locale}.pdf`), bytes)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('embeds it, and the house’s face for what it lacks', async () => {
    const names = await fontsInPdf(bytes)
    expect(names).toEqual(expect.arrayContaining(['Fernhollow', 'FernhollowBold']))
    const script = { ja: /^NotoS\w+JP/, ar: /^Amiri/ }[locale]
    if (script !== undefined) expect(names.some((name) => script.test(name))).toBe(true)
  })

  test.skipIf(!hasTool('pdffonts'))('has every font as outlines that can be searched', () => {
    const rows = ask('pdffonts', ['{pdf}'], bytes).trim().split('\n').slice(2)
    for (const row of rows) expect(row).toMatch(/CID TrueType +Identity-H +yes yes yes/)
  })

  test.skipIf(!hasTool('pdftotext'))('gives back every text whole', () => {
    const text = ask('pdftotext', ['-enc', 'UTF-8', '{pdf}', '-'], bytes)
    expect(notGivenBack(text, document, locale)).toEqual([])
  })

  test('is the same bytes each time', () => {
    expect(Buffer.from(again).equals(bytes)).toBe(true)
  })

  test.skipIf(!hasVeraPdf())(
    'is PDF/UA-1',
    () => {
      const file = join(folder, `${locale}.pdf`)
      expect(verdicts('ua1', [file]).map((line) => line.replace(/ \d+$/, ''))).toEqual([
        `${file} compliant`,
      ])
    },
    120_000,
  )
})

test('strong code and strong emphasis have no cut of their own in the house, and are not fattened into Type 3', async () => {
  const said = (value: string) => ({ type: 'text' as const, value })
  const block = paragraphBlock('a0', [
    {
      type: 'strong',
      children: [
        { type: 'inlineCode', value: 'kill -9' },
        said(' and '),
        { type: 'emphasis', children: [said('only')] },
      ],
    },
    { type: 'emphasis', children: [said(' slanted')] },
  ])
  const document = documentOf('en', 'A title', ['summary', 'A heading', [block]])
  const made = await PDFDocument.load(await pdfOf(browser, document, 'en'), {
    updateMetadata: false,
  })
  const kinds = made.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object.get(PDFName.of('Subtype'))] : []))
  expect(kinds).toContain(PDFName.of('Type0'))
  expect(kinds).not.toContain(PDFName.of('Type3'))
})
