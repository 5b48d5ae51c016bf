import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { taggedText, untaggedText } from '../../electron/exchange/tagged.ts'
import type { Content } from '../../model/document/text.ts'

const said = (value: string): Content => [{ type: 'text', value }]
const fact = { type: 'fact', fact: 'tenants', form: 'long' } as const
const SOURCE: Content = [
  { type: 'text', value: ' It <held> & hid ' },
  { type: 'strong', children: [{ type: 'text', value: 'the names of ' }, fact] },
  { type: 'text', value: ' tenants, see ' },
  { type: 'link', url: 'https://example.org/', children: said('the list') },
  { type: 'break' },
]
const read = (node: Content): string => (node[0]?.type === 'fact' ? '366' : '')
const SENT = taggedText(SOURCE, read)

const back = (answer: string) => untaggedText(SOURCE, SENT, answer, { host: 'h' })
const codes = (answer: string) => {
  const result = back(answer)
  return result.ok ? 'taken' : `${result.error.code} ${String(result.error.params['codes'])}`
}

test('codes go out as tags, with what is read for them', () => {
  expect(SENT).toBe(
    ' It &lt;held&gt; &amp; hid <g id="1">the names of <x id="2">366</x></g> tenants, see <g id="3">the list</g><x id="4"></x>',
  )
})

test('what comes back has the codes again, in whatever order and however an engine writes them', () => {
  const wanted: Content = [
    { type: 'text', value: ' Zie ' },
    { type: 'link', url: 'https://example.org/', children: said('de lijst') },
    { type: 'text', value: ': <' },
    { type: 'strong', children: [fact, { type: 'text', value: ' “namen”' }] },
    { type: 'text', value: '> & meer' },
    { type: 'break' },
  ]
  for (const answer of [
    'Zie <g id="3">de lijst</g>: &lt;<g id="1"><x id="2">366</x> “namen”</g>&gt; &amp; meer<x id="4"></x>',
    '\n Zie <G ID=\'3\'>de lijst</G>: &#60;<g id=1><x id="2"/> &#x201C;namen”</g>> & meer<x id="4" />\n',
  ])
    expect(back(answer)).toEqual({ ok: true, value: wanted })
})

test.each([
  ['It held <g id="1">a</g><g id="3">b</g><x id="4"/>', 'SERVICE_CODES ⟦2⟧'],
  ['<g id="1"><x id="2"/></g><x id="2"/><g id="3">b</g><x id="4"/>', 'SERVICE_CODES ⟦2⟧'],
  ['<g id="1"><x id="2"/></g><g id="3">b</g><x id="4"/><x id="9"/>', 'SERVICE_CODES ⟦9⟧'],
  ['<g id="1"><x id="2"/><g id="3">b</g><x id="4"/>', 'SERVICE_CODES ⟦1⟧'],
  ['<g id="1"><x id="2"/></g></g><g id="3">b</g><x id="4"/>', 'SERVICE_CODES ⟦⟧'],
  ['<x id="1"/><x id="2"/><g id="3">b</g><x id="4"/>', 'SERVICE_CODES ⟦1⟧'],
  ['', 'SERVICE_CODES ⟦1⟧ ⟦2⟧ ⟦3⟧ ⟦4⟧'],
])('%s damages codes', (answer, error) => expect(codes(answer)).toBe(error))

test('a passage stays at the top of its text', () => {
  const source: Content = [
    { type: 'strong', children: said('a') },
    { type: 'passage', audience: 'customer', children: said('b') },
  ]
  const answer = '<g id="1">a <g id="2">b</g></g>'
  expect(untaggedText(source, '', answer, {})).toMatchObject({ error: { code: 'SERVICE_CODES' } })
})

test('any text comes back as it went', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const flat = text.replaceAll(/\s+/g, ' ')
      const content: Content = [{ type: 'text', value: flat }, fact, { type: 'text', value: flat }]
      const sent = taggedText(content, read)
      expect(untaggedText(content, sent, sent, {})).toEqual({ ok: true, value: content })
    }),
  )
})
