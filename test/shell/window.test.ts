import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../ui/app.ts'

declare const window: Window & {
  afterword: {
    call(method: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }>
    on(event: string, listener: (payload: unknown) => void): () => void
  }
  heard?: unknown[]
}

let app: TestApp
let folder = ''
let id = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'afterword-test-'))
  app = await startApp()
  const created = await app.ask('postmortem.create', { title: 'Outage', locale: 'en' })
  id = created.id
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const status = (path: string, method = 'GET'): Promise<number> =>
  app.page.evaluate(
    (url, verb) => fetch(url, { method: verb }).then((response) => response.status),
    path,
    method,
  )
const raw = (method: unknown, input: unknown) =>
  app.page.evaluate((name, given) => window.afterword.call(name as string, given), method, input)

describe('what the window is served', () => {
  test('has a policy that lets only its own bundle run', async () => {
    const headers = await app.page.evaluate(async () =>
      Object.fromEntries((await fetch('/')).headers),
    )
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:(?!\/\/afterword\.app\.localhost)/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['permissions-policy']).toContain('camera=()')
  })

  test('made the page start without a complaint', () => {
    expect(app.problems).toEqual([])
  })

  test.each([
    '/..%2fmain%2fmain.cjs',
    '/..%5cmain%5cmain.cjs',
    '/%2e%2e%2fmain/main.cjs',
    '/fonts/..%2fmain%2fmain.cjs',
    '/fonts/../../package.json',
    '/%2fetc%2fpasswd',
    '/nothing.js',
    '/preview/',
    '/preview/../main/main.cjs',
  ])('%s leads to no file', async (path) => {
    expect([403, 404]).toContain(await status(path))
  })

  test('can only be read', async () => {
    expect(await status('/', 'POST')).toBe(405)
    expect(await status('/', 'DELETE')).toBe(405)
  })
})

describe('a preview', () => {
  test('is a page without script that only our window may frame', async () => {
    const seen = await app.page.evaluate(async (path) => {
      const response = await fetch(path)
      return { status: response.status, policy: response.headers.get('content-security-policy') }
    }, `/preview/${id}/en?audience=public`)
    expect(seen.status).toBe(200)
    expect(seen.policy).toContain("default-src 'none'")
    expect(seen.policy).toContain("frame-ancestors 'self'")
    expect(seen.policy).not.toContain('script-src')
  })

  test('shows in a frame and cannot reach out of it', async () => {
    const seen = await app.page.evaluate(async (path) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-same-origin')
      frame.src = path
      const loaded = new Promise((resolve) => (frame.onload = resolve))
      document.body.append(frame)
      await loaded
      const inner = frame.contentWindow as unknown as Record<string, unknown>
      const text = frame.contentDocument?.body.textContent ?? ''
      frame.remove()
      return { text, bridge: typeof inner['afterword'] }
    }, `/preview/${id}/en`)
    expect(seen.text).toContain('Outage')
    expect(seen.bridge).toBe('undefined')
  })

  test.each([
    ['of a postmortem that is not there', () => '/preview/nothing/en'],
    ['in a language that is not one', () => `/preview/${id}/not_a_tag`],
    ['for an audience that is not one', () => `/preview/${id}/en?audience=everyone`],
    ['with more than its two names', () => `/preview/${id}/en/more`],
  ])('%s is not found', async (_, path) => {
    expect(await status(path())).toBe(404)
  })
})

describe('the bridge', () => {
  test.each(['no.such.call', '__proto__', 'constructor', '', 7, null])(
    'answers %j with CALL_UNKNOWN',
    async (method) => {
      const result = await raw(method, {})
      expect(result.ok).toBe(false)
      expect(result.error?.code).toBe('CALL_UNKNOWN')
    },
  )

  test('refuses input that is not what the call takes', async () => {
    const result = await raw('postmortem.open', { id: 1, more: true })
    expect(result.error?.code).toBe('CALL_INVALID')
  })

  test('lets no page name a path', async () => {
    const path = join(folder, 'named.html')
    const input = { id, locale: 'en', audience: 'internal', format: 'html', path }
    expect((await raw('export.file', input)).error?.code).toBe('CALL_FORBIDDEN')
    expect((await raw('host.reveal', { path: folder })).error?.code).toBe('CALL_FORBIDDEN')
  })

  test('says what carries the app', async () => {
    const info = await app.ask('library.info', {})
    expect(info.runtime).toMatch(/^(Chromium|Electron) \d+/)
    expect(info.version).toMatch(/^\d+\.\d+\.\d+/)
  })
})

