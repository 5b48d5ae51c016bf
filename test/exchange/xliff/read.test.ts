import { expect, test } from 'vitest'
import { contentOf } from '../../../electron/exchange/bilingual/content.ts'
import type { ReturnedUnit } from '../../../electron/exchange/bilingual/bilingual.ts'
import { readXliff } from '../../../electron/exchange/xliff/read.ts'
import type { Content } from '../../../model/document/text.ts'
import { valueOf } from '../../fixtures/library.ts'
import { inUnit, root } from './small.ts'

const NONE = new Map<string, string>()
const KNOWN = new Map([
  ['1', '{"type":"strong"}'],
  ['2', '{"fact":"day","form":"long","type":"fact"}'],
  ['3', '{"type":"break"}'],
])
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readXliff({ name: 'x.xlf', bytes: bytes(text) })
const onlyUnit = (text: string): ReturnedUnit => valueOf(read(text))[0]!.units[0]!
const target = (text: string, known = NONE): Content | null =>
  contentOf(onlyUnit(text).target ?? [], known)

const STRONG: Content = [
  { type: 'text', value: 'a ' },
  { type: 'strong', children: [{ type: 'text', value: 'b' }] },
]

test('pc, and sc with ec, over segments and in the order of the targets, are the same text', () => {
  const b = '<pc id="1" type="fmt" subType="xlf:b">b</pc>'
  const open = '<sc id="1" type="fmt" subType="xlf:b"/>'
  const close = '<ec startRef="1" type="fmt" subType="xlf:b"/>'
  const part = (text: string, order = '') =>
    `<segment><source>${text}</source><target${order}>${text}</target></segment>`
  expect(target(inUnit(part(`a ${b}`)))).toEqual(STRONG)
  expect(target(inUnit(part(`a ${open}b${close}`)))).toEqual(STRONG)
  expect(target(inUnit(part('a ') + part(b)))).toHaveLength(2)
  expect(target(inUnit(part(b, ' order="2"') + part('a ', ' order="1"')))).toEqual(STRONG)
})

test('what lies between segments stands in the target as it is, annotations leave nothing, and cp is its character', () => {
  const text = inUnit(
    '<segment><source>x.</source><target><mrk id="m" translate="no">a.</mrk></target></segment>' +
      '<ignorable><source> </source></ignorable>' +
      '<segment><source>y.</source><target>b<cp hex="0001"/>.</target></segment>',
  )
  expect(
    onlyUnit(text)
      .target!.map((one) => (one.kind === 'text' ? one.text : ''))
      .join(''),
  ).toBe('a. b\u0001.')
})

test('a copy of a code is that code', () => {
  const source = '<ph id="1" type="fmt" subType="xlf:lb"/>x'
  const text = inUnit(
    `<segment><source>${source}</source><target><ph id="1" type="fmt" subType="xlf:lb"/>x<ph id="2" copyOf="1"/></target></segment>`,
  )
  expect(target(text)).toMatchObject([{ type: 'break' }, { type: 'text' }, { type: 'break' }])
})

test('the state of a unit is the least of its segments, and final is approved', () => {
  const part = (state: string) =>
    `<segment state="${state}"><source>x</source><target>x</target></segment>`
  expect(onlyUnit(inUnit(part('final'))).state).toBe('approved')
  expect(onlyUnit(inUnit(part('final') + part('translated'))).state).toBe('translated')
})

const old = (unit: string, attributes = 'id="u"') =>
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="p" datatype="plaintext" ' +
  `source-language="en" target-language="ja"><body><group id="g"><trans-unit ${attributes}>${unit}</trans-unit></group></body></file></xliff>`
const sides = (text: string, state = '') =>
  old(`<source>x</source><target${state}>${text}</target>`)

test('XLIFF 1.2 in all its codes is read by the numbers of ours', () => {
  const both = [
    '<g id="1">b</g>',
    '<bpt id="1"/>b<ept id="1"/>',
    '<bpt id="8" rid="1"/>b<ept id="9" rid="1"/>',
    '<bx id="1"/>b<ex id="1"/>',
    '<it id="1" pos="open"/>b<it id="1" pos="close"/>',
    '<mrk mtype="seg" mid="0"><g id="1">b</g></mrk>',
    '<ph id="5">{"type":"break"}</ph>',
  ]
  for (const text of both.slice(0, -1))
    expect(target(sides(`a ${text}`), KNOWN), text).toEqual(STRONG)
  expect(target(sides(both.at(-1)!), KNOWN)).toEqual([{ type: 'break' }])
  expect(target(sides('<x id="2"/>'), KNOWN)).toEqual([{ type: 'fact', fact: 'day', form: 'long' }])
  expect(target(sides('<x id="77"/>'), KNOWN)).toBeNull()
  expect(valueOf(read(sides('x')))[0]).toMatchObject({
    postmortem: 'p',
    sourceLocale: 'en',
    locale: 'ja',
  })
})

test.each([
  ['needs-translation', 'draft'],
  ['needs-review-translation', 'translated'],
  ['translated', 'translated'],
  ['signed-off', 'reviewed'],
  ['final', 'approved'],
])('the state %s of XLIFF 1.2 is %s', (state, ours) => {
  expect(onlyUnit(sides('x', ` state="${state}"`)).state).toBe(ours)
})

test.each([
  ['content', old('<target>x</target>')],
  ['content', old('<source>x</source><target>x</target><target>y</target>')],
  ['attribute-missing', old('<source>x</source>', 'name="x"')],
  ['attribute-missing', sides('<g>x</g>')],
  ['value-state', sides('x', ' state="done"')],
  ['element-unknown', sides('<b>x</b>')],
  ['start-without-end', sides('<bpt id="1"/>x')],
  ['end-without-start', sides('<ex id="1"/>x')],
  ['value-language', sides('x').replace('"ja"', '"j"')],
  ['target-language-missing', sides('x').replace(' target-language="ja"', '')],
  ['id-unique-unit', sides('x').replace(/(<trans-unit.*<\/trans-unit>)/, '$1$1')],
  ['version', sides('x').replace('version="1.2"', 'version="1.1"')],
  ['content', sides('x').replace(/<body>.*<\/body>/, '')],
  ['content', sides('x').replace(/<file .*<\/file>/, '')],
])('%s in XLIFF 1.2 is refused by name', (rule, text) => {
  expect(read(text)).toMatchObject({
    ok: false,
    error: { code: 'XLIFF_INVALID', params: { rule } },
  })
})

test('a document type, entities, depth and what is not well-formed are refused with the line', () => {
  const refused = (text: string, code = 'XML_INVALID') =>
    expect(read(text)).toMatchObject({ ok: false, error: { code, params: { file: 'x.xlf' } } })
  refused('<!DOCTYPE xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xliff>&b;</xliff>')
  refused('<!DOCTYPE xliff SYSTEM "file:///etc/passwd"><xliff/>')
  refused('<xliff>&nowhere;</xliff>')
  refused(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`)
  refused(root('').replace('</xliff>', ''))
  refused('<a/><b/>')
  refused('just words')
  expect(read('<x>\n\n<y></z></x>')).toMatchObject({ error: { params: { line: 3 } } })
  expect(read('')).toMatchObject({ ok: false, error: { code: 'FILE_EMPTY' } })
})
