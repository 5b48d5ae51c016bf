import { launch, type Browser, type Page } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { findBrowser } from '../../electron/chromium/browser.ts'

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
    await document.fonts.ready
  })
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
}
