import { expect, test } from 'vitest'
import { writeMarkdown } from '../../electron/exchange/markdown.ts'
import { viewOf } from '../../electron/app/view.ts'
import { renderPage } from '../../electron/publish/page.ts'
import { paragraphBlock, unitText, blankEntry } from '../../model/document/blank.ts'
import type { Audience } from '../../model/document/audience.ts'
import type { Block, ProseBlock } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Content, Phrasing } from '../../model/document/text.ts'
import type { Translation } from '../../model/document/translation.ts'
import { contentHash } from '../../model/units/hash.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { read } from '../exchange/outline.ts'
import { bodyOf, documentOf, page } from './pages.ts'

const text = (value: string): Phrasing => ({ type: 'text', value })
const secret = (...children: Phrasing[]): Phrasing => ({
  type: 'passage',
  audience: 'internal',
  children,
})
const line = (before: string, inside: Phrasing[], after: string): Content => [
  text(before),
  secret(...inside),
  text(after),
]
const list = (...items: Content[]): ProseBlock => ({
  id: 'list',
  order: 'a2',
  audience: 'public',
  kind: 'prose',
  node: {
    type: 'list',
    ordered: false,
    children: items.map((children, at) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', data: { id: `item${at}` }, children }],
    })),
  },
})

/** A document with a passage wherever a text can stand; what the passages say is `inside`. */
function marked(inside: Phrasing[]): Postmortem {
  const fixed = <B extends Block>(block: B, id: string): B => ({ ...block, id })
  const unit = (id: string, content: Content) => ({ ...unitText(content), id })
  const first = paragraphBlock('a1', line('It stopped ', inside, ' at noon.'))
  const paragraph =
    first.kind === 'prose' && first.node.type === 'paragraph'
      ? { ...first, id: 'p', node: { ...first.node, data: { id: 'p' } } }
      : first
  const action = fixed(blankEntry('action', 'a4'), 'action')
  const document = documentOf('en', 'T', [
    'summary',
    'S',
    [
      paragraph,
      list([text('One')], [secret(...inside)], line('Three', inside, '')),
      {
        ...fixed(blankEntry('finding', 'a3'), 'finding'),
        statement: unit('f', line('Keys ', inside, ' leaked.')),
      },
      { ...action, text: unit('act', [secret(...inside)]) },
    ],
  ])
  return {
    ...document,
    id: 'same',
    title: { ...document.title, id: 'title', content: line('Outage ', inside, '') },
    sections: document.sections.map((section) => ({
      ...section,
      id: 'section',
      heading: unit('heading', line('Summary', inside, '')),
    })),
  }
}

const FILLS: Phrasing[][] = [
  [text('at the desk of Bob')],
  [{ type: 'strong', children: [text('ZANZIBAR')] }, { type: 'break' }, text('<script>')],
  [{ type: 'link', url: 'https://wiki.example.org/zanzibar', children: [text('notes')] }],
  [{ type: 'fact', fact: 'gone', form: 'long' }],
]

test('pages for the public are the same bytes whatever stands in the passages, in every medium', async () => {
  for (const medium of ['screen', 'print', 'preview'] as const)
    for (const audience of ['public', 'customer', 'regulator'] as const) {
      const pages = await Promise.all(
        FILLS.map((inside) => page(marked(inside), 'en', { medium, audience })),
      )
      expect(new Set(pages).size).toBe(1)
      expect(pages[0]).toContain('It stopped at noon.')
    }
  const files = FILLS.map((inside) =>
    writeMarkdown(documentForAudience(marked(inside), 'public'), 'en', new Map()),
  )
  expect(new Set(files.map((file) => JSON.stringify(file))).size).toBe(1)
})

test('what a passage was all of goes with it: no empty bullet, no entry without words', async () => {
  const body = bodyOf(await page(marked(FILLS[0]!), 'en'))
  expect(body.match(/<li/g)).toHaveLength(3)
  expect(body).not.toContain('actions')
  expect(body).not.toMatch(/<(p|li|h\d)[^>]*>\s*<\//u)
})

test('whoever may read a passage is told whom it is for', async () => {
  const body = bodyOf(await page(marked(FILLS[0]!), 'en', { audience: 'internal' }))
  expect(body).toContain('at the desk of Bob')
  expect(body).toContain('<span class="audience">Internal, not for publication: </span>')
})

const translated = (unit: string, source: Content, content: Content): Translation => ({
  unit,
  locale: 'nl',
  content,
  state: 'reviewed',
  origin: 'human',
  sourceHash: contentHash(source),
  changedAt: '2026-01-01T00:00:00Z',
})

async function dutch(content: Content, audience: Audience) {
  const source = line('It stopped ', FILLS[0]!, ' at noon.')
  const document = { ...marked(FILLS[0]!), locales: ['nl'] }
  const view = viewOf(
    { document, translations: [translated('p', source, content)] } as Parameters<typeof viewOf>[0],
    'nl',
    audience,
  )
  if (!view.ok) throw new Error(view.error.code)
  const html = await renderPage({
    ...view.value,
    medium: 'screen',
    images: new Map(),
    alternates: [],
  })
  if (!html.ok) throw new Error(html.error.code)
  return { body: bodyOf(html.value), untranslated: view.value.untranslated }
}

test('a translation is cut as its source is', async () => {
  const content = line('Het stopte ', [text('bij Bob')], ' om twaalf uur.')
  const { body, untranslated } = await dutch(content, 'public')
  expect(body).toContain('Het stopte om twaalf uur.')
  expect(body).not.toContain('Bob')
  expect(untranslated.has('p')).toBe(false)
})

test('a translation that does not mark the passage of its source is shown to nobody outside', async () => {
  const content = [text('Het stopte bij Bob om twaalf uur.')]
  const outside = await dutch(content, 'public')
  expect(outside.body).not.toContain('Bob')
  expect(outside.untranslated.has('p')).toBe(true)
  const inside = await dutch(content, 'internal')
  expect(inside.body).toContain('bij Bob')
})

test('Markdown keeps passages as bracketed spans, both ways', () => {
  const source =
    'It stopped [at the desk of **Bob** [x]]{.internal} at noon. [For them]{.regulator}\n'
  const document = read('a.md', `# T\n\n${source}`, 'en')
  const [block] = document.sections[0]!.blocks
  expect(block).toMatchObject({
    node: {
      children: [
        { type: 'text', value: 'It stopped ' },
        {
          type: 'passage',
          audience: 'internal',
          children: [{ value: 'at the desk of ' }, { type: 'strong' }, { value: ' [x]' }],
        },
        { type: 'text', value: ' at noon. ' },
        { type: 'passage', audience: 'regulator', children: [{ value: 'For them' }] },
      ],
    },
  })
  const written = writeMarkdown(document, 'en', new Map())
  const again = written.ok ? read('a.md', written.value, 'en') : undefined
  const node = (one: Block | undefined) =>
    one?.kind === 'prose' && one.node.type === 'paragraph' ? one.node.children : undefined
  expect(node(again?.sections[0]!.blocks[0])).toEqual(node(block))
})

test.each([
  '[not a span]',
  '[x]{.public}',
  ']{.internal}',
  '[link](https://example.org/){.internal}',
])('other brackets in Markdown stay text: %s', (written) => {
  const document = read('a.md', `# T\n\nA ${written} b.\n`, 'en')
  expect(JSON.stringify(document)).not.toContain('"passage"')
})
