import { PDFDocument, PDFName, PDFDict } from '@cantoo/pdf-lib'
import { afterEach, describe, expect, test } from 'vitest'
import { PrintClient, type Answer } from './print-client.ts'

let client: PrintClient | undefined
afterEach(async () => {
  await client?.kill()
  client = undefined
})
const start = async (env: Readonly<Record<string, string>> = {}): Promise<PrintClient> => {
  client = await PrintClient.start(env)
  return client
}

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Outage</title><style>@page{size:A5}</style>${head}</head><body>${body}</body></html>`

const bytes = ({ pdf }: Answer): Buffer => Buffer.from(pdf ?? '', 'base64')
const printed = (id: string) => (answer: Answer) => answer.type === 'printed' && answer.id === id
const failed = (id: string) => (answer: Answer) => answer.type === 'failed' && answer.id === id

describe('the print worker', () => {
  test('prints pages in order, tagged, with bookmarks, on the paper that the page asks for', async () => {
    const worker = await start()
    const { runtime } = await worker.answer(({ type }) => type === 'ready')
    expect(runtime).toMatch(/^(Chromium|Electron) \d/)
    worker.send({ type: 'print', id: 'a', html: page('<h1>First</h1><h2>Part</h2><p>Text</p>') })
    worker.send({ type: 'print', id: 'b', html: page('<h1>Second</h1>') })
    const first = await worker.answer(printed('a'))
    await worker.answer(printed('b'))
    expect(worker.answers.map(({ type, id }) => `${type} ${id ?? ''}`.trim())).toEqual([
      'ready',
      'started a',
      'printed a',
      'started b',
      'printed b',
    ])
    const document = await PDFDocument.load(bytes(first))
    const { width, height } = document.getPage(0).getSize()
    expect([Math.round(width), Math.round(height)]).toEqual([420, 595]) // A5 in points
    expect(document.getTitle()).toBe('Outage')
    const marks = document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict)
    expect(String(marks.get(PDFName.of('Marked')))).toBe('true')
    expect(document.catalog.has(PDFName.of('Outlines'))).toBe(true)
    expect(await worker.end()).toBe(0)
  })

  test('runs no script of a page and fetches nothing', async () => {
    const worker = await start()
    await worker.answer(({ type }) => type === 'ready')
    const html = page(
      `<p>kept</p><script>document.body.textContent = 'SCRIPT RAN'; document.title = 'SCRIPT RAN'</script>
       <img src=x onerror="document.title = 'SCRIPT RAN'"><img src="https://example.invalid/x.png">
       <iframe src="https://example.invalid/"></iframe>`,
      '<meta http-equiv="refresh" content="0;url=https://example.invalid/">',
    )
    worker.send({ type: 'print', id: '1', html })
    const document = await PDFDocument.load(bytes(await worker.answer(printed('1'))))
    expect(document.getTitle()).toBe('Outage')
  })

  test('stops a page that is cancelled, also one that waits, and goes on with the next', async () => {
    const worker = await start()
    await worker.answer(({ type }) => type === 'ready')
    const long = page('<p>Lorem ipsum dolor sit amet</p>'.repeat(40_000))
    worker.send({ type: 'print', id: 'long', html: long })
    worker.send({ type: 'print', id: 'waits', html: page('<p>x</p>') })
    worker.send({ type: 'print', id: 'next', html: page('<p>next</p>') })
    await worker.answer(({ type, id }) => type === 'started' && id === 'long')
    worker.send({ type: 'cancel', id: 'waits' })
    worker.send({ type: 'cancel', id: 'long' })
    expect((await worker.answer(failed('long'))).error?.code).toBe('CANCELLED')
    expect((await worker.answer(failed('waits'))).error?.code).toBe('CANCELLED')
    expect(
      bytes(await worker.answer(printed('next')))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(await worker.end()).toBe(0)
  })

  test('says that nothing here can print', async () => {
    const worker = await start({ AFTERWORD_BROWSER: '/nowhere/chromium' })
    expect(await worker.exit).toBe(3)
    expect((JSON.parse(worker.output) as { error: { code: string } }).error.code).toBe(
      'RUNTIME_MISSING',
    )
  })

  test('says that nobody listens', async () => {
    const worker = await start({ AFTERWORD_PRINT: '/nowhere/afterword.sock' })
    expect(await worker.exit).toBe(2)
    const { error } = JSON.parse(worker.output) as { error: { code: string } }
    expect(error.code).toBe('PRINT_FAILED')
  })
})
