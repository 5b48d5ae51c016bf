import { launch, type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { findBrowser } from '../../electron/chromium/browser.ts'
import type { Attachment } from '../../electron/publish/pdf/archive.ts'
import { printPdf } from '../../electron/publish/print.ts'
import type { PageInput } from '../../electron/publish/rendering.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { ok } from '../../model/errors/result.ts'

/** An installed browser for the tests of one file; it closes with them. */
export function useBrowser(): { page(): Promise<Page> } {
  let browser: Browser | undefined
  beforeAll(async () => {
    const executablePath = findBrowser()
    if (executablePath === undefined) throw new Error('these tests need an installed browser')
    const root = process.getuid?.() === 0
    browser = await launch({ executablePath, args: root ? ['--no-sandbox'] : [] })
  })
  afterAll(() => browser?.close())
  return {
    async page() {
      if (browser === undefined) throw new Error('the browser has not started')
      return browser.newPage()
    },
  }
}

/** Prints a page as the app does: tagged, with an outline, on the sheets that the page itself describes. */
export async function printed(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html)
  await page.evaluate(async () => {
    await Promise.all(Array.from(document.fonts, (face) => face.load()))
  })
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
}

/** A document as the PDF that the app makes of it, for the public unless another choice is made. */
export async function pdfOf(
  browser: ReturnType<typeof useBrowser>,
  document: Postmortem,
  locale: string,
  choice: Partial<Omit<PageInput, 'document' | 'locale' | 'medium'>> = {},
  source?: Attachment,
): Promise<Uint8Array> {
  const input = {
    audience: 'public',
    untranslated: new Set<string>(),
    images: new Map<string, string>(),
    alternates: [],
    ...choice,
    document,
    locale,
  } as const
  const made = await printPdf(
    input,
    async (html) => {
      // A page of its own: the policy of what stood in it before would go on holding.
      const page = await browser.page()
      const bytes = await printed(page, html)
      await page.close()
      return ok(bytes)
    },
    source,
  )
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
