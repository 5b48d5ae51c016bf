import { expect, test } from 'vitest'
import { writeMarkdown } from '../../electron/exchange/markdown.ts'
import { footnote, paragraphBlock } from '../../model/document/blank.ts'
import { noteNumbers } from '../../model/document/note.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Content, Phrasing } from '../../model/document/text.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { read } from '../exchange/outline.ts'
import { bodyOf, documentOf, page } from './pages.ts'

const text = (value: string): Phrasing => ({ type: 'text', value })
const call = (note: string): Phrasing => ({ type: 'footnoteReference', note })
const secret = (...children: Phrasing[]): Phrasing => ({
  type: 'passage',
  audience: 'internal',
  children,
})
const line = (order: string, ...content: Phrasing[]) => paragraphBlock(order, content as Content)

const document = (): Postmortem =>
  documentOf('en', 'T', [
    'summary',
    'S',
    [
      line('a1', text('First'), secret(text(' and secret'), call('hidden'))),
      line('a2', text('Later'), call('b'), text(' and earlier'), call('a'), call('b')),
      footnote('a', 'a3', [text('About a.')]),
      footnote('b', 'a4', [text('About b.')]),
      footnote('hidden', 'a5', [text('ZANZIBAR.')]),
      footnote('nobody', 'a6', [text('Nobody calls me.')]),
    ],
  ])

test('notes are numbered as readers meet them, lead there and back, and stand at the end', async () => {
  const body = bodyOf(await page(document(), 'en'))
  expect(body).toContain(
    '<sup class="ref"><a href="#note-1" aria-describedby="notes-heading" id="ref-1">1</a></sup>',
  )
  expect(body).toContain('id="ref-2">2</a>')
  expect(body).toContain('id="ref-1-2">1</a>')
  const notes = body.slice(body.indexOf('class="notes"'))
  expect(notes.indexOf('About b.')).toBeLessThan(notes.indexOf('About a.'))
  expect(notes.match(/href="#ref-1(-2)?"/gu)).toHaveLength(2)
  expect(notes).not.toContain('Nobody calls me.')
})

test('a note goes with the last of its references, and takes no number', async () => {
  expect(bodyOf(await page(document(), 'en'))).not.toContain('ZANZIBAR')
  const cut = documentForAudience(document(), 'public')
  expect(JSON.stringify(cut)).not.toContain('ZANZIBAR')
  expect([...noteNumbers(cut).entries()]).toEqual([
    ['b', 1],
    ['a', 2],
  ])
  const inside = bodyOf(await page(document(), 'en', { audience: 'internal' }))
  expect(inside).toContain('ZANZIBAR')
  expect(inside).toContain('id="ref-3"')
})

test('a note for those inside leaves no number in a public text', async () => {
  const whole = document()
  const closed: Postmortem = {
    ...whole,
    sections: whole.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.id === 'b' ? { ...block, audience: 'internal' as const } : block,
      ),
    })),
  }
  const body = bodyOf(await page(closed, 'en'))
  expect(body).not.toContain('About b.')
  expect(body.match(/class="ref"/gu)).toHaveLength(1)
  expect(body).toContain('id="ref-1">1</a>')
})

test('Markdown keeps notes, both ways', () => {
  const source =
    'It stopped[^a] at noon[^1], again[^a].\n\n[^1]: Local time.\n[^a]: For **two** hours.\n'
  const read1 = read('a.md', `# T\n\n${source}`, 'en')
  const notes = (from: Postmortem) =>
    from.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'footnote' ? [block.text.content] : [])),
    )
  expect(notes(read1)).toHaveLength(2)
  const written = writeMarkdown(read1, 'en', new Map())
  if (!written.ok) throw new Error(written.error.code)
  expect(written.value).toContain('It stopped[^1] at noon[^2], again[^1].')
  expect(written.value).toContain('[^1]: For **two** hours.')
  const read2 = read('b.md', written.value, 'en')
  expect(notes(read2)).toEqual([...notes(read1)].toReversed())
})

test('a note that nothing calls, and a call of no note, stay words where they are', () => {
  const found = JSON.stringify(read('a.md', '# T\n\nHere[^2].\n\n[^1]: Alone.\n', 'en'))
  expect(found).toContain('[^2]')
  expect(found).toContain('[1] ')
  expect(found).toContain('Alone.')
})
