import type { Flow } from '../../../model/document/prose.ts'
import { tagOf } from '../heading/convert.ts'
import type { FactReader } from '../fact/reader.ts'
import { drawCallout } from '../callout/draw.ts'
import { attribution } from '../quote/draw.ts'
import { drawContent } from './content.ts'

/** A block as elements, for looking at. */
export function drawFlow(document: Document, flow: Flow, reader: FactReader): HTMLElement {
  const within = (tag: string, children: readonly Node[]): HTMLElement => {
    const element = document.createElement(tag)
    element.append(...children)
    return element
  }
  const all = (children: readonly Flow[]): HTMLElement[] =>
    children.map((child) => drawFlow(document, child, reader))
  switch (flow.type) {
    case 'paragraph':
      return within('p', [drawContent(document, flow.children, reader)])
    case 'heading':
      return within(tagOf(flow.depth), [drawContent(document, flow.children, reader)])
    case 'blockquote':
      return within('blockquote', [
        ...all(flow.children),
        ...(flow.attribution
          ? [attribution(document, drawContent(document, flow.attribution.children, reader))]
          : []),
      ])
    case 'callout':
      return drawCallout(document, reader, flow.tone, all(flow.children))
    case 'code':
      return within('pre', [document.createTextNode(flow.value)])
    case 'thematicBreak':
      return document.createElement('hr')
    case 'list': {
      const list = within(
        flow.ordered ? 'ol' : 'ul',
        flow.children.map((item) => within('li', all(item.children))),
      )
      if (flow.ordered && flow.start !== undefined) (list as HTMLOListElement).start = flow.start
      return list
    }
    case 'table':
      return within(
        'table',
        flow.children.map((row, at) =>
          within(
            'tr',
            row.children.map((cell) =>
              within(at === 0 ? 'th' : 'td', [drawContent(document, cell.children, reader)]),
            ),
          ),
        ),
      )
  }
}
