import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { PublicationWords } from '../../../../locales/publication-words.ts'
import type { Audience } from '../../../../model/document/audience.ts'
import type { Block } from '../../../../model/document/block.ts'
import type { Fact } from '../../../../model/document/fact.ts'
import { directionOf } from '../../../../model/document/locale.ts'
import { mapContainers, type Flow, type ListItem } from '../../../../model/document/prose.ts'
import { isBlank, plainText, type Content } from '../../../../model/document/text.ts'
import { readFact, readValue, type FactWords } from '../../../../model/facts/read.ts'
import { readEventTime, type EventWords, type ZonePlan } from '../../../../model/timeline/read.ts'
import { linesOf } from '../../../editor/paste/lines.ts'

/** What is needed to read blocks out in their language. */
export interface LetterWords {
  readonly locale: string
  readonly facts: ReadonlyMap<string, Fact>
  readonly words: FactWords
  readonly times: EventWords
  readonly zone: ZonePlan
  /** Undefined where the language has no words of a publication: then values stand without their names. */
  readonly labels: PublicationWords | undefined
  audience(audience: Exclude<Audience, 'public'>): string
}

const text = (value: string): Content[number] => ({ type: 'text', value })
const paragraph = (children: Content): Flow => ({ type: 'paragraph', data: { id: '' }, children })

/** Facts as words, passages with whom they are for, and no numbers of notes. */
function spoken(content: Content, by: LetterWords): Content {
  return content.flatMap((node): Content => {
    if (node.type === 'fact') {
      const fact = by.facts.get(node.fact)
      return [
        text(
          fact === undefined ? by.words.withheld : readFact(fact, node.form, by.locale, by.words),
        ),
      ]
    }
    if (node.type === 'footnoteReference') return []
    if (node.type === 'passage')
      return [text(`[${by.audience(node.audience)}: `), ...spoken(node.children, by), text(']')]
    return 'children' in node ? [{ ...node, children: spoken(node.children, by) }] : [node]
  })
}

/** Values with their names in one line. */
function values(pairs: readonly (readonly [string | undefined, string | null])[], by: LetterWords) {
  const said = pairs.flatMap(([name, value]) =>
    value === null
      ? []
      : [name === undefined ? value : name + (by.labels?.labels.colon ?? ': ') + value],
  )
  return said.length === 0 ? [] : [paragraph([text(said.join(' \u00B7 '))])]
}

/** An entry as a reader would be told of it. Remarks of the authors are not in it. */
function flowsOf(block: Block, by: LetterWords): Flow[] {
  const { labels } = by
  const fact = (id: string | null): string | null => {
    const found = id === null ? undefined : by.facts.get(id)
    return found === undefined ? null : readFact(found, 'long', by.locale, by.words)
  }
  switch (block.kind) {
    case 'prose':
      return [block.node]
    case 'finding':
      return [
        paragraph(block.statement.content),
        ...values(
          [
            [labels?.labels.outcome, block.outcome && (labels?.outcomes[block.outcome] ?? null)],
            [
              labels?.labels.confidence,
              block.confidence && (labels?.confidences[block.confidence] ?? null),
            ],
          ],
          by,
        ),
      ]
    case 'action':
      return [
        paragraph(block.text.content),
        ...values(
          [
            [
              labels?.labels.commitment,
              block.commitment && (labels?.commitments[block.commitment] ?? null),
            ],
            [
              labels?.labels.due,
              block.due && readValue({ kind: 'date', date: block.due }, 'long', by.locale),
            ],
          ],
          by,
        ),
      ]
    case 'event': {
      const time = readEventTime(block, by.locale, by.zone, by.times)
      const head: Content =
        time === '' ? [] : [{ type: 'strong', children: [text(time)] }, { type: 'break' }]
      return [paragraph([...head, ...block.text.content])]
    }
    case 'measure':
      return [
        paragraph(block.label.content),
        ...values(
          [
            [labels?.statuses.potential, fact(block.potential)],
            [labels?.statuses.confirmed, fact(block.confirmed)],
          ],
          by,
        ),
      ]
    case 'question':
      return [
        paragraph([{ type: 'strong', children: block.question.content }]),
        paragraph(block.answer.content),
      ]
    case 'figure':
      return [block.alt, block.caption]
        .filter(({ content }) => !isBlank(content))
        .map(({ content }) => paragraph(content))
    case 'lesson':
    case 'footnote':
      return [paragraph(block.text.content)]
  }
}

