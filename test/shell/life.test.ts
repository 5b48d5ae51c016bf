import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type AppOptions, type TestApp } from '../ui/app.ts'

declare const window: Window & {
  afterword: {
    call(method: string, input: unknown): Promise<unknown>
    on(event: string, listener: (payload: unknown) => void): () => void
  }
}

let userData = ''
const apps: TestApp[] = []
beforeEach(() => (userData = mkdtempSync(join(tmpdir(), 'afterword-test-'))))
afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill()
  rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
})
const start = async (options: AppOptions = {}): Promise<TestApp> => {
  const app = await startApp({ userData, ...options })
  apps.push(app)
  return app
}

const SETTINGS = { interfaceLocale: 'nl', theme: 'dark', last: null } as const

/** Lets the page answer the event `flush` before the window's own code does. */
const answerFlush = (app: TestApp, saved: boolean): Promise<void> =>
  app.page.evaluate((value) => {
    window.afterword.on('flush', () => {
      void window.afterword.call('window.flushed', { saved: value })
    })
  }, saved)

describe('closing', () => {
  test('waits until the window has saved what it holds', async () => {
    const app = await start()
    await app.page.evaluate((settings) => {
      window.afterword.on('flush', () => void window.afterword.call('settings.set', settings))
    }, SETTINGS)
    expect(await app.close()).toBe(0)
    const again = await start()
    // What the window remembers of where the person was is its own.
    expect(await again.ask('settings.get', {})).toMatchObject({
      interfaceLocale: SETTINGS.interfaceLocale,
      theme: SETTINGS.theme,
    })
  })

  test('asks where not everything could be saved, and stays open if the person says so', async () => {
    const app = await start()
    await answerFlush(app, false)
    app.answer(0, 1)
    app.process.kill('SIGTERM')
    const question = await app.question(({ kind }) => kind === 'message')
    expect(question.text).toContain('Not everything is saved')
    expect(question.buttons).toEqual(['Keep open', 'Close without saving'])
    expect((await app.call('library.list', {})).ok).toBe(true)
    expect(await app.close()).toBe(0)
    expect(app.asked.filter(({ kind }) => kind === 'message')).toHaveLength(2)
  })

  test('asks where the window does not answer, in the language of the interface', async () => {
    const app = await start({ language: 'nl' })
    app.answer(1)
    app.page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => {})
    app.process.kill('SIGTERM')
    expect(await app.exit).toBe(0)
    expect(app.asked.find(({ kind }) => kind === 'message')?.text).toContain(
      'Niet alles is opgeslagen',
    )
  })

  test('speaks the language that was chosen while it ran', async () => {
    const app = await start()
    await app.ask('settings.set', { ...SETTINGS, interfaceLocale: 'ja' })
    await answerFlush(app, false)
    app.answer(1)
    expect(await app.close()).toBe(0)
    expect(app.asked.at(-1)?.text).toContain('保存されていない変更があります')
  })
})

describe('a page that crashes', () => {
  test('is loaded again, on the same library', async () => {
    const app = await start()
    const { id } = await app.ask('postmortem.create', { title: 'Kept', locale: 'en' })
    const again = app.interactive()
    const client = await app.page.createCDPSession()
    client.send('Page.crash').catch(() => {})
    await again
    const list = await app.ask('library.list', {})
    expect(list.map((one) => one.id)).toContain(id)
    expect(await app.close()).toBe(0)
  })
})

describe('the window that pages are printed in', () => {
  test('stays for the next one, is another after a crash, and ends with the app', async () => {
    const app = await start()
    const { id } = await app.ask('postmortem.create', { title: 'Printed', locale: 'en' })
    const input = { id, locale: 'en', audience: 'internal', format: 'pdf' } as const
    const file = join(userData, 'printed.pdf')
    const printed = async (): Promise<Buffer> => {
      app.answer([file])
      await app.ask('export.file', input)
      return readFileSync(file)
    }
    const windows = async (): Promise<Page[]> =>
      (await app.page.browser().pages()).filter((page) => page.url().includes('://print.'))

    const first = await printed()
    const [kept, ...others] = await windows()
    expect(others).toEqual([])
    expect(await printed()).toEqual(first)
    expect(await windows()).toEqual([kept])

    const gone = new Promise((resolve) => kept!.once('close', resolve))
    const client = await kept!.createCDPSession()
    client.send('Page.crash').catch(() => {})
    await gone
    expect(await printed()).toEqual(first)
    expect(await windows()).toHaveLength(1)

    // By its last window, as a person would: nobody waits for a window that nobody sees.
    await app.page.close({ runBeforeUnload: true })
    expect(await app.exit).toBe(0)
  })
})

describe('a second start', () => {
  test('ends, and the first goes on', async () => {
    const app = await start()
    const second = await start({ waitForWindow: false })
    expect(await second.exit).toBe(0)
    expect((await app.call('library.list', {})).ok).toBe(true)
  })
})

describe('a library that does not open', () => {
  test('because another program has it, can be tried again', async () => {
    const holder = await start()
    const other = join(userData, 'other')
    const app = await start({ userData: other, library: holder.library, waitForWindow: false })
    const ready = app.interactive()
    app.answer(0, 0, 0)
    const question = await app.question(({ kind }) => kind === 'message')
    expect(question.text).toContain(
      `The library \u2068${holder.library}\u2069 is open in another program`,
    )
    expect(question.buttons).toEqual(['Try again', 'Quit'])
    ready.catch(() => {})
    // The answers above run out while the holder is open: then the app gives up.
    expect(await app.exit).toBe(1)
    expect(await holder.close()).toBe(0)
    const again = await start({ userData: other, library: holder.library })
    expect((await again.call('library.list', {})).ok).toBe(true)
  })

  test('because it is damaged, is shown in its folder, and the app ends with a code', async () => {
    const library = join(userData, 'library.afterword')
    writeFileSync(library, 'this is no library, though it is long enough to be one'.repeat(100))
    const app = await start({ waitForWindow: false, language: 'ar' })
    app.answer(0, null)
    expect(await app.exit).toBe(1)
    const question = app.asked.find(({ kind }) => kind === 'message')
    expect(question?.text).toContain('تعذّر فتح المكتبة')
    expect(app.asked.find(({ kind }) => kind === 'reveal')?.text).toBe(library)
  })

  test('because it is newer, opens to be read only', async () => {
    const first = await start()
    expect(await first.close()).toBe(0)
    const file = new Database(first.library)
    file.pragma('user_version = 9999')
    file.close()
    const app = await start({ waitForWindow: false })
    const ready = app.interactive()
    app.answer(0)
    await ready
    await app.join()
    expect((await app.ask('library.info', {})).readOnly).toBe(true)
    expect(app.asked[0]?.buttons).toEqual(['Open to read only', 'Quit'])
    expect(await app.close()).toBe(0)
  })
})
