import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type ConnectionTransport, type Page } from 'puppeteer-core'
import type { Answer, Question } from '../../electron/chromium/answers.ts'
import type { Input, Method, Output } from '../../model/contract/calls.ts'
import type { Result } from '../../model/errors/result.ts'
import type { FromApp, ToApp } from './messages.ts'

const ROOT = join(import.meta.dirname, '../..')
const REGISTER = join(ROOT, 'electron/chromium/register.ts')
const STEER = join(import.meta.dirname, 'steer.ts')

/** Where the window's page stands on the stand-in. */
export const PAGE_ORIGIN = 'https://afterword.app.localhost'

/** How long the app may take until its window takes input, in ms, on a machine that is busy with other tests. */
const PATIENCE = 60_000

export interface AppOptions {
  /** Folder for the app's own data; without one it is a temporary folder that goes with the app. */
  readonly userData?: string
  /** The library file; without one it stands in the user data. */
  readonly library?: string
  /** The system's language, as a BCP 47 tag. */
  readonly language?: string
  readonly env?: Readonly<Record<string, string>>
  /** Another program than the built app: a script that runs on the stand-in. */
  readonly script?: string
  /** `no`: resolves when the process has started, for apps that end or ask before they have a window. */
  readonly waitForWindow?: boolean
}

/** The app as it is built, on the stand-in without a screen, with a browser page that the test steers. */
export class TestApp {
  readonly process: ChildProcess
  readonly userData: string
  readonly library: string
  /** Resolves with the exit code, or null where a signal ended the app. */
  readonly exit: Promise<number | null>
  /** What the app's dialogs have asked so far, and what it has shown outside of its window. */
  readonly asked: Question[] = []
  /** Errors that the page threw or wrote to its console. A test of the window should find none. */
  readonly problems: string[] = []
  /** Everything that the app wrote to stdout and stderr. */
  output = ''
  /** The process id of the browser. */
  browserProcess = 0
  private pageThere: Page | undefined
  private browser: Browser | undefined
  private readonly temporary: boolean
  private readonly answers: Answer[] = []
  private readonly heard = new Set<(message: FromApp | 'interactive') => void>()

