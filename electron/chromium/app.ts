import { Emitter } from './emitter.ts'
import { closeEngines, killEngines } from './engine.ts'
import { Instance } from './instance.ts'
import { systemLanguages } from './languages.ts'
import { menuEvents } from './menu.ts'
import { defaultPath, manifest } from './paths.ts'
import { appState, windowEvents, windows } from './registry.ts'
import { Missing, strict } from './strict.ts'
import type { App as Surface, Electron } from './surface.ts'

const EVENTS = [
  'activate',
  'before-quit',
  'quit',
  'ready',
  'second-instance',
  'web-contents-created',
  'will-quit',
  'window-all-closed',
]

/** The longest that a timer takes, in ms. */
const LONG = 2 ** 31 - 1

const about = manifest(process.argv[1])

class App extends Emitter implements Surface {
  readonly isPackaged = false
  name = about.productName ?? about.name ?? 'Electron'
  private readonly paths = new Map<string, string>()
  private ready: Promise<void> | undefined
  private quitting = false
  private instance: Instance | undefined

  constructor() {
    super('app', EVENTS)
    appState.userData = () => this.getPath('userData')
    windowEvents.on('created', (contents) => this.emit('web-contents-created', {}, contents))
    windowEvents.on('emptied', () => {
      if (!this.quitting && !this.emit('window-all-closed')) this.quit()
    })
    menuEvents.on('role', (role) => {
      if (role === 'quit') this.quit()
      else for (const window of windows) window.webContents.reload()
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => this.quit())
  }

  whenReady(): Promise<void> {
    this.ready ??= new Promise((resolve) => {
      setImmediate(() => {
        appState.name = this.name
        appState.ready = true
        // A program of Electron's lives until it quits, also while it has no window and only waits for an answer.
        setInterval(() => {}, LONG)
        this.emit('ready', {}, {})
        resolve()
      })
    })
    return this.ready
  }

  isReady(): boolean {
    return appState.ready
  }

  getName(): string {
    return this.name
  }

  getVersion(): string {
    return about.version ?? '0.0.0'
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const path = this.paths.get(name) ?? defaultPath(name, this.name)
    if (path === undefined) throw new Missing(`app.getPath('${name}')`)
    return path
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }

  getPreferredSystemLanguages(): string[] {
    return systemLanguages()
  }

  /** Pages of a browser are in its sandbox anyway. */
  enableSandbox(): void {}

  /** The browser's windows carry the browser's own id in the task bar. */
  setAppUserModelId(): void {}

  requestSingleInstanceLock(): boolean {
    this.instance ??= new Instance(this.getPath('userData'), ({ argv, cwd }) =>
      this.emit('second-instance', {}, argv, cwd, null),
    )
    return this.instance.held
  }

  releaseSingleInstanceLock(): void {
    this.instance?.release()
    this.instance = undefined
  }

  quit(): void {
    if (this.quitting || this.ask('before-quit')) return
    this.quitting = true
    // All are asked, as in Electron: each may have something to save.
    for (const window of [...windows]) window.close()
    if (windows.size > 0) {
      this.quitting = false
      return
    }
    if (this.ask('will-quit')) {
      this.quitting = false
      return
    }
    void closeEngines().finally(() => {
      this.emit('quit', {}, 0)
      this.exit(0)
    })
  }

  exit(code = 0): void {
    this.instance?.release()
    killEngines()
    process.exit(code)
  }
}

export const app: Surface = strict<Surface>('app', new App())
