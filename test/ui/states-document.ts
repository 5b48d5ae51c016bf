import { blankEntry, blankFigure, footnote, unitText } from '../../model/document/blank.ts'
import type { Block } from '../../model/document/block.ts'
import type { Change } from '../../model/document/change.ts'
import type { Fact } from '../../model/document/fact.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Flow, TableCell } from '../../model/document/prose.ts'
import type { SectionKind } from '../../model/document/section.ts'
import type { Content, Phrasing } from '../../model/document/text.ts'

const text = (value: string): Phrasing => ({ type: 'text', value })
const line = (id: string, ...children: Content): Flow => ({
  type: 'paragraph',
  data: { id },
  children,
})

const fact = (id: string, value: string, status: Fact['status']): Fact => ({
  id,
  name: id,
  value: { kind: 'number', value, unit: null, currency: null },
  bound: 'exactly',
  status,
  audience: 'public',
  evidence: '',
  replaces: null,
})

const prose: readonly Flow[] = [
  {
    type: 'paragraph',
    data: { id: 'said' },
    children: [
      text('A key of '),
      { type: 'fact', fact: 'many', form: 'long' },
      text(' tenants stood in a log. '),
      { type: 'passage', audience: 'internal', children: [text('We saw it on Monday.')] },
      text(' See '),
      { type: 'link', url: 'https://status.example.org/', children: [text('our page')] },
      { type: 'footnoteReference', note: 'note' },
      text(' and '),
      { type: 'inlineCode', value: 'app.log' },
      text('. Nobody recieved it.'),
    ],
  },
  { type: 'heading', depth: 1, data: { id: 'scope' }, children: [text('Scope')] },
  {
    type: 'list',
    ordered: false,
    children: [
      { type: 'listItem', children: [line('one', text('Keys'))] },
      { type: 'listItem', children: [line('two', text('Logs'))] },
    ],
  },
  {
    type: 'blockquote',
    children: [line('quoted', text('We were told late.'))],
    attribution: { type: 'attribution', data: { id: 'who' }, children: [text('Mara Lind')] },
  },
  { type: 'callout', tone: 'warning', children: [line('called', text('Change your key.'))] },
  { type: 'code', lang: 'sh', value: 'grep key app.log' },
  {
    type: 'list',
    ordered: true,
    children: [{ type: 'listItem', children: [line('step', text('Look'))] }],
  },
]

const cell = (id: string, value: string): TableCell => ({
  type: 'tableCell',
  data: { id },
  children: [text(value)],
})
const table: Flow = {
  type: 'table',
  align: [null, null],
  children: [
    { type: 'tableRow', children: [cell('c1', 'Tool'), cell('c2', 'Seen')] },
    { type: 'tableRow', children: [cell('c3', 'curl'), cell('c4', 'twice')] },
  ],
}

/** Changes that put one of everything that Write can show into a new postmortem. */
export function everything(
  document: Postmortem,
  asset: Parameters<typeof blankFigure>[0],
): Change[] {
  const put = (kind: SectionKind, block: Block): Change => ({
    type: 'block.put',
    section: document.sections.find((section) => section.kind === kind)!.id,
    block,
  })
  const node = (flow: Flow, at: number, id: string): Block => ({
    id,
    order: `a${at}`,
    audience: 'public',
    kind: 'prose',
    node: flow,
  })
  const event = (name: string, order: string, date: string | null, at?: string): Block => ({
    ...blankEntry('event', order),
    text: unitText(name),
    when:
      date === null
        ? null
        : at === undefined
          ? { kind: 'date', date }
          : { kind: 'instant', at: `${date}T${at}Z`, zone: 'UTC' },
  })
  const earlier = { ...blankEntry('finding', 'a0'), statement: unitText('At most 366 were seen.') }
  const first = {
    ...blankEntry('action', 'a0'),
    text: unitText('We rotate keys.'),
    workstream: 'keys',
    commitment: 'started' as const,
    owner: 'Mara Lind',
  }
  return [
    { type: 'fact.put', fact: fact('many', '200', 'potential') },
    { type: 'fact.put', fact: fact('few', '50', 'confirmed') },
    {
      type: 'workstream.put',
      workstream: { id: 'keys', order: 'a0', name: { id: 'keys-name', content: [text('Keys')] } },
    },
    ...prose.map((flow, at) =>
      put('summary', node(flow, at, 'data' in flow ? flow.data.id : `at-${at}`)),
    ),
    put('summary', footnote('note', 'a7', [text('By our log.')])),
    put('summary', { ...blankFigure(asset, 'a8'), caption: unitText('The log') }),
    put('summary', { ...node(line('inside', text('For us.')), 9, 'inside'), audience: 'internal' }),
    put('timeline', event('It began.', 'a0', '2026-02')),
    put('timeline', event('An alert went off.', 'a1', '2026-03-03')),
    put('timeline', event('It was over.', 'a2', '2026-03-05', '06:40:00')),
    put('timeline', event('Somebody called.', 'a3', null)),
    put('impact', {
      ...blankEntry('measure', 'a0'),
      label: unitText('Tenants'),
      potential: 'many',
      confirmed: 'few',
    }),
    put('findings', earlier),
    put('findings', {
      ...blankEntry('finding', 'a1'),
      statement: unitText('Two were seen.'),
      outcome: 'happened',
      supersedes: earlier.id,
      audience: 'regulator',
    }),
    put('response', node(table, 0, 'table')),
    put('lessons', {
      ...blankEntry('lesson', 'a0'),
      text: unitText('Look at logs.'),
      links: [earlier.id, 'gone'],
    }),
    put('actions', first),
    put('actions', { ...blankEntry('action', 'a1'), text: unitText('We keep logs.') }),
    put('questions', { ...blankEntry('question', 'a0'), question: unitText('Was I affected?') }),
    { type: 'locales.put', locales: ['nl'] },
    {
      type: 'translation.put',
      translation: {
        unit: 'scope',
        locale: 'nl',
        content: [text('Omvang van de keys')],
        state: 'reviewed',
        origin: 'human',
        sourceHash: '0'.repeat(64),
        changedAt: '2026-01-01T00:00:00.000Z',
      },
    },
  ]
}
