import { h } from 'hastscript'
import type { ElementContent } from 'hast'
import { safeUrl } from '../../model/document/link.ts'
import type { Content, Phrasing } from '../../model/document/text.ts'
import { address } from './address.ts'
import { factElement } from './fact.ts'
import { unbroken } from './hyphen.ts'
import { reference } from './reference.ts'
import type { Rendering } from './rendering.ts'

const ELEMENT_OF = { strong: 'strong', emphasis: 'em', delete: 'del' } as const

function phrase(page: Rendering, node: Phrasing): ElementContent[] {
  switch (node.type) {
    case 'text':
      return unbroken(page, node.value)
    case 'inlineCode':
      return [h('code', { translate: 'no' }, unbroken(page, node.value))]
    case 'break':
      return [h('br')]
    case 'fact':
      return [factElement(page, node.fact, node.form)]
    case 'footnoteReference':
      return reference(page, node.note)
    case 'passage':
      // Whoever may not read it never gets this far: the document was cut.
      return [
        h('span.passage', [
          h('span.audience', `${page.words.audiences[node.audience]}${page.words.labels.colon}`),
          ...phrasing(page, node.children),
        ]),
      ]
    case 'link': {
      const href = safeUrl(node.url)
      const children = address(page, node.children) ?? phrasing(page, node.children)
      if (href === undefined) return children
      return [h('a', { href, title: node.title, rel: 'noopener noreferrer' }, children)]
    }
    default:
      return [h(ELEMENT_OF[node.type], phrasing(page, node.children))]
  }
}

/** A unit's text as HTML phrasing content, with its facts read out. */
export const phrasing = (page: Rendering, content: Content): ElementContent[] =>
  content.flatMap((node) => phrase(page, node))
