import { h } from 'hastscript'
import type { Element } from 'hast'
import { factWords } from '../../../locales/publication-words.ts'
import type { Figure } from '../../../model/document/block.ts'
import { readContent } from '../../../model/facts/read.ts'
import type { Rendering } from '../rendering.ts'
import { unitElement } from '../unit.ts'

function altOf(page: Rendering, { alt, decorative }: Figure): string {
  if (decorative) return ''
  const text = readContent(alt.content, page.facts, page.locale, factWords(page.words))
  return text.replace(/\s+/g, ' ').trim()
}

/** An image that is not at hand stays an address, so that a page without images still says which one is meant. */
const sourceOf = (page: Rendering, asset: string): string =>
  page.images.get(asset) ?? `/asset/${asset}`

/** Each image with what it shows for whoever does not see it, and its caption for everybody. */
export const figures = (page: Rendering, entries: readonly Figure[]): Element[] =>
  entries.map((entry) =>
    h('figure', [
      h('img', {
        src: sourceOf(page, entry.asset),
        alt: altOf(page, entry),
        width: entry.width,
        height: entry.height,
      }),
      ...unitElement(page, 'figcaption', entry.caption),
    ]),
  )
