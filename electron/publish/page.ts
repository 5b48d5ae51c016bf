import { createHash } from 'node:crypto'
import { h } from 'hastscript'
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { publicationWords } from '../../locales/publication-words.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { pageBody } from './body.ts'
import { correctionData } from './corrections.ts'
import { description, titleText } from './description.ts'
import { fontFaces } from './fonts/faces.ts'
import { divideWords } from './hyphenation/paper.ts'
import { markLeads } from './lead.ts'
import { breakLines } from './lines.ts'
import { rendering, type PageInput, type Rendering } from './rendering.ts'
import { stylesheet } from './style/stylesheet.ts'

export type { PageInput } from './rendering.ts'

/** The one style element is allowed by its hash; there is nothing else that a page may load, run or send. */
const policy = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

function head(page: Rendering, style: string): Element {
  const about = description(page)
  const { organisation } = page.document.metadata
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    // The preview's policy comes with its response: the window patches its elements, and the hash would go stale.
    ...(page.medium === 'preview'
      ? []
      : [h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(style) })]),
    h('title', titleText(page)),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'description', content: about }),
    ...(organisation === '' ? [] : [h('meta', { name: 'author', content: organisation })]),
    h('meta', { name: 'color-scheme', content: page.medium === 'print' ? 'light' : 'light dark' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    ...(page.audience === 'public' ? [] : [h('meta', { name: 'robots', content: 'noindex' })]),
    // Without it a browser asks the server for a favicon.
    h('link', { rel: 'icon', href: 'data:,' }),
    h('style', style),
    ...correctionData(page, titleText(page)),
  ])
}

/**
 * A postmortem as one complete HTML page: no script, nothing loaded from anywhere, and only the words of the document
 * and of the publication words of its locale.
 *
 * @returns the HTML text; `LABELS_MISSING` where the locale has no publication words
 */
export async function renderPage(input: PageInput): Promise<Result<string>> {
  const words = publicationWords(input.locale)
  if (words === undefined) return fail('LABELS_MISSING', { locale: input.locale })
  const page = rendering(input, words)
  const shown = pageBody(page)
  if (page.medium === 'print') {
    markLeads(shown)
    divideWords(shown, page.locale)
  }
  const style = `${await fontFaces(page, shown)}\n${stylesheet(page)}`
  const html = h('html', { lang: page.locale, dir: page.direction }, [head(page, style), shown])
  breakLines(html)
  const tree: Root = { type: 'root', children: [{ type: 'doctype' }, html] }
  return ok(`${toHtml(tree)}\n`)
}
