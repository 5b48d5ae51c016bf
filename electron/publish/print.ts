import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import { ok, type Result } from '../../model/errors/result.ts'
import { finishPdf, statedOf } from './finish.ts'
import { renderPage, type PageInput } from './page.ts'
import type { Attachment } from './pdf/archive.ts'
import { pagingOf, samePaging, type Paging } from './paging.ts'

/** Numbers have their place before they are known, so that the second printing is as the first. One more, to be sure. */
const MOST_PASSES = 3

/** As many as a postmortem in a dozen languages needs for a few audiences. */
const MOST_KNOWN = 48
/** Where everything came to stand when it was printed last, the oldest first. */
const known = new Map<string, Paging>()

function remember(key: string, paging: Paging): void {
  known.delete(key)
  known.set(key, paging)
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) return
    known.delete(oldest)
  }
}

/**
 * A page on paper as a finished PDF. It is printed twice: what stands on which sheet is known only afterwards, and
 * the contents and the running heads say it. Where everything still stands where it stood the last time, once is enough.
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
  const { document, locale, audience, paper = '' } = input
  const key = [document.id, locale, audience, paper].join(' ')
  let paging = known.get(key)
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
    if (found) remember(key, found)
    const same = found ? paging && samePaging(paging, found) : !paging
    if (same || pass === MOST_PASSES) return ok(await finishPdf(pdf, input, source, stated))
    paging = found
  }
}
