import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ask } from '../../electron/network/ask.ts'
import { send } from '../../electron/network/door.ts'
import { testServer, type Reply } from '../fixtures/server.ts'

const never = new AbortController().signal

async function asking(reply: Reply, signal = never) {
  const server = await testServer(reply)
  const answer = await ask({
    url: `${server.url}/a`,
    method: 'POST',
    headers: {},
    body: '{}',
    signal,
  })
  return { server, answer, host: server.host }
}

test('what is sent is what was said, and what comes back is its JSON', async () => {
  const { server, answer } = await asking(() => ({ a: 1 }))
  expect(answer).toEqual({ ok: true, value: { a: 1 } })
  const [asked] = server.asked
  expect(asked).toMatchObject({ method: 'POST', path: '/a', body: '{}' })
  // Nothing of the person or the program goes along.
  expect(Object.keys(asked!.headers).toSorted()).toEqual(['connection', 'content-length', 'host'])
})

test('an answer that is no JSON, or ends in the middle, is refused', async () => {
  const broken = await asking((_, response) => void response.end('{"a":'))
  expect(broken.answer).toEqual({
    ok: false,
    error: { code: 'SERVICE_ANSWER', params: { host: broken.host, why: 'JSON' } },
  })
  const cut = await asking((_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('{"a":')
    setImmediate(() => response.destroy())
  })
  expect(cut.answer).toMatchObject({
    error: { code: 'SERVICE_ANSWER', params: { host: cut.host, why: 'ECONNRESET' } },
  })
})

test('an answer without an end is not read to it', async () => {
  const { answer } = await asking((_, response) => {
    response.writeHead(200)
    const more = (): void => {
      if (!response.destroyed) response.write(Buffer.alloc(256 * 1024), more)
    }
    more()
  })
  expect(answer).toMatchObject({ error: { code: 'SERVICE_ANSWER' } })
})

test.each([301, 302, 307, 308])(
  'a redirect (%i) is refused, and nothing goes there',
  async (status) => {
    const elsewhere = await testServer(() => ({}))
    const { answer, host } = await asking((_, response) => {
      response.writeHead(status, { location: `${elsewhere.url}/b` })
      response.end()
    })
    expect(answer).toEqual({
      ok: false,
      error: { code: 'SERVICE_REDIRECT', params: { host, to: `${elsewhere.url}/b` } },
    })
    expect(elsewhere.asked).toEqual([])
  },
)

test.each([
  [401, 'SERVICE_REFUSED'],
  [403, 'SERVICE_REFUSED'],
  [400, 'SERVICE_STATUS'],
  [500, 'SERVICE_STATUS'],
] as const)('%i is said once and not asked again', async (status, code) => {
  const { answer, server } = await asking((_, response) => {
    response.statusCode = status
    return { error: { message: 'no\n such  model' } }
  })
  expect(answer).toMatchObject({ error: { code, params: { status } } })
  if (code === 'SERVICE_STATUS')
    expect(answer).toMatchObject({ error: { params: { why: 'no\\n such model' } } })
  expect(server.asked).toHaveLength(1)
})

test.each([429, 503])('a busy server (%i) is asked again, as late as it says', async (status) => {
  let count = 0
  const { answer, server } = await asking((_, response) => {
    if (count++ >= 2) return { done: true }
    response.writeHead(status, { 'retry-after': '0' })
    return void response.end()
  })
  expect(answer).toEqual({ ok: true, value: { done: true } })
  expect(server.asked).toHaveLength(3)
})

test('one that stays busy is given up, and whoever waits for it can stop', async () => {
  const { answer, server } = await asking((_, response) => {
    response.writeHead(429, { 'retry-after': '0' })
    return void response.end()
  })
  expect(answer).toMatchObject({ error: { code: 'SERVICE_BUSY', params: { status: 429 } } })
  expect(server.asked).toHaveLength(5)
  const controller = new AbortController()
  const waiting = asking((_, response) => {
    response.writeHead(503, { 'retry-after': '3600' })
    response.end(() => controller.abort())
  }, controller.signal)
  expect((await waiting).answer).toMatchObject({ error: { code: 'CANCELLED' } })
})

test('a silent server is left after a while, and at once by whoever stops', async () => {
  const server = await testServer(() => undefined)
  const sending = { url: server.url, method: 'GET', headers: {} } as const
  expect(await send({ ...sending, signal: never }, 200)).toEqual({
    ok: false,
    error: { code: 'SERVICE_SLOW', params: { host: server.host, seconds: 0.2 } },
  })
  const controller = new AbortController()
  const answer = send({ ...sending, signal: controller.signal })
  controller.abort()
  expect(await answer).toMatchObject({ error: { code: 'CANCELLED' } })
})

test('nobody there, and what is no address, is said', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.close(() => resolve()))
  const sending = { method: 'GET', headers: {}, signal: never } as const
  expect(await send({ ...sending, url: `http://127.0.0.1:${String(port)}/` })).toEqual({
    ok: false,
    error: {
      code: 'SERVICE_UNREACHABLE',
      params: { host: `127.0.0.1:${String(port)}`, why: 'ECONNREFUSED' },
    },
  })
  expect(await send({ ...sending, url: 'http://api.example.org/v1' })).toEqual({
    ok: false,
    error: { code: 'SERVICE_ADDRESS', params: { url: 'http://api.example.org/v1' } },
  })
})
