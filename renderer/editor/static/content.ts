import type { Content, Phrasing } from '../../../model/document/text.ts'
import { drawChip } from '../fact/chip.ts'
import { drawReference } from '../footnote/draw.ts'
import { drawPassage } from '../passage/draw.ts'
import type { FactReader } from '../fact/reader.ts'

const TAGS = { strong: 'strong', emphasis: 'em', delete: 's' } as const
const PLAIN = { bold: false, italic: false, struck: false }

function draw(document: Document, node: Phrasing, reader: FactReader): Node {
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.value)
    case 'break':
      return document.createElement('br')
    case 'fact':
      return drawChip(document, reader, node.fact, node.form, PLAIN)
    case 'inlineCode': {
      const code = document.createElement('code')
      code.textContent = node.value
      return code
    }
    case 'footnoteReference':
      return drawReference(document, reader, node.note)
    case 'passage': {
      const passage = drawPassage(document, reader, node.audience)
      passage.append(...node.children.map((child) => draw(document, child, reader)))
      return passage
    }
    case 'link': {
      // Only looked at: an address is followed from the published page, not from here.
      const link = document.createElement('span')
      link.dataset['link'] = node.url
      link.append(...node.children.map((child) => draw(document, child, reader)))
      return link
    }
    default: {
      const mark = document.createElement(TAGS[node.type])
      mark.append(...node.children.map((child) => draw(document, child, reader)))
      return mark
    }
  }
}

/** A text as elements, for where nobody is typing. */
export function drawContent(
  document: Document,
  content: Content,
  reader: FactReader,
): DocumentFragment {
  const fragment = document.createDocumentFragment()
  fragment.append(...content.map((node) => draw(document, node, reader)))
  return fragment
}
