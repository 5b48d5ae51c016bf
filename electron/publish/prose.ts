import { h } from 'hastscript'
import type { Element } from 'hast'
import type {
  Blockquote,
  Callout,
  Code,
  Flow,
  List,
  Table,
  TableCell,
} from '../../model/document/prose.ts'
import { isBlank } from '../../model/document/text.ts'
import type { Levels } from './levels.ts'
import type { Rendering } from './rendering.ts'
import { phrasing } from './text.ts'
import { unitElement, unitProperties } from './unit.ts'

function list(page: Rendering, levels: Levels, { ordered, start, children }: List): Element {
  const items = children.map((item) => h('li', flows(page, levels, item.children)))
  const first = ordered && start !== undefined && start !== 1 ? { start } : {}
  return h(ordered ? 'ol' : 'ul', first, items)
}

/**
 * What somebody said, and who. On paper it is no figure: PDF/UA asks for a description of each figure (ISO 14289-1,
 * 7.3), and words need none.
 */
function quote(page: Rendering, levels: Levels, { children, attribution }: Blockquote): Element {
  const said = h('blockquote', flows(page, levels, children))
  if (attribution === undefined || isBlank(attribution.children)) return said
  const print = page.medium === 'print'
  const text = { id: attribution.data.id, content: attribution.children }
  return h(print ? 'div.quote' : 'figure.quote', [
    said,
    h(print ? 'p.attribution' : 'figcaption.attribution', [
      '\u2014 ',
      ...unitElement(page, 'span', text),
    ]),
  ])
}

/** A passage set apart: its tone is a word, and its look only underlines that. */
const callout = (page: Rendering, levels: Levels, { tone, children }: Callout): Element =>
  h('div.callout', { dataTone: tone }, [
    h('p.tone', page.words.tones[tone]),
    ...flows(page, levels, children),
  ])

/** Code reads from left to right in every language, and translators' tools must leave it alone. */
const code = ({ lang, value }: Code): Element =>
  h('pre', { dir: 'ltr', translate: 'no', tabIndex: 0 }, [
    h('code', lang === undefined ? {} : { dataLang: lang }, value),
  ])

const ALIGNMENT = { left: 'align-start', center: 'align-center', right: 'align-end' } as const

/** The first row says what the columns hold. An empty head cell is a plain cell: a header without a text is none. */
function table(page: Rendering, { align, children }: Table): Element {
  const cell = (name: 'th' | 'td', { data, children: content }: TableCell, column: number) => {
    const alignment = align[column]
    const properties = {
      ...(alignment ? { className: [ALIGNMENT[alignment]] } : {}),
      ...(name === 'th' && !isBlank(content) ? { scope: 'col' } : {}),
      ...unitProperties(page, data.id),
    }
    return h(isBlank(content) ? 'td' : name, properties, phrasing(page, content))
  }
  const [head, ...body] = children.map((row, index) =>
    h(
      'tr',
      row.children.map((one, column) => cell(index === 0 ? 'th' : 'td', one, column)),
    ),
  )
  return h('div.scroll', { tabIndex: 0 }, [
    h('table', [h('thead', head ? [head] : []), ...(body.length > 0 ? [h('tbody', body)] : [])]),
  ])
}

/** One node of prose as HTML; nothing where it has no text. */
export function flow(page: Rendering, levels: Levels, node: Flow): Element[] {
  switch (node.type) {
    case 'paragraph':
      return unitElement(page, 'p', { id: node.data.id, content: node.children })
    case 'heading':
      if (isBlank(node.children)) return []
      return unitElement(page, levels.next(node.depth), {
        id: node.data.id,
        content: node.children,
      })
    case 'list':
      return [list(page, levels, node)]
    case 'blockquote':
      return [quote(page, levels, node)]
    case 'callout':
      return [callout(page, levels, node)]
    case 'code':
      return [code(node)]
    case 'table':
      return [table(page, node)]
    case 'thematicBreak':
      return [h('hr')]
  }
}

const flows = (page: Rendering, levels: Levels, nodes: readonly Flow[]): Element[] =>
  nodes.flatMap((node) => flow(page, levels, node))
