import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample } from '../../electron/app/sample/sample.ts'
import type { Attachment } from '../../electron/publish/pdf/archive.ts'
import { localesOf, viewOf, type View } from '../../electron/app/view.ts'
import { factWords, publicationWords } from '../../locales/publication-words.ts'
import { factsById, readContent } from '../../model/facts/read.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { fullDocument } from '../fixtures/full/document.ts'
import { pdfOf, useBrowser } from './browser.ts'
import { notGivenBack } from './given-back.ts'
import { outlineOf } from './outline.ts'
import { ask, hasTool } from './tools.ts'
import { hasVeraPdf, verdicts } from './verapdf.ts'

const browser = useBrowser()

/** The sample in each of its languages, and a document that uses every construct from right to left. */
function views(): View[] {
  const { document, translations } = sample()
  const stored = { document, translations, revision: 1 }
  const ofSample = localesOf(document).map((locale) => {
    const view = viewOf(stored, locale, 'public')
    if (!view.ok) throw new Error(view.error.code)
    return view.value
  })
  const full = documentForAudience(fullDocument('ar'), 'public')
  return [
    ...ofSample,
    { document: full, locale: 'ar', audience: 'public', untranslated: new Set<string>() },
  ]
}

const folder = mkdtempSync(join(tmpdir(), 'afterword-conformance-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cases = views().map((view) => ({ view, locale: view.locale }))
const MARKDOWN = '# A text\n'
const source: Attachment = {
  file: 'text.md',
  type: 'text/markdown',
  bytes: new Uint8Array(Buffer.from(MARKDOWN)),
  says: 'A text',
  modified: null,
}

const made = new Map<string, Uint8Array>()
beforeAll(async () => {
  for (const { view, locale } of cases) {
    const bytes = await pdfOf(browser, view.document, locale)
    made.set(locale, bytes)
    writeFileSync(join(folder, `${locale}.pdf`), bytes)
    const kept = await pdfOf(browser, view.document, locale, {}, source)
    writeFileSync(join(folder, `${locale}.archive.pdf`), kept)
  }
})

test.skipIf(!hasVeraPdf()).each([
  { flavour: 'ua1', what: 'PDF/UA-1', kind: '' },
  { flavour: 'ua1', what: 'PDF/UA-1', kind: '.archive' },
  { flavour: '3a', what: 'PDF/A-3a', kind: '.archive' },
] as const)('every PDF ($kind) is $what, by veraPDF', ({ flavour, kind }) => {
  const files = cases.map(({ locale }) => join(folder, `${locale}${kind}.pdf`))
  const said = verdicts(flavour, files)
  expect(said.map((line) => line.replace(/ \d+$/, ''))).toEqual(
    files.map((file) => `${file} compliant`),
  )
  expect(said.every((line) => Number(line.split(' ').at(-1)) > 1000)).toBe(true)
})

describe.each(cases)('the PDF in $locale', ({ view, locale }) => {
  test('is the same bytes when it is made again, and no larger than it need be', async () => {
    const again = await pdfOf(browser, view.document, locale)
    expect(Buffer.from(again).equals(made.get(locale)!)).toBe(true)
    expect(again.length).toBeLessThan({ ja: 350_000, ar: 250_000 }[locale] ?? 150_000)
  })

  test.skipIf(!hasTool('qpdf') || !hasTool('pdffonts'))('is sound, without Type 3 fonts', () => {
    const bytes = made.get(locale)!
    expect(ask('qpdf', ['--check', '{pdf}'], bytes)).toContain(
      'No syntax or stream encoding errors',
    )
    const fonts = ask('pdffonts', ['{pdf}'], bytes).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(3)
    expect(fonts.filter((row) => !/CID TrueType +Identity-H +yes yes yes/.test(row))).toEqual([])
  })

  test('has a bookmark for each heading', async () => {
    const pdf = await PDFDocument.load(made.get(locale)!, { updateMetadata: false })
    const words = factWords(publicationWords(locale)!)
    const facts = factsById(view.document.facts)
    const read = (content: Parameters<typeof readContent>[0]) =>
      readContent(content, facts, locale, words)
    const sections = view.document.sections.map(({ heading }) => read(heading.content))
    const found = outlineOf(pdf)
    expect(found[0]!.slice(0, 2)).toEqual([1, read(view.document.title.content)])
    const second = found.filter(([depth]) => depth === 2).map(([, title]) => title)
    expect(second.slice(0, sections.length)).toEqual(sections)
  })

  test.skipIf(!hasTool('pdftotext'))('gives back every text whole, without a soft hyphen', () => {
    const text = ask('pdftotext', ['-enc', 'UTF-8', '{pdf}', '-'], made.get(locale)!)
    expect(text).not.toContain('\u00AD')
    expect(notGivenBack(text, view.document, locale)).toEqual([])
  })
})

test.skipIf(!hasTool('pdfinfo'))('a PDF for archives has its text in it, once', async () => {
  const { view, locale } = cases[0]!
  const bytes = await pdfOf(browser, view.document, locale, {}, source)
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  expect(
    pdf.getAttachments().map(({ name, data }) => [name, Buffer.from(data).toString()]),
  ).toEqual([['text.md', MARKDOWN]])
  const again = await pdfOf(browser, view.document, locale, {}, source)
  expect(Buffer.from(again).equals(bytes)).toBe(true)
})

test.skipIf(!hasTool('pdfinfo')).each([
  { locale: 'en', paper: undefined, size: /A4/ },
  { locale: 'en-US', paper: undefined, size: /letter/ },
  { locale: 'en-US', paper: 'a4', size: /A4/ },
  { locale: 'nl', paper: 'letter', size: /letter/ },
] as const)('a PDF in $locale on $paper', async ({ locale, paper, size }) => {
  const { document } = cases[0]!.view
  const bytes = await pdfOf(browser, document, locale, { paper })
  expect(ask('pdfinfo', ['{pdf}'], bytes)).toMatch(size)
})
