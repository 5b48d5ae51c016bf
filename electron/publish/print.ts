import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import { ok, type Result } from '../../model/errors/result.ts'
import { finishPdf, statedOf } from './finish.ts'
import { renderPage, type PageInput } from './page.ts'
import type { Attachment } from './pdf/archive.ts'
import { pagingOf, samePaging, type Paging } from './paging.ts'

/** Numbers have their place before they are known, so that the second printing is as the first. One more, to be sure. */
const MOST_PASSES = 3

/**
 * A page on paper as a finished PDF. It is printed twice: what stands on which sheet is known only afterwards, and
 * the contents and the running heads say it.
 *
 * @param print a complete HTML page to a tagged PDF with an outline, page size from its `@page`
 * @param source what the file for archives has in it
 * @returns LABELS_MISSING, and the errors of `print`
 */
export async function printPdf(
  input: Omit<PageInput, 'medium' | 'paging'>,
  print: (html: string) => Promise<Result<Uint8Array>>,
  source?: Attachment,
): Promise<Result<Uint8Array>> {
  const stated = statedOf(input)
  let paging: Paging | undefined
  for (let pass = 1; ; pass++) {
    const html = await renderPage({ ...input, medium: 'print', paging })
    if (!html.ok) return html
    const printed = await print(html.value)
    if (!printed.ok) return printed
    const pdf = await PDFDocument.load(printed.value, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
    })
    const found = pagingOf(pdf, stated.headings)
    const same = found === undefined || found.sheets.size === 0 || samePaging(paging, found)
    if (same || pass === MOST_PASSES) return ok(await finishPdf(pdf, input, source, stated))
    paging = found
  }
}
