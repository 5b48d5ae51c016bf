import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { findBrowser } from './browser.ts'
import { CdpConnection, type CdpSession } from './connection.ts'
import { answer } from './interception.ts'
import { launchArguments, prepareProfile, type Display, type FirstWindow } from './launch.ts'
import { setUserAgent, type BrowserPermission } from './session.ts'

/** Whoever shows a page in the engine. */
export interface Tenant {
  /** May the frame of this tenant load that document? Frames are known by the browser's ids. */
  admits(frameId: string, url: string): boolean
  holds(frameId: string): boolean
  lost(how: 'closed' | 'crashed'): void
}

export interface EngineOptions {
  readonly display: Display
  readonly userData: string
  readonly first?: FirstWindow
  readonly permissions: readonly BrowserPermission[]
}

/** How long a browser may take to end by itself before it is ended, in ms. */
const CLOSING_LIMIT = 5000

/** What Chromium writes where a company's policy RemoteDebuggingAllowed is off. */
const FORBIDDEN_BY_POLICY = /remote debugging is disallowed/i

/** The stand-in cannot run; the message says what to do. `code` as in the program's own errors. */
export class EngineError extends Error {
  readonly code = 'RUNTIME_MISSING'
}

/** A running browser. One with windows on the screen, and one without for what is hidden, as each is needed. */
export class Engine {
  readonly connection: CdpConnection
  readonly display: Display
  readonly tenants = new Map<string, Tenant>()
  private readonly profile: string
  private readonly executable: string
  private alive = true
  private opening: Promise<unknown> = Promise.resolve()

  constructor(options: EngineOptions) {
    const executable = findBrowser()
    if (executable === undefined)
      throw new EngineError(
        'No Chromium, Chrome or Edge was found. Install one, or name its program in AFTERWORD_BROWSER.',
      )
    this.executable = executable
    this.display = options.display
    this.profile = prepareProfile(options.display, options.userData)
    this.connection = new CdpConnection(
      executable,
      launchArguments(this.profile, options.display, options.first),
    )
    running.add(this)
    this.connection.on('closed', () => this.gone())
    // With windows it starts all the same, and would never answer.
    this.connection.on('stderr', () => {
      if (FORBIDDEN_BY_POLICY.test(this.connection.stderr)) this.kill()
    })
  }

  get root(): CdpSession {
    return this.connection.root
  }

  get running(): boolean {
    return this.alive
  }

  /** Intercepts every request, refuses every permission that is not granted, closes what opens by itself. */
  async prepare(permissions: readonly BrowserPermission[]): Promise<void> {
    const { root } = this
    root.listen('Fetch.requestPaused', (paused) => {
      const gate = (frameId: string, url: string) =>
        [...this.tenants.values()].find((one) => one.holds(frameId))?.admits(frameId, url) ?? false
      // A refusal here means that the page or the browser went away before its answer.
      answer(root, paused, gate).catch(() => {})
    })
    root.listen('Target.targetCreated', ({ targetInfo: { type, openerId, targetId } }) => {
      if (type === 'page' && openerId !== undefined)
        root.send('Target.closeTarget', { targetId }).catch(() => {})
    })
    root.listen('Target.targetDestroyed', ({ targetId }) => {
      const tenant = this.tenants.get(targetId)
      this.tenants.delete(targetId)
      tenant?.lost('closed')
    })
    try {
      const [version] = await Promise.all([
        root.send('Browser.getVersion'),
        root.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
        root.send('Target.setDiscoverTargets', { discover: true }),
        root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true }),
        root.send('Browser.grantPermissions', { permissions: [...permissions] }),
      ])
      setUserAgent(version.userAgent)
    } catch (error) {
      throw this.explain(error)
    }
  }

  private explain(error: unknown): unknown {
    if (this.alive) return error
    const { failure, stderr } = this.connection
    if (FORBIDDEN_BY_POLICY.test(stderr))
      return new EngineError(
        `A policy on this machine forbids remote debugging of ${this.executable} (RemoteDebuggingAllowed). Name another browser in AFTERWORD_BROWSER.`,
      )
    const said = failure?.message ?? stderr.trim().split('\n').slice(-3).join(' ')
    return new EngineError(`${this.executable} did not start. ${said}`)
  }

  /** The window that the browser opened at its start. */
  async firstPage(): Promise<string> {
    for (;;) {
      const { targetInfos } = await this.root.send('Target.getTargets')
      const page = targetInfos.find(
        ({ type, targetId }) => type === 'page' && !this.tenants.has(targetId),
      )
      if (page !== undefined) return page.targetId
      await new Promise<void>((resolve) => {
        const stop = this.root.listen('Target.targetCreated', () => {
          stop()
          resolve()
        })
      })
    }
  }

  /**
   * Another window like the first, without tabs and address. DevTools opens none such, but a second start of the
   * browser on the same folder hands over what it was started with and ends.
   */
  async nextPage(first: FirstWindow): Promise<string> {
    const opening = this.opening.then(async () => {
      const handover = spawn(this.executable, launchArguments(this.profile, this.display, first), {
        stdio: 'ignore',
      })
      handover.on('error', () => {}) // the same program runs already
      return this.firstPage()
    })
    // One after the other: a page that appears is that of the window that was asked for.
    this.opening = opening.catch(() => {})
    return opening
  }

  async close(): Promise<void> {
    if (!this.alive) return
    const ended = new Promise((resolve) => this.connection.once('closed', resolve))
    const limit = setTimeout(() => this.kill(), CLOSING_LIMIT)
    await this.root.send('Browser.close').catch(() => {})
    await ended
    clearTimeout(limit)
  }

  /** Ends the browser at once and does not wait for it. */
  kill(): void {
    this.connection.process.kill('SIGKILL')
    this.forget()
  }

  private forget(): void {
    if (this.display !== 'none') return
    try {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    } catch {
      // A process of the browser still writes there; the next start sweeps.
    }
  }

  private gone(): void {
    this.alive = false
    running.delete(this)
    // A browser that ended well was closed by its last window; the pipe ends in either case and cannot tell.
    const how = this.connection.process.exitCode === 0 ? 'closed' : 'crashed'
    const tenants = [...this.tenants.values()]
    this.tenants.clear()
    this.forget()
    for (const tenant of tenants) tenant.lost(how)
  }
}

const engines = new Map<Display, Promise<Engine>>()
const running = new Set<Engine>()

/** The engine for a display, started where it is not running. `fresh` where this call started it. */
export async function engineFor(
  options: EngineOptions,
): Promise<{ engine: Engine; fresh: boolean }> {
  const present = engines.get(options.display)
  if (present !== undefined) {
    const engine = await present
    if (engine.running) return { engine, fresh: false }
    if (engines.get(options.display) === present) engines.delete(options.display)
    return engineFor(options)
  }
  const starting = (async () => {
    const engine = new Engine(options)
    await engine.prepare(options.permissions)
    return engine
  })()
  engines.set(options.display, starting)
  try {
    return { engine: await starting, fresh: true }
  } catch (error) {
    engines.delete(options.display)
    throw error
  }
}

export async function closeEngines(): Promise<void> {
  const all = await Promise.allSettled(engines.values())
  await Promise.all(all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.close()] : [])))
}

/** At once, for a program that ends without waiting. */
export function killEngines(): void {
  for (const engine of running) engine.kill()
}

/** The engines that are running, for a second client on their pipes. */
export const runningEngines = (): readonly Engine[] => [...running]
