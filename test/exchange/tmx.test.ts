import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTmx } from '../../electron/exchange/tmx/read.ts'
import { segmentReader, writeSegment } from '../../electron/exchange/tmx/segment.ts'
import { TAIL, writeHead, writeUnit } from '../../electron/exchange/tmx/write.ts'
import { newId } from '../../model/document/identifier.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import { Refusal } from '../../model/errors/result.ts'
import type { Entry, StoredEntry } from '../../model/memory/entry.ts'

const NOW = '2024-03-01T10:00:00.000Z'

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size))
}

async function read(text: string | Uint8Array, size = 7) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const all: Entry[] = []
  let skipped = 0
  for await (const part of readTmx('a.tmx', pieces(bytes, size), NOW)) {
    all.push(...part.entries)
    skipped += part.skipped
  }
  return { all, skipped }
}

const said = async (text: string) =>
  (await read(text)).all.map(({ sourceLocale, targetLocale, source, target }) => [
    sourceLocale,
    plainText(source),
    targetLocale,
    plainText(target),
  ])

const refusal = async (text: string | Uint8Array) => {
  try {
    await read(text)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
}

const tmx = (body: string, header = 'srclang="en"') =>
  `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header ${header}/><body>${body}</body></tmx>`
const tuv = (lang: string, seg: string) => `<tuv xml:lang="${lang}"><seg>${seg}</seg></tuv>`

const [fact, note] = [newId(), newId()]
const FULL: Content = [
  { type: 'text', value: 'a < b & "c" ' },
  {
    type: 'strong',
    children: [
      { type: 'text', value: 'd' },
      { type: 'fact', fact, form: 'long' },
    ],
  },
  { type: 'break' },
  {
    type: 'link',
    url: 'https://example.org/?a=1&b=2',
    children: [{ type: 'emphasis', children: [{ type: 'text', value: 'e' }] }],
  },
  { type: 'inlineCode', value: 'x<y' },
  { type: 'footnoteReference', note },
  {
    type: 'passage',
    audience: 'internal',
    children: [{ type: 'delete', children: [{ type: 'text', value: 'f' }] }],
  },
]

test('what is written is read again, with its marks, facts, context and who confirmed it', async () => {
  const entry: Entry = {
    sourceLocale: 'en-GB',
    targetLocale: 'ja',
    source: FULL,
    target: [{ type: 'text', value: '時間' }, ...FULL.slice(1)],
    origin: 'file',
    author: 'Mira <m@example.org>',
    at: NOW,
    unit: newId(),
    sourceHash: 'a'.repeat(64),
    previous: '',
    next: 'b'.repeat(64),
  }
  const stored: StoredEntry = { ...entry, id: 3, postmortem: null, file: null }
  const text = writeHead('1.0.0') + writeUnit(stored) + TAIL
  for (const size of [1, 5, 4096]) expect((await read(text, size)).all).toEqual([entry])
})

test('any text of ours survives', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((value) => value.replaceAll(/\s/gu, '_'))
  fc.assert(
    fc.property(text, (value) => {
      const xml = writeSegment([{ type: 'text', value }])
      const unescaped = xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
      const reader = segmentReader()
      reader.text(unescaped)
      // oxlint-disable-next-line no-control-regex
      expect(plainText(reader.content())).toBe(value.replaceAll(/[\u0000-\u001F\uFFFE\uFFFF]/g, ''))
    }),
    { seed: 5 },
  )
})

test('languages are those that a unit names, in any form, and each target is an entry', async () => {
  const unit = `<tu>${tuv('EN-us', 'Gate')}${tuv('nl_NL', 'Poort')}${tuv('ja', '門')}</tu>`
  expect(await said(tmx(unit))).toEqual([
    ['en-US', 'Gate', 'nl-NL', 'Poort'],
    ['en-US', 'Gate', 'ja', '門'],
  ])
  expect(
    await said(tmx(`<tu>${tuv('nl', 'Poort')}${tuv('en', 'Gate')}</tu>`, 'srclang="*all*"')),
  ).toEqual([['nl', 'Poort', 'en', 'Gate']])
  expect(
    await said(tmx(`<tu srclang="nl">${tuv('en', 'Gate')}${tuv('nl', 'Poort')}</tu>`)),
  ).toEqual([['nl', 'Poort', 'en', 'Gate']])
})

