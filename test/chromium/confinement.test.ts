import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApp } from '../ui/app.ts'
import { inMain, startFixture } from './fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await startFixture()
  await inMain(
    app,
    `globalThis.seen = []
     for (const name of ['will-navigate', 'will-frame-navigate'])
       window.webContents.on(name, (event) => {
         globalThis.seen.push([name, event.url, event.isMainFrame])
         if (!event.url.endsWith('/frame')) event.preventDefault()
       })
     window.webContents.setWindowOpenHandler(({ url }) => {
       globalThis.seen.push(['open', url])
       return { action: 'deny' }
     })`,
  )
})
afterAll(() => app.close())

/** Waits until the program has seen `count` attempts, and forgets them. */
async function seen(count: number): Promise<unknown[]> {
  for (;;) {
    const list = await inMain<unknown[]>(app, 'return globalThis.seen')
    if (list.length >= count) {
      await inMain(app, 'globalThis.seen = []')
      return list
    }
  }
}

describe('a page that wants to leave', () => {
  test.each([
    ['by script', () => void (location.href = 'https://example.invalid/away')],
    [
      'by a form',
      () => {
        const form = document.createElement('form')
        form.action = 'https://example.invalid/away'
        document.body.append(form)
        form.submit()
      },
    ],
  ])('%s is asked for', async (_how, leave) => {
    await app.page.evaluate(leave)
    const list = (await seen(2)) as [string, string, boolean][]
    expect(list.map(([event]) => event)).toEqual(['will-frame-navigate', 'will-navigate'])
    expect(list[0]?.[1]).toMatch(/^https:\/\/example\.invalid\/away/)
    expect(app.page.url()).toBe('https://afterword.app.localhost/')
  })

  test('to another program is asked for', async () => {
    await app.page.click('#mail')
    expect(await seen(2)).toEqual([
      ['will-frame-navigate', 'mailto:a@example.invalid', true],
      ['will-navigate', 'mailto:a@example.invalid', true],
    ])
  })
})

test('windows that a page wants are asked for and do not open', async () => {
  const answer = await app.page.evaluate(() => window.open('https://example.invalid/w'))
  await app.page.click('#blank')
  await app.page.click('#out', { button: 'middle' })
  expect(answer).toBeNull()
  expect(await seen(3)).toEqual([
    ['open', 'https://example.invalid/w'],
    ['open', 'https://example.invalid/blank'],
    ['open', 'https://example.invalid/'],
  ])
  expect(await app.page.browser().pages()).toHaveLength(1)
})

test('a frame loads what the program lets it, and nothing else', async () => {
  await app.page.evaluate(() => {
    for (const src of ['/frame', '/other']) {
      const frame = document.createElement('iframe')
      frame.src = src
      document.body.append(frame)
    }
  })
  expect(await seen(2)).toEqual([
    ['will-frame-navigate', 'app://afterword/frame', false],
    ['will-frame-navigate', 'app://afterword/other', false],
  ])
  const titles = await app.page.evaluate(() =>
    [...document.querySelectorAll('iframe')].map((one) => one.contentDocument?.title ?? ''),
  )
  expect(titles).toContain('Frame')
})

test('the content security policy holds', async () => {
  const ran = await app.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.inline = true'
    document.head.append(script)
    // In a task of the page's own: what a debugger evaluates directly is above the policy.
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        try {
          const evaluated = Reflect.construct(Function, ['window.evaluated = true']) as () => void
          evaluated()
        } catch {
          // refused, as it should be
        }
        resolve()
      }),
    )
    const { inline, evaluated } = window as unknown as Record<string, unknown>
    return { inline, evaluated }
  })
  expect(ran).toEqual({})
})

test('no request leaves, whatever the policy says', async () => {
  const tried = await app.page.evaluate(async () => {
    const outcome = (promise: Promise<unknown>) => promise.then(() => 'out').catch(() => 'held')
    const socket = new Promise((resolve, reject) => {
      const one = new WebSocket('wss://example.invalid/')
      one.onopen = resolve
      one.onerror = reject
    })
    return [
      await outcome(fetch('https://example.invalid/')),
      await outcome(fetch('http://127.0.0.1:9/')),
      await outcome(socket),
    ]
  })
  expect(tried).toEqual(['held', 'held', 'held'])
})

test('the program may hold back its own requests too', async () => {
  const load = () =>
    app.page.evaluate(() =>
      fetch('/page.js').then(
        (r) => r.status,
        () => 0,
      ),
    )
  expect(await load()).toBe(200)
  await inMain(
    app,
    'electron.session.defaultSession.webRequest.onBeforeRequest((details, done) => done({ cancel: details.url.endsWith(".js") }))',
  )
  expect(await load()).toBe(0)
  await inMain(app, 'electron.session.defaultSession.webRequest.onBeforeRequest(null)')
  expect(await load()).toBe(200)
})

test('permissions are refused unless the program grants them', async () => {
  const states = await app.page.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      geolocation: await state('geolocation'),
      notifications: await state('notifications'),
      camera: await state('camera'),
      microphone: await state('microphone'),
      read: await state('clipboard-read'),
      write: await state('clipboard-write'),
    }
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    read: 'denied',
    write: 'granted',
  })
})

test.runIf(process.platform === 'linux')(
  'no process of the app has a socket of the internet',
  () => {
    const children = (pid: number): number[] => {
      const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
      return [pid, ...list.split(' ').filter(Boolean).map(Number).flatMap(children)]
    }
    const sockets = (pid: number): string[] =>
      readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
        try {
          return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? []
        } catch {
          return [] // closed in between
        }
      })
    const processes = children(app.process.pid!)
    const own = new Set(processes.flatMap(sockets))
    const inet = ['tcp', 'tcp6', 'udp', 'udp6']
      .flatMap((kind) => readFileSync(`/proc/net/${kind}`, 'utf8').trim().split('\n').slice(1))
      .filter((line) => own.has(line.trim().split(/\s+/)[9]!))
    expect(processes.length).toBeGreaterThan(3)
    expect(own.size).toBeGreaterThan(0)
    expect(inet).toEqual([])
  },
)