describe('files', () => {
  test('are written where the person says, with an extension, and shown in their folder', async () => {
    app.answer([join(folder, 'page')])
    const written = await app.ask('export.file', {
      id,
      locale: 'en',
      audience: 'internal',
      format: 'html',
    })
    expect(written.path).toBe(join(folder, 'page.html'))
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('Outage')
    await app.ask('host.reveal', { path: join(folder, 'page.html') })
    await app.question(({ kind, text }) => kind === 'reveal' && text.endsWith('page.html'))
  })

  test('are not written where the person closes the dialog', async () => {
    app.answer(null)
    const input = { id, locale: 'en', audience: 'internal', format: 'html' } as const
    expect((await app.ask('export.file', input)).path).toBeNull()
  })

  test('are printed to PDF by the runtime at hand', async () => {
    app.answer([join(folder, 'page.pdf')])
    const input = { id, locale: 'en', audience: 'internal', format: 'pdf' } as const
    const written = await app.ask('export.file', input)
    const pdf = readFileSync(join(folder, 'page.pdf'))
    expect(pdf.length).toBe(written.bytes)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('are read from where the person says', async () => {
    const file = join(folder, 'notes.md')
    writeFileSync(file, '# Imported outage\n\nSomething broke.\n')
    app.answer([file], null)
    const imported = await app.ask('import.document', { locale: 'en' })
    const list = await app.ask('library.list', {})
    expect(list.find((one) => one.id === imported.id)?.titleText).toBe('Imported outage')
    expect((await app.ask('import.document', { locale: 'en' })).id).toBeNull()
  })
})

describe('the page', () => {
  test('stays where it is', async () => {
    for (const url of ['https://example.invalid/', `/preview/${id}/en`, '/index.html'])
      await app.page.evaluate((to) => void (location.href = to), url)
    expect(await app.page.evaluate(() => location.pathname)).toBe('/')
    expect(await app.page.evaluate(() => location.host)).toBe('afterword.app.localhost')
  })

  test('comes back from a document that needs no request', async () => {
    const again = app.interactive()
    await app.page.evaluate(() => void (location.href = 'about:blank'))
    await again
    expect(await app.page.evaluate(() => location.host)).toBe('afterword.app.localhost')
  })

  test('hands links to the person’s own programs, and nothing else', async () => {
    await app.page.evaluate(() => {
      window.open('file:///etc/passwd')
      window.open('javascript:alert(1)')
      window.open('app://afterword/')
      window.open('https://example.com/?a=b')
      window.open('mailto:press@example.com')
    })
    await app.question(({ text }) => text === 'mailto:press@example.com')
    const shown = app.asked.filter(({ kind }) => kind === 'external').map(({ text }) => text)
    expect(shown.slice(-2)).toEqual(['https://example.com/?a=b', 'mailto:press@example.com'])
    expect(shown.join(' ')).not.toMatch(/file:|javascript:|app:/)
  })

  test('may copy and nothing else', async () => {
    const states = await app.page.evaluate(() =>
      Promise.all(
        ['clipboard-write', 'clipboard-read', 'geolocation', 'notifications', 'camera'].map(
          async (name) => (await navigator.permissions.query({ name: name as 'camera' })).state,
        ),
      ),
    )
    expect(states).toEqual(['granted', 'denied', 'denied', 'denied', 'denied'])
  })

  test('hears the key of a command itself, and not from the menu a second time', async () => {
    await app.page.evaluate(() => {
      window.heard = []
      window.afterword.on('menu.command', (payload) => window.heard?.push(payload))
    })
    await app.page.keyboard.down('Control')
    await app.page.keyboard.press(',')
    await app.page.keyboard.up('Control')
    await app.page.waitForSelector('[role="dialog"]')
    expect(await app.page.evaluate(() => window.heard)).toEqual([])
  })
})
