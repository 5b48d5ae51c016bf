import { expect, test } from 'vitest'
import { writeMarkdown } from '../../electron/exchange/markdown.ts'
import type { Flow } from '../../model/document/prose.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { read } from './outline.ts'

/** The prose of a file without ids. */
function prose(markdown: string): unknown[] {
  const nodes = (document: Postmortem): Flow[] =>
    document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'prose' ? [block.node] : [])),
    )
  const document = read('a.md', `# T\n\n${markdown}`, 'en')
  const bare = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'data' ? undefined : inner)))
  const written = writeMarkdown(document, 'en', new Map())
  if (!written.ok) throw new Error(written.error.code)
  const once = nodes(document)
  // What is written reads as what was read.
  expect(bare(nodes(read('b.md', written.value, 'en')))).toEqual(bare(once))
  return bare(once) as unknown[]
}
const line = (value: string) => ({ type: 'paragraph', children: [{ type: 'text', value }] })

test.each([
  ['NOTE', 'note'],
  ['tip', 'note'],
  ['IMPORTANT', 'important'],
  ['WARNING', 'warning'],
  ['CAUTION', 'warning'],
])('an alert of GitHub, [!%s], is a callout', (mark, tone) => {
  expect(prose(`> [!${mark}]\n> Revoke the tokens.\n>\n> - one\n`)).toMatchObject([
    { type: 'callout', tone, children: [line('Revoke the tokens.'), { type: 'list' }] },
  ])
})

test('a callout may begin with a list, and an empty one is kept', () => {
  expect(prose('> [!NOTE]\n>\n> - one\n')).toMatchObject([
    { type: 'callout', children: [{ type: 'list' }] },
  ])
  expect(prose('> [!WARNING]\n')).toMatchObject([{ type: 'callout', tone: 'warning' }])
})

test('other words in brackets make no callout', () => {
  expect(prose('> [!NOTES] of the day\n')).toMatchObject([{ type: 'blockquote' }])
  expect(prose('> [!NOTE] of the day\n')).toMatchObject([{ type: 'blockquote' }])
})

test.each(['—', '― ', '-- '])('a last line with a dash, "%s", says who said it', (dash) => {
  expect(prose(`> We were wrong.\n>\n> ${dash}Mara **Lind**\n`)).toMatchObject([
    {
      type: 'blockquote',
      children: [line('We were wrong.')],
      attribution: {
        type: 'attribution',
        children: [{ value: 'Mara ' }, { type: 'strong' }],
      },
    },
  ])
})

test('a quote that is nothing but a line with a dash is what was said', () => {
  expect(prose('> — and then nothing\n')).toEqual([
    { type: 'blockquote', children: [line('— and then nothing')] },
  ])
})
