import { expect, test } from 'vitest'
import { contentOf } from '../../electron/exchange/bilingual/content.ts'
import { readDocx } from '../../electron/exchange/docx/read.ts'
import { valueOf } from '../fixtures/library.ts'
import { archive, type Entry } from './archive.ts'

const PART = 'word/document.xml'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const HASH = '0123456789abcdef'
const KNOWN = new Map([
  ['1', '{"type":"link","url":"https://example.org/"}'],
  ['2', '{"fact":"day","form":"long","type":"fact"}'],
])

const paragraph = (runs: string) => `<w:p>${runs}</w:p>`
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const row = (...cells: string[]) =>
  `<w:tr>${cells.map((inner) => `<w:tc>${inner}</w:tc>`).join('')}</w:tr>`
const documentOf = (target: string, tag = `u ${HASH} -`) =>
  `<w:document xmlns:w="${WORD}"><w:body>${paragraph(run('afterword:1 p en ja public'))}<w:tbl>` +
  row(paragraph(run(tag)), paragraph(run('x')), target) +
  '</w:tbl></w:body></w:document>'

const read = (...entries: Entry[]) => readDocx({ name: 'x.docx', bytes: archive(entries) })
const target = async (cell: string) => {
  const [back] = valueOf(await read({ name: PART, data: documentOf(cell) }))
  return contentOf(back!.units[0]!.target!, KNOWN)
}
const words = (value: string) => [{ type: 'text', value }]

test('words are read whatever a program made of them: runs, tracked changes, links, controls, paragraphs', async () => {
  expect(await target(paragraph(run('a') + run('b')))).toEqual(words('ab'))
  expect(
    await target(paragraph(`<w:ins>${run('a')}</w:ins><w:hyperlink>${run('b')}</w:hyperlink>`)),
  ).toEqual(words('ab'))
  expect(
    await target(`<w:sdt><w:sdtContent>${paragraph(run('a'))}</w:sdtContent></w:sdt>`),
  ).toEqual(words('a'))
  expect(await target(paragraph(run('a')) + paragraph(run('b')))).toEqual([
    ...words('a'),
    { type: 'break' },
    ...words('b'),
  ])
})

test('what nobody sees in the document is not read: deleted, moved away, hidden, a second form', async () => {
  const hidden =
    `<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:moveFrom>${run('x')}</w:moveFrom>` +
    run('x', '<w:vanish/>') +
    `<w:Fallback>${run('x')}</w:Fallback><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r>`
  expect(await target(paragraph(run('a') + hidden))).toEqual(words('a'))
})

test('bold, italic and struck are marks, and codes are their numbers, whatever stands behind them', async () => {
  expect(await target(paragraph(run('a', '<w:b/><w:i w:val="0"/>')))).toEqual([
    { type: 'strong', children: words('a') },
  ])
  expect(await target(paragraph(run('⟦1⟧a⟦/1⟧ ⟦2 anything at all⟧')))).toEqual([
    { type: 'link', url: 'https://example.org/', children: words('a') },
    ...words(' '),
    { type: 'fact', fact: 'day', form: 'long' },
  ])
  expect(await target(paragraph(run('⟦⟦1⟧⟧')))).toEqual(words('⟦1⟧'))
  for (const text of ['⟦1⟧a', 'a⟦/1⟧', '⟦77 x⟧'])
    expect(await target(paragraph(run(text))), text).toBeNull()
})

test('an archive that is none, lies, points elsewhere or grows without end is refused and says why', async () => {
  const refused = async (bytes: Uint8Array, code = 'DOCX_INVALID') =>
    expect(await readDocx({ name: 'x.docx', bytes })).toMatchObject({
      ok: false,
      error: { code, params: { file: 'x.docx' } },
    })
  const good = documentOf(paragraph(run('a')))
  await refused(new TextEncoder().encode('PK'))
  await refused(archive([]))
  await refused(archive([{ name: '../word/document.xml', data: good }]))
  await refused(archive([{ name: '/word/document.xml', data: good }]))
  await refused(archive([{ name: PART, data: good, claims: 10 }]))
  await refused(archive([{ name: PART, data: new Uint8Array(70 * 1024 * 1024) }]))
  await refused(archive([{ name: PART, data: new Uint8Array(70 * 1024 * 1024), claims: 100 }]))
  await refused(archive([{ name: PART, data: '<!DOCTYPE a><a/>' }]), 'XML_INVALID')
  await refused(archive([{ name: PART, data: `<w:document xmlns:w="${WORD}"/>` }]))
  await refused(archive([{ name: PART, data: documentOf(paragraph(run('a')), 'somebody else') }]))
})