  constructor(options: AppOptions) {
    ;(globalThis.openApps ??= new Set()).add(this)
    const script = options.script ?? join(ROOT, 'dist/main/main.cjs')
    if (!existsSync(script)) throw new Error(`${script} is not there. Run: npm run build`)
    this.temporary = options.userData === undefined
    this.userData = options.userData ?? mkdtempSync(join(tmpdir(), 'afterword-test-'))
    this.library = options.library ?? join(this.userData, 'library.afterword')
    const language = options.language ?? 'en'
    this.process = spawn(process.execPath, ['--import', REGISTER, '--import', STEER, script], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        LANGUAGE: language,
        AFTERWORD_HEADLESS: '1',
        AFTERWORD_USER_DATA: this.userData,
        AFTERWORD_LIBRARY: this.library,
        ...options.env,
      },
    })
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()))
    this.exit = new Promise((resolve) => this.process.on('close', resolve))
    this.process.on('message', (message) => this.receive(message as FromApp | 'interactive'))
  }

  /** The window's page. */
  get page(): Page {
    if (this.pageThere === undefined) throw new Error(`There is no page.\n${this.output}`)
    return this.pageThere
  }

  /** What the next dialogs are answered with, in order. A dialog without an answer is closed. */
  answer(...answers: Answer[]): void {
    this.answers.push(...answers)
  }

  /** A call over the window's own bridge. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> {
    return this.page.evaluate(
      (name, given) =>
        (
          window as unknown as { afterword: { call(name: string, input: unknown): unknown } }
        ).afterword.call(name, given),
      method as string,
      input as unknown,
    ) as Promise<Result<Output<M>>>
  }

  /** As `call`, for calls that must succeed. */
  async ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    const result = await this.call(method, input)
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`)
    return result.value
  }

  /** Waits until something is shown outside of the page: a dialog, an address, a folder. */
  async question(matches: (question: Question) => boolean): Promise<Question> {
    for (;;) {
      const found = this.asked.find(matches)
      if (found !== undefined) return found
      await this.next((message) => message !== 'interactive' && message.type === 'question')
    }
  }

  /** Waits until the window takes input, again after a reload or a crash. Ask before what leads to it. */
  interactive(): Promise<void> {
    return this.next((message) => message === 'interactive')
  }

  /** The pages of all windows, in the order in which they were opened. */
  async pages(): Promise<Page[]> {
    const open = (await this.browser!.pages()).filter((page) => page.url().startsWith(PAGE_ORIGIN))
    const rest = open.filter((page) => page !== this.pageThere)
    return open.length > rest.length ? [this.page, ...rest] : rest
  }

  /** The page of the window that `open` opens, once it takes input. */
  async another(open: () => Promise<unknown>): Promise<Page> {
    const before = new Set(await this.pages())
    const ready = this.interactive()
    await open()
    await ready
    const page = (await this.pages()).find((one) => !before.has(one))
    if (page === undefined) throw new Error(`No other window.\n${this.output}`)
    return page
  }

  /** Connects to the browser; again, where the app had to start another. */
  async join(): Promise<void> {
    const joined = this.next((message) => message !== 'interactive' && message.type === 'joined')
    this.tell({ type: 'join' })
    await joined
    this.browser = await puppeteer.connect({
      transport: this.transport(),
      defaultViewport: null,
      protocolTimeout: 3 * PATIENCE,
    })
    const target = await this.browser.waitForTarget((one) => one.url().startsWith(PAGE_ORIGIN), {
      timeout: PATIENCE,
    })
    this.pageThere = (await target.page()) ?? undefined
    this.pageThere?.setDefaultTimeout(2 * PATIENCE)
    this.pageThere?.on('pageerror', (error) => this.problems.push(String(error)))
    this.pageThere?.on('console', (message) => {
      if (message.type() === 'error') {
        const { url = '' } = message.location()
        this.problems.push(`${message.text()} ${url}`.trim())
      }
    })
  }

  /**
   * Ends the app as a person would who quits it: what the window holds is saved first. Returns the exit code. Throws
   * where the app stays, as it does when it asks whether to lose something and the test has no answer.
   */
  async close(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null)
      this.process.kill('SIGTERM')
    let stays = false
    const limit = setTimeout(() => {
      stays = true
      this.process.kill('SIGKILL')
    }, PATIENCE / 2)
    const code = await this.exit
    clearTimeout(limit)
    this.clear()
    if (stays)
      throw new Error(`The app did not close.\n${JSON.stringify(this.asked)}\n${this.output}`)
    return code
  }

  /** Ends the app without asking it. Its data stays for a next start when the test named the folder. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL')
    await this.exit
    this.clear()
  }

  private clear(): void {
    globalThis.openApps?.delete(this)
    if (this.temporary)
      rmSync(this.userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }

  private tell(message: ToApp): void {
    // An app that has just ended needs no answer any more.
    if (this.process.connected) this.process.send(message, () => {})
  }

  private receive(message: FromApp | 'interactive'): void {
    if (message !== 'interactive' && message.type === 'question') {
      const { id, question } = message
      this.asked.push(question)
      const silent = question.kind === 'external' || question.kind === 'reveal'
      this.tell({ type: 'answer', id, answer: silent ? null : (this.answers.shift() ?? null) })
    }
    if (message !== 'interactive' && message.type === 'joined')
      this.browserProcess = message.browser
    for (const one of [...this.heard]) one(message)
  }

  private next(matches: (message: FromApp | 'interactive') => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(limit)
        this.heard.delete(hear)
      }
      const hear = (message: FromApp | 'interactive'): void => {
        if (!matches(message)) return
        stop()
        resolve()
      }
      const limit = setTimeout(() => {
        stop()
        reject(new Error(`The app did not answer within ${PATIENCE} ms.\n${this.output}`))
      }, PATIENCE)
      this.heard.add(hear)
      void this.exit.then((code) => {
        if (!this.heard.has(hear)) return
        stop()
        reject(new Error(`The app ended with ${code}.\n${this.output}`))
      })
    })
  }

  private transport(): ConnectionTransport {
    const transport: ConnectionTransport = {
      send: (message) => this.tell({ type: 'cdp', message }),
      close: () => {},
    }
    const hear = (message: FromApp | 'interactive'): void => {
      if (message !== 'interactive' && message.type === 'cdp')
        transport.onmessage?.(message.message)
    }
    this.heard.add(hear)
    void this.exit.then(() => {
      this.heard.delete(hear)
      transport.onclose?.()
    })
    return transport
  }
}

/** Starts the app and waits until its window takes input. Close it at the test's end, also where the test fails. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  const app = new TestApp(options)
  if (options.waitForWindow === false) return app
  try {
    const ready = app.interactive()
    await Promise.all([ready, app.join()])
    return app
  } catch (error) {
    await app.kill()
    throw error
  }
}
