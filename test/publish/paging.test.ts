import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { paragraphBlock } from '../../model/document/blank.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { FULL_LOCALES, fullDocument } from '../fixtures/full/document.ts'
import { pdfOf, useBrowser } from './browser.ts'
import { outlineOf } from './outline.ts'
import { documentOf } from './pages.ts'
import { ask, hasTool, squeezed } from './tools.ts'

const browser = useBrowser()

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

const cases: { name: string; locale: string; document: Postmortem }[] = [
  ...FULL_LOCALES.map((locale) => ({
    name: `the full document in ${locale}`,
    locale,
    document: documentForAudience(fullDocument(locale), 'public'),
  })),
  { name: 'a long document', locale: 'en', document: long },
]

describe.skipIf(!hasTool('pdftotext')).each(cases)('$name', ({ locale, document }) => {
  let sheets: string[]
  let count: number
  let sections: { title: string; sheet: number }[]
  beforeAll(async () => {
    const bytes = await pdfOf(browser, document, locale)
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const named = document.sections.length
    sections = outlineOf(pdf)
      .filter(([depth]) => depth === 2)
      .slice(0, named)
      .map(([, title, sheet]) => ({ title: squeezed(title), sheet }))
    sheets = ask('pdftotext', ['-enc', 'UTF-8', '{pdf}', '-'], bytes).split('\f').slice(0, -1)
    count = pdf.getPageCount()
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
