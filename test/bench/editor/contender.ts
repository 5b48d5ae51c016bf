import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { build } from 'vite'
import type { Part } from './text.ts'

export const PLAIN = ['bare', 'lexical', 'tiptap'] as const
export type Plain = (typeof PLAIN)[number]

export const SIZE = { width: 1280, height: 800 }

/**
 * A page as quiet as a page can be, with lines as long and as high as those of a postmortem that is written. No ring
 * around what has focus, as no writing program draws one around its page: it alone costs 30 ms a key at 50,000 words.
 */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>
body { margin: 0 } main { max-inline-size: 40rem; margin: 3rem auto; font: 1.0625rem / 1.62 sans-serif; white-space: pre-wrap; overflow-wrap: anywhere }
main, main * { outline: none }
p { margin-block: .7em }</style><main></main></html>`

/** The script that mounts a contender, with everything that it imports. */
async function scriptOf(name: Plain): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome130',
      lib: {
        entry: join(import.meta.dirname, 'page', `${name}.ts`),
        formats: ['iife'],
        name: 'bench',
        fileName: name,
      },
    },
  })
  const [bundle] = Array.isArray(made) ? made : [made]
  if (bundle === undefined || !('output' in bundle)) throw new Error(`${name} was not built`)
  return bundle.output[0].code
}

/** The scripts of all contenders but Afterword, built once. */
export async function buildPlain(): Promise<Readonly<Record<Plain, string>>> {
  const [bare, lexical, tiptap] = await Promise.all(PLAIN.map(scriptOf))
  return { bare: bare!, lexical: lexical!, tiptap: tiptap! }
}

/** A tab with a contender that holds the text. */
export async function openPlain(
  browser: Browser,
  script: string,
  parts: readonly Part[],
): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport(SIZE)
  await page.setContent(PAGE)
  await page.addScriptTag({ content: script })
  await page.evaluate(
    (root, given) =>
      (
        globalThis as unknown as { mountEditor(root: Element | null, parts: unknown): void }
      ).mountEditor(root, given),
    await page.$('main'),
    parts as unknown,
  )
  return page
}