test('codes of other programs go, and the words between them stay', async () => {
  const source =
    'Press <bpt i="1" type="bold">&lt;b></bpt>the <bpt i="2">{1}</bpt>red<ept i="1">&lt;/b></ept> key<ept i="2">{2}</ept> <ph type="image">&lt;img><sub>alt</sub></ph><hi type="italic">now</hi><ut>x</ut>'
  const { all } = await read(tmx(`<tu>${tuv('en', source)}${tuv('nl', 'Druk')}</tu>`))
  expect(all[0]!.source).toEqual([
    { type: 'text', value: 'Press ' },
    { type: 'strong', children: [{ type: 'text', value: 'the red' }] },
    { type: 'text', value: ' key ' },
    { type: 'emphasis', children: [{ type: 'text', value: 'now' }] },
  ])
})

test('units that say nothing, or in one language, are counted and left out', async () => {
  const body = [
    `<tu>${tuv('en', 'Gate')}</tu>`,
    `<tu>${tuv('en', ' ')}${tuv('nl', 'Poort')}</tu>`,
    `<tu>${tuv('en', 'Gate')}${tuv('no language!', 'Poort')}</tu>`,
    `<tu>${tuv('en', 'x'.repeat(100_001))}${tuv('nl', 'x')}</tu>`,
    `<tu>${tuv('en', 'Gate')}${tuv('nl', 'Poort')}</tu>`,
  ].join('')
  const { all, skipped } = await read(tmx(body), 4096)
  expect([all.length, skipped]).toEqual([1, 4])
})

test('a passage whose readers nobody knows is left out with its words', async () => {
  const source = 'Open <bpt i="1" type="x-passage">everybody</bpt>secret<ept i="1"/>door'
  const { all } = await read(tmx(`<tu>${tuv('en', source)}${tuv('nl', 'Deur')}</tu>`))
  expect(plainText(all[0]!.source)).toBe('Open door')
})

test('UTF-16, with and without a mark, is read', async () => {
  const text = tmx(`<tu>${tuv('en', 'Gate')}${tuv('ja', '門')}</tu>`)
  const little = new Uint8Array(Buffer.from(text, 'utf16le'))
  const marked = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')).map(
    (_, at, all) => all[at ^ 1]!,
  )
  for (const bytes of [little, marked])
    expect((await read(bytes, 9)).all.map(({ target }) => plainText(target))).toEqual(['門'])
})

test('what is no TMX, not well-formed, cut short or hostile is refused with its line', async () => {
  expect(await refusal('<html/>')).toEqual({
    code: 'TMX_INVALID',
    params: { file: 'a.tmx', what: 'html' },
  })
  expect(await refusal('<tmx>\n<body>\n</tmx>')).toMatchObject({
    code: 'XML_INVALID',
    params: { line: 3 },
  })
  expect(await refusal('<tmx><body>')).toMatchObject({ code: 'XML_INVALID' })
  const bomb = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tmx>&b;</tmx>'
  expect(await refusal(bomb)).toMatchObject({ code: 'XML_INVALID', params: { why: 'DOCTYPE' } })
  expect(await refusal(tmx(`<tu>${tuv('en', '&b;')}</tu>`))).toMatchObject({ code: 'XML_INVALID' })
  expect(await refusal('<tmx>' + '<a>'.repeat(100))).toMatchObject({ code: 'XML_INVALID' })
  expect(await refusal(new Uint8Array([0x3c, 0x74, 0xff, 0xfe, 0x3e]))).toMatchObject({
    code: 'FILE_NOT_TEXT',
  })
})
