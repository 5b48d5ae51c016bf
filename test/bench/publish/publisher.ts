import { launch } from 'puppeteer-core'
import { createServer } from 'vite'
import { findBrowser } from '../../../electron/chromium/browser.ts'
import type { View } from '../../../electron/app/view.ts'
import { ROOT } from '../../../build/root.ts'
import { releaseOf, type Release } from './release.ts'

/** What makes pages and PDFs, warm, as the program does. */
export interface Publisher {
  /** What is published, by locale. */
  readonly views: ReadonlyMap<string, View>
  readonly html: (view: View) => Promise<string>
  readonly markdown: (view: View) => string
  /** A page without its style and fonts. */
  readonly bare: (html: string) => string
  /** A PDF through the program's own print worker. `again`: of a document that was printed before. */
  readonly pdf: (view: View, again?: 'again') => Promise<Uint8Array>
  /** A page through a browser that nothing else is done with. */
  readonly print: (html: string) => Promise<Uint8Array>
  /** The sample in these locales, to be published into a folder as the program does: looked through, and kept in the library. */
  release(folder: string, locales: readonly string[]): Promise<Release>
  close(): Promise<void>
}

const OPTIONS = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }
const rest = { untranslated: new Set<string>(), corrections: [] }

/** The program's own modules through its bundler, because some read style sheets and packs of words. */
export async function loadPublisher(): Promise<Publisher> {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    server: { middlewareMode: true, watch: null, hmr: false },
    appType: 'custom',
    logLevel: 'error',
    optimizeDeps: { noDiscovery: true },
  })
  const load = async <T>(file: string): Promise<T> => (await server.ssrLoadModule(file)) as T
  const { sample } = await load<typeof import('../../../electron/app/sample/sample.ts')>(
    '/electron/app/sample/sample.ts',
  )
  const { viewOf } =
    await load<typeof import('../../../electron/app/view.ts')>('/electron/app/view.ts')
  const { renderPage } = await load<typeof import('../../../electron/publish/page.ts')>(
    '/electron/publish/page.ts',
  )
  const { printPdf } = await load<typeof import('../../../electron/publish/print.ts')>(
    '/electron/publish/print.ts',
  )
  const { createPrinter } = await load<typeof import('../../../electron/cli/printer.ts')>(
    '/electron/cli/printer.ts',
  )
  const { openCore } =
    await load<typeof import('../../../electron/app/core.ts')>('/electron/app/core.ts')
  const { writeMarkdown } = await load<typeof import('../../../electron/exchange/markdown.ts')>(
    '/electron/exchange/markdown.ts',
  )
  const { fullDocument } = await load<typeof import('../../fixtures/full/document.ts')>(
    '/test/fixtures/full/document.ts',
  )
  const { documentForAudience } = await load<
    typeof import('../../../model/units/audience-view.ts')
  >('/model/units/audience-view.ts')

  const { document, translations } = sample()
  const views = new Map<string, View>()
  for (const locale of [document.sourceLocale, ...document.locales]) {
    const view = viewOf({ document, translations, revision: 1 }, locale, 'public')
    if (view.ok) views.set(locale, view.value)
  }
  const full = documentForAudience(fullDocument('ar'), 'public')
  views.set('ar', { document: full, locale: 'ar', audience: 'public', ...rest })

  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('the bench needs an installed browser')
  const root = process.getuid?.() === 0
  const browser = await launch({ executablePath, args: root ? ['--no-sandbox'] : [] })

  async function print(html: string): Promise<Uint8Array> {
    const page = await browser.newPage()
    await page.setContent(html)
    await page.evaluate(async () => {
      await Promise.all(Array.from(globalThis.document.fonts, (face) => face.load()))
    })
    const bytes = await page.pdf(OPTIONS)
    await page.close()
    return bytes
  }
  const input = (view: View) => ({
    ...rest,
    ...view,
    images: new Map<string, string>(),
    alternates: [],
  })
  const printer = createPrinter()
  const { signal } = new AbortController()
  let printed = 0
  async function pdf(view: View, again?: 'again'): Promise<Uint8Array> {
    const id = again ?? String(++printed)
    const document = { ...view.document, id }
    const made = await printPdf(input({ ...view, document }), (html) => printer.print(html, signal))
    if (!made.ok)
      throw new Error(
        made.error.code === 'RUNTIME_MISSING' ? 'Run: npm run build' : made.error.code,
      )
    return made.value
  }
  return {
    views,
    async html(view) {
      const page = await renderPage({ ...input(view), medium: 'screen' })
      if (!page.ok) throw new Error(page.error.code)
      return page.value
    },
    markdown(view) {
      const text = writeMarkdown(view.document, view.locale, new Map(), [])
      if (!text.ok) throw new Error(text.error.code)
      return text.value
    },
    bare: (html) =>
      html
        .replace(/<style>[^]*?<\/style>/, '')
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
    pdf,
    print,
    release: (folder, locales) => releaseOf(openCore, printer, folder, locales),
    async close() {
      await printer.close()
      await browser.close()
      await server.close()
    },
  }
}
