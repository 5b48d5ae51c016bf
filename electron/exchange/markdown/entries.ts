import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, Table } from 'mdast'
import type {
  Action,
  Entry,
  EntryOf,
  Figure,
  Measure,
  Question,
} from '../../../model/document/block.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Voice } from './voice.ts'

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
const text = (value: string): PhrasingContent => ({ type: 'text', value })
const list = (children: ListItem[], start: number | null = null): List => ({
  type: 'list',
  ordered: start !== null,
  start,
  spread: false,
  children,
})
const item = (...children: BlockContent[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children,
})

type Stated = readonly [term: string, value: string | null]

/** A text, and below it on a line of its own what is stated about it. Nothing stated, no line. */
function withStated(voice: Voice, content: PhrasingContent[], stated: readonly Stated[]) {
  const shown = stated.flatMap(([term, value]) =>
    value === null ? [] : [voice.stated(term, value)],
  )
  if (shown.length === 0) return paragraph(content)
  const line: PhrasingContent = { type: 'emphasis', children: [text(shown.join(' · '))] }
  return paragraph([...content, { type: 'break' }, line])
}

function actionItem(voice: Voice, action: Action): ListItem {
  const { labels, commitments, horizons } = voice.words
  const { commitment, due, horizon } = action
  return item(
    withStated(voice, voice.text(action.text.content), [
      [labels.commitment, commitment && commitments[commitment]],
      [labels.due, due && voice.time({ kind: 'date', date: due })],
      [labels.horizon, horizon && horizons[horizon]],
    ]),
  )
}

/** Numbered groups with their actions below them; actions of no group are plain items. */
function actions(voice: Voice, entries: readonly Action[], document: Postmortem): BlockContent[] {
  const order = [
    ...new Set(
      document.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'action' ? (block.workstream ?? []) : [])),
      ),
    ),
  ]
  const blocks: BlockContent[] = []
  let open: { readonly workstream: string | null; readonly items: ListItem[] } | undefined
  for (const entry of entries) {
    if (open?.workstream !== entry.workstream) {
      open = { workstream: entry.workstream, items: [] }
      const workstream = document.workstreams.find(({ id }) => id === entry.workstream)
      const last = blocks.at(-1)
      if (!workstream) blocks.push(list(open.items))
      else {
        const group = item(paragraph(voice.text(workstream.name.content)), list(open.items))
        if (last?.type === 'list' && last.ordered) last.children.push(group)
        else blocks.push(list([group], order.indexOf(workstream.id) + 1))
      }
    }
    open.items.push(actionItem(voice, entry))
  }
  return blocks
}

/** Potential reach beside confirmed reach; a list of what was affected where no figure is stated. */
function measures(voice: Voice, entries: readonly Measure[]): BlockContent[] {
  const { labels, statuses } = voice.words
  const columns = (['potential', 'confirmed'] as const).filter((column) =>
    entries.some((entry) => entry[column] !== null),
  )
  if (columns.length === 0)
    return [list(entries.map(({ label }) => item(paragraph(voice.text(label.content)))))]
  const row = (cells: PhrasingContent[][]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  })
  const value = (id: string | null) => text(id === null ? labels.notStated : voice.fact(id, 'long'))
  const head = [labels.measure, ...columns.map((column) => statuses[column])]
  return [
    {
      type: 'table',
      align: head.map(() => null),
      children: [
        row(head.map((word) => [text(word)])),
        ...entries.map((entry) =>
          row([
            voice.text(entry.label.content),
            ...columns.map((column) => [value(entry[column])]),
          ]),
        ),
      ],
    },
  ]
}

const question = (voice: Voice, { question: asked, answer }: Question): BlockContent[] => [
  { type: 'heading', depth: 3, children: voice.text(asked.content) },
  ...(answer.content.length > 0 ? [paragraph(voice.text(answer.content))] : []),
]

/** The image, and its caption on the next line of the same paragraph: so a reader knows that the two belong together. */
const figure = (voice: Voice, { asset, alt, caption, decorative }: Figure): Paragraph => {
  const words = decorative ? '' : voice.plain(alt.content)
  const image: PhrasingContent = { type: 'image', url: voice.image(asset), alt: words }
  const below = voice.text(caption.content)
  return paragraph(below.length === 0 ? [image] : [image, { type: 'break' }, ...below])
}

/** Neighbouring entries of one kind as Markdown. */
export function entriesToMdast(
  voice: Voice,
  kind: Entry['kind'],
  entries: readonly Entry[],
  document: Postmortem,
): BlockContent[] {
  const of = <K extends Entry['kind']>(wanted: K) =>
    entries.filter((entry): entry is EntryOf<K> => entry.kind === wanted)
  const { labels, outcomes, confidences } = voice.words
  switch (kind) {
    case 'finding':
      return [
        list(
          of(kind).map(({ statement, outcome, confidence }) =>
            item(
              withStated(voice, voice.text(statement.content), [
                [labels.outcome, outcome && outcomes[outcome]],
                [labels.confidence, confidence && confidences[confidence]],
              ]),
            ),
          ),
        ),
      ]
    case 'lesson':
      return [list(of(kind).map((lesson) => item(paragraph(voice.text(lesson.text.content)))))]
    case 'action':
      return actions(voice, of(kind), document)
    case 'event':
      return [
        list(
          of(kind).map((event) => {
            const { when, text: content } = event
            const time: PhrasingContent[] = when
              ? [
                  { type: 'strong', children: [text(voice.event(event))] },
                  text(voice.words.labels.colon),
                ]
              : []
            return item(paragraph([...time, ...voice.text(content.content)]))
          }),
        ),
      ]
    case 'measure':
      return measures(voice, of(kind))
    case 'question':
      return of(kind).flatMap((entry) => question(voice, entry))
    case 'footnote':
      return []
    case 'figure':
      return of(kind).map((entry) => figure(voice, entry))
  }
}
