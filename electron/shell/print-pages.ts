import { randomUUID } from 'node:crypto'
import { printPage } from './address.ts'
import { COMMON_HEADERS, PRINT_POLICY } from './policy.ts'
import { FONTS_FOLDER, fileResponse, refused } from './assets.ts'

const pages = new Map<string, string>()

/** Makes a page known for as long as it is printed. Its address cannot be guessed. */
export function holdPrintPage(html: string): { url: string; release(): void } {
  const id = randomUUID()
  pages.set(id, html)
  return { url: printPage(id), release: () => pages.delete(id) }
}

/** Answers `app://print/<id>`, and the fonts on the same origin. */
export async function servePrintPage({ pathname }: URL): Promise<Response> {
  const html = pages.get(pathname.slice(1))
  if (html !== undefined)
    return new Response(html, {
      headers: {
        ...COMMON_HEADERS,
        // The next page comes in its window: nobody goes back to this one.
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PRINT_POLICY,
      },
    })
  const font = /^\/fonts(\/.*)$/.exec(pathname)?.[1]
  return font === undefined ? refused(404) : fileResponse(FONTS_FOLDER, font)
}