/** A block as plain prose, with whom it is for in front where that is not everybody. */
function told(block: Block, by: LetterWords): Flow[] {
  const flows = flowsOf(block, by).map((flow) =>
    mapContainers(flow, ({ children }) => spoken(children, by)),
  )
  if (block.audience === 'public') return flows
  const mark = `[${by.audience(block.audience)}]`
  const [first, ...rest] = flows
  return first?.type === 'paragraph'
    ? [{ ...first, children: [text(`${mark} `), ...first.children] }, ...rest]
    : [paragraph([text(mark)]), ...flows]
}

const MARKS = { strong: 'strong', emphasis: 'em', delete: 'del' } as const

const phrasing = (content: Content): ElementContent[] =>
  content.flatMap((node): ElementContent[] => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value }]
      case 'inlineCode':
        return [h('code', node.value)]
      case 'break':
        return [h('br')]
      case 'link':
        return [h('a', { href: node.url }, phrasing(node.children))]
      case 'strong':
      case 'emphasis':
      case 'delete':
        return [h(MARKS[node.type], phrasing(node.children))]
      default:
        return []
    }
  })

const item = ({ children }: ListItem): Element => {
  const [first] = children
  const tight = first?.type === 'paragraph' ? phrasing(first.children) : []
  return h('li', [...tight, ...elements(tight.length === 0 ? children : children.slice(1))])
}

function element(flow: Flow): Element {
  switch (flow.type) {
    case 'paragraph':
      return h('p', phrasing(flow.children))
    case 'heading':
      return h(`h${flow.depth + 1}`, phrasing(flow.children))
    case 'list': {
      const start = flow.ordered && (flow.start ?? 1) !== 1 ? { start: flow.start } : {}
      return h(flow.ordered ? 'ol' : 'ul', start, flow.children.map(item))
    }
    case 'blockquote': {
      const who = flow.attribution?.children ?? []
      return h('blockquote', [
        ...elements(flow.children),
        ...(who.length === 0 ? [] : [h('p', ['\u2014 ', ...phrasing(who)])]),
      ])
    }
    case 'callout':
      return h('blockquote', elements(flow.children))
    case 'code':
      return h('pre', [h('code', flow.value)])
    case 'table':
      return h(
        'table',
        flow.children.map((row, at) =>
          h(
            'tr',
            row.children.map((cell) => h(at === 0 ? 'th' : 'td', phrasing(cell.children))),
          ),
        ),
      )
    case 'thematicBreak':
      return h('hr')
  }
}

const elements = (flows: readonly Flow[]): Element[] => flows.map(element)

/** Blocks as HTML that a mail program understands. */
export const htmlOf = (blocks: readonly Block[], by: LetterWords): string =>
  toHtml(
    h(
      'div',
      { lang: by.locale, dir: directionOf(by.locale) },
      blocks.flatMap((block) => elements(told(block, by))),
    ),
  )

function lines(flow: Flow): string {
  const said = (flows: readonly Flow[]): string[] => linesOf(flows).map((line) => plainText(line))
  if (flow.type !== 'blockquote' || flow.attribution === undefined) return said([flow]).join('\n')
  // As a line of its own it would be one more sentence of the quote.
  const who = `\u2014 ${plainText(flow.attribution.children)}`
  return [...said(flow.children), who].join('\n')
}

/** Blocks as text, an empty line between two. */
export const textOf = (blocks: readonly Block[], by: LetterWords): string =>
  blocks
    .map((block) => told(block, by).map(lines).join('\n'))
    .filter((each) => each.trim() !== '')
    .join('\n\n')
