import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../ui/app.ts'
import { inMain, startFixture } from './fixture.ts'

interface Fixture {
  call(...args: unknown[]): Promise<unknown>
  on(channel: string, listener: (value: unknown) => void): void
}
declare const window: Window & { fixture: Fixture; scripted?: boolean; heard?: unknown[] }

let app: TestApp
beforeAll(async () => (app = await startFixture()))
afterAll(() => app.close())

test('a call of the page arrives as JSON, from the main frame of the program’s own page', async () => {
  const answer = await app.page.evaluate(() =>
    window.fixture.call({ a: [1, 'é \u2028', null], text: '</script>' }, 2),
  )
  expect(answer).toEqual({
    args: [{ a: [1, 'é \u2028', null], text: '</script>' }, 2],
    own: true,
    url: 'app://afterword/',
    top: true,
  })
})

test('a large call arrives whole', async () => {
  const length = await app.page.evaluate(async () => {
    const text = 'あ'.repeat(3_000_000)
    const answer = (await window.fixture.call(text)) as { args: [string] }
    return answer.args[0] === text ? text.length : -1
  })
  expect(length).toBe(3_000_000)
})

test('calls that overlap each get their own answer', async () => {
  const answers = await app.page.evaluate(() =>
    Promise.all(Array.from({ length: 50 }, (_, n) => window.fixture.call(n))),
  )
  expect(answers.map((one) => (one as { args: number[] }).args[0])).toEqual(
    Array.from({ length: 50 }, (_, n) => n),
  )
})

test('a handler that throws rejects the call, and the program goes on', async () => {
  await expect(inMain(app, "throw new Error('no such thing')")).rejects.toThrow(
    /Error invoking remote method 'main': Error: no such thing/,
  )
  expect(await inMain(app, 'return 1')).toBe(1)
})

test('what the program sends arrives in order', async () => {
  await app.page.evaluate(() => {
    window.heard = []
    window.fixture.on('tick', (value) => window.heard?.push(value))
  })
  await inMain(app, "for (let n = 0; n < 5; n++) window.webContents.send('tick', { n })")
  await app.page.waitForFunction(() => window.heard?.length === 5)
  expect(await app.page.evaluate(() => window.heard)).toEqual([0, 1, 2, 3, 4].map((n) => ({ n })))
})

test('the page sees what the preload exposes, frozen, and nothing of the way it works', async () => {
  const seen = await app.page.evaluate(() => ({
    scripted: window.scripted,
    frozen: Object.isFrozen(window.fixture),
    binding: typeof (window as unknown as Record<string, unknown>)['__standinSend'],
    node: typeof (window as unknown as Record<string, unknown>)['process'],
    names: Object.keys(window).filter((name) => /standin|electron|require/i.test(name)),
    secure: window.isSecureContext,
    origin: window.location.origin,
  }))
  expect(seen).toEqual({
    scripted: true,
    frozen: true,
    binding: 'undefined',
    node: 'undefined',
    names: [],
    secure: true,
    origin: 'https://afterword.app.localhost',
  })
})

test('a frame in the page gets no bridge', async () => {
  const seen = await app.page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = '/frame'
    const loaded = new Promise((resolve) => (frame.onload = resolve))
    document.body.append(frame)
    await loaded
    const inner = frame.contentWindow as unknown as Record<string, unknown>
    const title = frame.contentDocument?.title
    frame.remove()
    return { title, fixture: typeof inner['fixture'], binding: typeof inner['__standinSend'] }
  })
  expect(seen).toEqual({ title: 'Frame', fixture: 'undefined', binding: 'undefined' })
})

test('a call without a handler is rejected with its name', async () => {
  await inMain(app, "electron.ipcMain.removeHandler('call')")
  const said = await app.page.evaluate(() => window.fixture.call().catch(String))
  expect(said).toMatch(/No handler registered for 'call'/)
})
