import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PrintClient } from '../shell/print-client.ts'
import { ROOT, RUNTIME_ARGUMENTS, electronBinary } from './binary.ts'

declare const window: Window & {
  afterword: {
    call(method: string, input: unknown): Promise<{ ok: boolean; value: unknown; error?: unknown }>
    on(event: string, listener: (payload: unknown) => void): () => void
  }
}

const binary = electronBinary()
const required = process.env['AFTERWORD_REQUIRE_ELECTRON'] === '1'

// Everything else about the shell is tested on the stand-in. What only Electron can show stands here.
test('Electron’s binary is there, or it is said loudly that nothing was tested in Electron', () => {
  if (binary === undefined)
    process.stderr.write(
      '\n*** NOT TESTED IN ELECTRON: its binary is not here. Fetch it with: node node_modules/electron/install.js ***\n\n',
    )
  expect(binary !== undefined || !required).toBe(true)
})

describe.skipIf(binary === undefined)('in Electron', () => {
  let userData = ''
  const apps: ElectronApplication[] = []
  beforeEach(() => (userData = mkdtempSync(join(tmpdir(), 'afterword-test-'))))
  afterEach(async () => {
    for (const app of apps.splice(0)) {
      const { pid } = app.process()
      await app.close().catch(() => {})
      try {
        if (pid !== undefined) process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })

  const launch = async (): Promise<{ app: ElectronApplication; page: Page }> => {
    const app = await _electron.launch({
      executablePath: binary!,
      args: [...RUNTIME_ARGUMENTS, ROOT],
      env: {
        ...(process.env as Record<string, string>),
        AFTERWORD_USER_DATA: userData,
        AFTERWORD_LIBRARY: join(userData, 'library.afterword'),
      },
    })
    apps.push(app)
    const page = await app.firstWindow()
    await page.waitForFunction(() => document.readyState === 'complete' && 'afterword' in window)
    return { app, page }
  }
  const ask = async (page: Page, method: string, input: unknown): Promise<unknown> => {
    const result = await page.evaluate(
      ([name, given]) => window.afterword.call(name as string, given),
      [method, input] as const,
    )
    expect(result.error).toBeUndefined()
    return result.value
  }

  test('the window opens on the library and says what carries it', async () => {
    const { app, page } = await launch()
    expect(page.url()).toBe('app://afterword/')
    expect(await ask(page, 'library.info', {})).toMatchObject({
      file: join(userData, 'library.afterword'),
      readOnly: false,
      runtime: expect.stringMatching(/^Electron \d+/) as string,
    })
    expect(((await ask(page, 'library.list', {})) as unknown[]).length).toBe(1)
    const menu = await app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.map(({ label }) => label),
    )
    expect(menu?.length).toBeGreaterThan(3)
    expect(menu?.every((label) => label !== '')).toBe(true)
  })

  test('the page is sandboxed and has nothing of Node or Electron', async () => {
    const { app, page } = await launch()
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
      ),
    ).toEqual([])
    expect(await page.evaluate(() => Object.isFrozen(window.afterword))).toBe(true)
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      return (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    })
  })

  test('the page stays where it is, and only addresses of the web leave it', async () => {
    const { app, page } = await launch()
    await app.evaluate(({ shell }) => {
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      shell.openExternal = async (url) => void seen.push(url)
    })
    await page.evaluate(() => {
      window.open('https://example.com/')
      window.open('file:///etc/passwd')
      location.href = 'https://example.com/away'
    })
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen))
      .toEqual(['https://example.com/', 'https://example.com/away'])
    expect(page.url()).toBe('app://afterword/')
    expect(app.windows()).toHaveLength(1)
  })

  test('permissions are refused, requests do not leave, and no path leads out of the bundle', async () => {
    const { page } = await launch()
    const seen = await page.evaluate(async () => {
      const outcome = (url: string) =>
        fetch(url).then(
          ({ status }) => status,
          () => 'held',
        )
      return {
        geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
        notification: await Notification.requestPermission(),
        web: await outcome('https://example.com/'),
        above: await outcome('/..%2fmain%2fmain.cjs'),
        home: await outcome('/'),
      }
    })
    expect(seen).toEqual({
      geolocation: 'denied',
      notification: 'denied',
      web: 'held',
      above: 403,
      home: 200,
    })
  })

  test('a preview shows in a frame without scripts', async () => {
    const { page } = await launch()
    const [first] = (await ask(page, 'library.list', {})) as { id: string }[]
    const text = await page.evaluate(async (path) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-same-origin')
      frame.src = path
      const loaded = new Promise((resolve) => (frame.onload = resolve))
      document.body.append(frame)
      await loaded
      return frame.contentDocument?.querySelector('h1')?.textContent ?? ''
    }, `/preview/${first!.id}/en`)
    expect(text).not.toBe('')
  })

  test('a PDF is tagged, has bookmarks, and stands where the person said', async () => {
    const { app, page } = await launch()
    const path = join(userData, 'page.pdf')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    const [first] = (await ask(page, 'library.list', {})) as { id: string }[]
    const input = { id: first!.id, locale: 'ja', audience: 'public', format: 'pdf' }
    expect(await ask(page, 'export.file', input)).toMatchObject({ path })
    const document = await PDFDocument.load(readFileSync(path))
    const marks = document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict)
    expect(String(marks.get(PDFName.of('Marked')))).toBe('true')
    expect(document.catalog.has(PDFName.of('Outlines'))).toBe(true)
  })

  test('what the window holds is saved before it closes, and is there at the next start', async () => {
    const { app, page } = await launch()
    await page.evaluate(() => {
      window.afterword.on('flush', () => {
        const settings = { interfaceLocale: 'nl', theme: 'dark', last: null }
        void window.afterword.call('settings.set', settings)
      })
    })
    await app.close()
    const again = await launch()
    expect(await ask(again.page, 'settings.get', {})).toMatchObject({ interfaceLocale: 'nl' })
    expect(await again.page.evaluate(() => document.documentElement.lang)).toBe('nl')
  })

  test('a page that crashes is loaded again', async () => {
    const { app, page } = await launch()
    const loaded = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<string>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]!.webContents
          contents.once('did-finish-load', () => resolve(contents.getURL()))
          contents.forcefullyCrashRenderer()
        }),
    )
    page.on('crash', () => {})
    expect(await loaded).toBe('app://afterword/')
  })

  test('the print worker prints for a program without a window', async () => {
    const client = await PrintClient.start({}, [binary!, ...RUNTIME_ARGUMENTS])
    try {
      const ready = await client.answer(({ type }) => type === 'ready')
      expect(ready.runtime).toMatch(/^Electron \d+/)
      client.send({ type: 'print', id: '1', html: '<!doctype html><title>T</title><h1>One</h1>' })
      const { pdf } = await client.answer(({ type }) => type === 'printed')
      expect(
        Buffer.from(pdf ?? '', 'base64')
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
      expect(await client.end()).toBe(0)
    } finally {
      await client.kill()
    }
  })
})
