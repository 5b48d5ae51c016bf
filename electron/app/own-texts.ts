import { Buffer } from 'node:buffer'
import { PDFDocument } from '@cantoo/pdf-lib'
import { AUDIENCES } from '../../model/document/audience.ts'
import { blankPostmortem } from '../../model/document/blank.ts'
import { ok } from '../../model/errors/result.ts'
import type { Correction } from '../../model/releases/manifest.ts'
import { writeDocx } from '../exchange/docx/write.ts'
import { writeXliff } from '../exchange/xliff/write.ts'
import { ownWords } from '../publish/leak/own-words.ts'
import { unpack } from '../publish/leak/unpack.ts'
import { renderDocx } from '../publish/docx/write.ts'
import { renderPage } from '../publish/page.ts'
import { printPdf } from '../publish/print.ts'
import { headingsIn } from './headings.ts'

/** What a correction adds to a page. */
const CORRECTION: Correction = {
  on: '2000-01-01',
  key: '',
  part: 'title',
  field: 'title',
  status: 'changed',
  texts: [{ locale: 'en', before: '', after: '' }],
  values: null,
}

async function pages(): Promise<Uint8Array[]> {
  const files: Uint8Array[] = []
  for (const audience of AUDIENCES) {
    const input = {
      document: blankPostmortem('en', 'A'),
      locale: 'en',
      audience,
      untranslated: new Set<string>(),
      images: new Map<string, string>(),
      alternates: ['nl'],
      corrections: [CORRECTION],
    }
    const html = await renderPage({ ...input, medium: 'screen' })
    if (html.ok) files.push(Buffer.from(html.value))
    const docx = await renderDocx(input)
    if (docx.ok) files.push(docx.value)
    if (audience !== 'public') continue
    const pdf = await printPdf(input, async () => {
      const blank = await PDFDocument.create()
      blank.addPage()
      return ok(await blank.save())
    })
    if (pdf.ok) files.push(pdf.value)
  }
  return files
}

async function tables(): Promise<Uint8Array[]> {
  const nothing = {
    postmortem: 'a',
    sourceLocale: 'en',
    locale: 'nl',
    audience: 'public' as const,
    groups: new Map<string, string>(),
    units: [],
    read: () => '',
  }
  return [Buffer.from(writeXliff(nothing)), await writeDocx(nothing, headingsIn('en', 'nl', 'a'))]
}

async function read(): Promise<readonly string[]> {
  const texts = [...ownWords()]
  for (const file of [...(await pages()), ...(await tables())])
    for await (const piece of unpack(file, '')) if (piece.kind === 'text') texts.push(piece.text)
  return texts
}

let known: Promise<readonly string[]> | undefined

/**
 * What exports say by themselves, whatever stands in a document: found by writing a document without a word through each of them, so
 * that a policy, a style or a format's own words are no alarm where somebody writes of the same thing inside.
 */
export function ownTexts(): Promise<readonly string[]> {
  known ??= read()
  return known
}
