import { Buffer } from 'node:buffer'
import { deflateSync, gzipSync } from 'node:zlib'
import { PDFDocument, PDFHexString, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leakIn } from '../../electron/publish/leak/leak.ts'
import { secretsOf } from '../../model/leak/secrets.ts'
import { png, pngChunk } from '../fixtures/images.ts'
import { testPrinter } from '../fixtures/printer.ts'

const SECRET = 'The duty officer had been asleep since midnight'
const JAPANESE = '当直の担当者は真夜中から眠っていた'
const ARABIC = 'كان الموظف المناوب نائما منذ منتصف الليل'
const CZECH = 'Příliš žluťoučký kůň úpěl ďábelské ódy'
const secrets = secretsOf(
  [SECRET, JAPANESE, ARABIC, CZECH].map((text) => ({ what: 'remark', text })),
  ['No message was lost.'],
)

const look = async (content: string | Uint8Array, name = 'file') =>
  leakIn({ name, bytes: new Uint8Array(Buffer.from(content as string)) }, secrets, new Set())
const page = (inside: string): string =>
  `<!doctype html><html lang="en"><style>p{color:red}</style><p>No message was lost.</p>${inside}</html>`
const entities = (text: string): string =>
  [...text].map((letter) => `&#x${letter.codePointAt(0)!.toString(16)};`).join('')

let paper: Awaited<ReturnType<typeof testPrinter>>
beforeAll(async () => {
  paper = await testPrinter()
})
afterAll(() => paper.close())

async function printed(html: string): Promise<Uint8Array> {
  const bytes = await paper.printer.print(html, new AbortController().signal)
  if (!bytes.ok) throw new Error(bytes.error.code)
  return bytes.value
}

test('a page that says nothing hidden is let through', async () => {
  expect(await look(page('<p>Nothing else.</p>'))).toBeUndefined()
  expect(await look(await printed(page('<p>Nothing else.</p>')))).toBeUndefined()
})

describe('a hidden text in a page is found', () => {
  const bare = SECRET.replaceAll(' ', '')
  test.for<[string, string]>([
    ['in the text', `<p>${SECRET}</p>`],
    ['in another case and over lines', `<p>${SECRET.toUpperCase().replaceAll(' ', '\n')}</p>`],
    ['between marks', `<p>The <b>duty</b> off<i>icer had</i> been asleep since midnight</p>`],
    [
      'with soft hyphens and marks of direction',
      `<p>The duty of\u00ADficer \u200Fhad been\u200B asleep</p>`,
    ],
    ['in a comment', `<!-- ${SECRET} -->`],
    ['in an attribute', `<img alt="${SECRET}">`],
    [
      'in the address of a link',
      `<a href="https://example.org/${encodeURIComponent(SECRET)}">x</a>`,
    ],
    ['in the name of a class', `<p class="${SECRET.replaceAll(' ', '-')}">x</p>`],
    ['in numbers of characters', `<p>${entities(SECRET)}</p>`],
    ['in numbers of numbers', `<p>${entities(SECRET).replaceAll('&', '&amp;')}</p>`],
    [
      'in names of characters',
      `<p>P&rcaron;&iacute;li&scaron; &zcaron;lu&#357;ou&ccaron;k&yacute; k&uring;&ncaron; &uacute;p&ecaron;l</p>`,
    ],
    [
      'in a style',
      `<style>p::after{content:"${[...SECRET].map((one) => `\\${one.charCodeAt(0).toString(16)} `).join('')}"}</style>`,
    ],
    [
      'in data',
      `<script type="application/ld+json">{"a":"${[...SECRET].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}</script>`,
    ],
    [
      'in a data: address',
      `<img src="data:text/plain;base64,${Buffer.from(`x ${SECRET} and more`).toString('base64')}">`,
    ],
    [
      'packed in a data: address',
      `<a href="data:application/gzip;base64,${gzipSync(SECRET.repeat(3)).toString('base64')}">x</a>`,
    ],
    ['in Japanese', `<p>${JAPANESE.slice(0, 6)}\n${JAPANESE.slice(6)}</p>`],
    ['in Arabic', `<p>${ARABIC}</p>`],
    ['as one word', `<p>${bare}</p>`],
    ['in part', `<p>What we heard: officer had been asleep, some say.</p>`],
  ])('%s', async ([, inside]) => {
    expect(await look(page(inside))).toMatchObject({ what: 'remark' })
  })
})

test('it is found in the name of a file, and in every coding of text', async () => {
  expect(await look('', `${SECRET.toLowerCase().replaceAll(' ', '-')}.html`)).toMatchObject({
    where: 'name',
  })
  for (const encoding of ['utf16le', 'utf8'] as const)
    expect(await look(Buffer.from(`\uFEFF${JAPANESE}`, encoding))).toMatchObject({ text: JAPANESE })
  expect(await look(Buffer.from(`\uFEFF${CZECH}`, 'utf16le').swap16())).toMatchObject({
    text: CZECH,
  })
  expect(await look(gzipSync(SECRET))).toMatchObject({ where: 'gzip' })
})

