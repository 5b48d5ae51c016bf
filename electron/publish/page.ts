import { createHash } from 'node:crypto'
import { h } from 'hastscript'
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { publicationWords } from '../../locales/publication-words.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { pageBody } from './body.ts'
import { description, pageTitle } from './description.ts'
import { fontFaces } from './fonts/faces.ts'
import { divideWords } from './hyphenation/paper.ts'
import { identity } from './identity.ts'
import { breakLines } from './lines.ts'
import { rendering, type PageInput, type Rendering } from './rendering.ts'
import { stylesheet } from './style/stylesheet.ts'
import { keepTogether } from './together.ts'

export type { PageInput } from './rendering.ts'

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The one style element is allowed by its hash, and so is the data for search engines, which some take for a script. A page of a
 * site may also have the files beside it; there is nothing else that a page may load, run or send.
 */
function policy(style: string, data: string | undefined, shared: boolean): string {
  // On a disk a file is nobody's own, so that its scheme must be named; on the web that allows nothing.
  const beside = shared ? "'self' file: " : ''
  return [
    "default-src 'none'",
    ...(data === undefined ? [] : [`script-src ${hash(data)}`]),
    `style-src ${beside}${hash(style)}`,
    `font-src ${beside}data:`,
    `img-src ${beside}data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function head(page: Rendering, style: string, sheet: string | undefined): Element {
  const about = description(page)
  const data = identity(page)
  const said = data.flatMap(({ tagName, children: [text] }) =>
    tagName === 'script' && text?.type === 'text' ? [text.value] : [],
  )
  const { organisation } = page.document.metadata
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    // The preview's policy comes with its response: the window patches its elements, and the hash would go stale.
    ...(page.medium === 'preview'
      ? []
      : [
          h('meta', {
            httpEquiv: 'Content-Security-Policy',
            content: policy(style, said[0], sheet !== undefined),
          }),
        ]),
    h('title', pageTitle(page)),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'description', content: about }),
    ...(organisation === '' ? [] : [h('meta', { name: 'author', content: organisation })]),
    h('meta', { name: 'color-scheme', content: page.medium === 'print' ? 'light' : 'light dark' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    ...(page.audience === 'public' ? [] : [h('meta', { name: 'robots', content: 'noindex' })]),
    ...data,
    // Without it a browser asks the server for a favicon.
    h('link', { rel: 'icon', href: 'data:,' }),
    ...(sheet === undefined ? [] : [h('link', { rel: 'stylesheet', href: sheet })]),
    h('style', style),
  ])
}

/**
 * The text of a page.
 *
 * @param shown its body
 * @param style what stands in it itself; no space at its end, which some who check the hash leave out
 * @param sheet the name of the style sheet beside it that comes first, if there is one
 */
export function pageText(page: Rendering, shown: Element, style: string, sheet?: string): string {
  const html = h('html', { lang: page.locale, dir: page.direction }, [
    head(page, style, sheet),
    shown,
  ])
  breakLines(html)
  const tree: Root = { type: 'root', children: [{ type: 'doctype' }, html] }
  return `${toHtml(tree)}\n`
}

/**
 * A postmortem as one complete HTML page: nothing that runs, nothing loaded from anywhere, and only the words of the document
 * and of the publication words of its locale.
 *
 * @returns the HTML text; `LABELS_MISSING` where the locale has no publication words
 */
export async function renderPage(input: PageInput): Promise<Result<string>> {
  const words = publicationWords(input.locale, input.own)
  if (words === undefined) return fail('LABELS_MISSING', { locale: input.locale })
  const page = rendering(input, words)
  const shown = pageBody(page)
  if (page.medium === 'print') {
    keepTogether(shown)
    divideWords(shown, page.locale)
  }
  const style = `${await fontFaces(page, shown)}\n${stylesheet(page)}`
  return ok(pageText(page, shown, style.trim()))
}