describe('a hidden text in a PDF is found', () => {
  const HTML = page('<h1>Title</h1>')
  async function changed(change: (pdf: PDFDocument) => Promise<void> | void) {
    const pdf = await PDFDocument.load(await printed(HTML))
    await change(pdf)
    return pdf.save()
  }

  test.for<[string, string]>([
    ['English', `<p>${SECRET}</p>`],
    ['one letter to a line', `<p style="inline-size:1ch">${[...SECRET].join(' ')}</p>`],
    ['Japanese', `<p lang="ja">${JAPANESE}</p>`],
    ['Arabic', `<p lang="ar" dir="rtl">${ARABIC}</p>`],
    ['white on white', `<p style="color:white">${SECRET}</p>`],
    [
      'beside the sheet',
      `<p style="position:absolute;inset-inline-start:-200cm">x</p><p>${SECRET}</p>`,
    ],
    [
      'in the alternative of a picture',
      `<img alt="${SECRET}" src="data:image/png;base64,${png(4, 4).toString('base64')}">`,
    ],
  ])('as it is shown: %s', async ([, inside]) => {
    const leak = await look(await printed(page(inside)))
    expect(leak).toMatchObject({ what: 'remark' })
  })

  test('in its title, with where it stands', async () => {
    const bytes = await changed((pdf) => pdf.setTitle(SECRET))
    expect(await look(bytes)).toMatchObject({
      where: expect.stringMatching(/object\/\d+\/Title$/) as string,
      text: SECRET,
    })
  })

  test('in its metadata, a file in it, and a stream that nothing refers to', async () => {
    const metadata = await changed(({ context }) => {
      context.register(context.flateStream(`<x:xmpmeta>${entities(JAPANESE)}</x:xmpmeta>`))
    })
    expect(await look(metadata)).toMatchObject({ text: JAPANESE })
    const attached = await changed((pdf) => pdf.attach(new TextEncoder().encode(SECRET), 'a.txt'))
    expect(await look(attached)).toMatchObject({ text: SECRET })
    const before = Buffer.from(await printed(HTML))
    const old = Buffer.concat([
      before,
      Buffer.from('\n9999 0 obj\n<</Length 1>>\nstream\n', 'latin1'),
      deflateSync(SECRET),
      Buffer.from('\nendstream\nendobj\n', 'latin1'),
    ])
    expect(await look(old)).toMatchObject({ text: SECRET })
  })

  test('in what stands for a text, in a note, in a name, and in letters of a font without a map', async () => {
    const said = await changed(({ catalog, context }) => {
      catalog.set(PDFName.of('X'), context.obj({ ActualText: PDFHexString.fromText(CZECH) }))
    })
    expect(await look(said)).toMatchObject({ text: CZECH })
    const named = await changed(({ catalog }) => {
      catalog.set(PDFName.of(SECRET.replaceAll(' ', '')), PDFName.of('Y'))
    })
    expect(await look(named)).toMatchObject({ text: SECRET })
    const drawn = await changed(async (pdf) => {
      const font = await pdf.embedFont(StandardFonts.Helvetica)
      pdf.getPage(0).drawText(SECRET, { font, size: 1 })
    })
    expect(await look(drawn)).toMatchObject({ where: 'page/1', text: SECRET })
  })
})

test('it is found in a Word file: over runs of text, in its properties, in a name in the archive', async () => {
  const made = async (runs: readonly string[], options: object = {}) =>
    Packer.toBuffer(
      new Document({
        ...options,
        sections: [
          {
            children: [
              new Paragraph({
                children: runs.map((text) => new TextRun({ text, bold: text.length % 2 === 0 })),
              }),
            ],
          },
        ],
      }),
    )
  expect(await look(await made(['No message was lost.']))).toBeUndefined()
  expect(
    await look(await made([SECRET.slice(0, 12), SECRET.slice(12, 21), SECRET.slice(21)])),
  ).toMatchObject({ where: 'word/document.xml' })
  expect(await look(await made(['x'], { description: SECRET }))).toMatchObject({
    where: 'docProps/core.xml',
  })
  const archive = Buffer.from(await made(['No message was lost.']))
  const comment = Buffer.from(SECRET)
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  archive.writeUInt16LE(comment.length, end + 20)
  expect(await look(Buffer.concat([archive.subarray(0, end + 22), comment]))).toMatchObject({
    text: SECRET,
  })
})

test('it is found beside a picture, and a picture that may not be shown by its bytes', async () => {
  const said = (name: string, body: Uint8Array) => png(4, 4, [pngChunk(name, body)])
  const key = Buffer.from('Comment\0', 'latin1')
  expect(await look(png(4, 4))).toBeUndefined()
  expect(await look(said('tEXt', Buffer.concat([key, Buffer.from(SECRET)])))).toMatchObject({
    text: SECRET,
  })
  expect(
    await look(said('zTXt', Buffer.concat([key, Buffer.of(0), deflateSync(SECRET)]))),
  ).toMatchObject({ where: 'zTXt' })
  expect(
    await look(said('iTXt', Buffer.concat([key, Buffer.of(0, 0, 0, 0), Buffer.from(JAPANESE)]))),
  ).toMatchObject({ text: JAPANESE })
  const picture = png(5, 5)
  const { createHash } = await import('node:crypto')
  const hidden = new Set([createHash('sha256').update(picture).digest('hex')])
  const html = page(`<img src="data:image/png;base64,${picture.toString('base64')}">`)
  expect(await leakIn({ name: 'x', bytes: Buffer.from(html) }, secrets, hidden)).toMatchObject({
    what: 'figure',
  })
  expect(await leakIn({ name: 'x', bytes: Buffer.from(html) }, secrets, new Set())).toBeUndefined()
})

test('what cannot be looked through is refused', async () => {
  await expect(look(Buffer.from('PK\x03\x04 and nothing of an archive', 'latin1'))).rejects.toThrow(
    'central directory',
  )
  await expect(look(Buffer.from('\x1F\x8B\x08 nothing packed', 'latin1'))).rejects.toThrow('header')
  let nested: Uint8Array = Buffer.from(SECRET)
  for (let depth = 0; depth < 20; depth++) nested = gzipSync(nested)
  await expect(look(nested)).rejects.toThrow('nested too deeply')
})
