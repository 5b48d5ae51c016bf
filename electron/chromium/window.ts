import { WebContents } from './contents.ts'
import { Emitter } from './emitter.ts'
import { engineFor } from './engine.ts'
import type { Display } from './launch.ts'
import { Page, type PageOwner } from './page.ts'
import { HEADLESS, appState, windowEvents, windows } from './registry.ts'
import { grantedPermissions } from './session.ts'
import { Missing, known, strict } from './strict.ts'
import type { BrowserWindow as Surface, Electron } from './surface.ts'

const EVENTS = ['blur', 'close', 'closed', 'focus']

const OPTIONS = [
  'backgroundColor',
  'height',
  'icon', // a browser's window shows the browser's own
  'minHeight', // a browser's window has its own least size
  'minWidth',
  'show',
  'title',
  'webPreferences',
  'width',
]

/** What a page of a browser is anyway. Anything else would be a promise that is not kept. */
const PREFERENCES: Readonly<Record<string, unknown>> = {
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
}
const FREE_PREFERENCES = ['preload', 'javascript', 'spellcheck', 'disableDialogs', 'partition']

function check(options: Electron.BrowserWindowConstructorOptions): void {
  known('BrowserWindow', options, OPTIONS)
  const preferences = options.webPreferences ?? {}
  known('webPreferences', preferences, [...Object.keys(PREFERENCES), ...FREE_PREFERENCES])
  for (const [name, value] of Object.entries(preferences))
    if (name in PREFERENCES && PREFERENCES[name] !== value)
      throw new Missing(`webPreferences ${name}: ${String(value)}`)
}

let next = 1
/** The window that the person works in, or worked in last while another program has the screen. */
let focused: BrowserWindow | undefined
const pages = new WeakMap<object, () => Page | undefined>()

/** The page behind a window, for what belongs to the window but not to Electron's API. */
export const pageOf = (window: object): Page | undefined => pages.get(window)?.()

export class BrowserWindow extends Emitter implements Surface {
  static getAllWindows(): Electron.BrowserWindow[] {
    return [...windows] as unknown as Electron.BrowserWindow[]
  }

  static getFocusedWindow(): Electron.BrowserWindow | null {
    return (focused ?? null) as unknown as Electron.BrowserWindow | null
  }

  readonly id = next++
  private readonly options: Electron.BrowserWindowConstructorOptions
  private readonly contents: WebContents
  private readonly face: BrowserWindow
  private readonly display: Display
  private page: Page | undefined
  private opening: Promise<Page> | undefined
  private url = ''
  private destroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS)
    if (!appState.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    check(options)
    this.options = options
    this.display = HEADLESS || options.show === false ? 'none' : 'screen'
    this.contents = new WebContents({
      page: () => this.page,
      isDestroyed: () => this.destroyed,
      loadAgain: () => void this.loadURL(this.url).catch(() => {}),
    })
    this.face = strict<BrowserWindow>('BrowserWindow', this)
    for (const one of [this, this.face]) pages.set(one, () => this.page)
    windows.add(this.face)
    windowEvents.emit('created', this.contents.face)
    return this.face
  }

  get webContents(): Electron.WebContents {
    return this.contents.face
  }

  async loadURL(url: string, options?: Electron.LoadURLOptions): Promise<void> {
    known('loadURL', options, [])
    this.url = url
    const page = await this.there()
    await page.load(url)
  }

  /** The page, in an engine that is started or started again as needed. */
  private async there(): Promise<Page> {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    if (this.page?.engine.running) return this.page
    this.opening ??= this.open().finally(() => (this.opening = undefined))
    return this.opening
  }

  private async open(): Promise<Page> {
    const {
      title = appState.name,
      backgroundColor = 'white',
      width = 800,
      height = 600,
    } = this.options
    const shown = this.display === 'screen'
    const first = { title, background: backgroundColor, width, height }
    const { engine, fresh } = await engineFor({
      display: this.display,
      userData: appState.userData(),
      permissions: grantedPermissions(this.contents.face),
      ...(shown ? { first } : {}),
    })
    // A window each: a page that joined another's as a tab could be asked for while that one is closing.
    const own = { url: 'about:blank', newWindow: true, width, height }
    let targetId: string
    if (!shown) ({ targetId } = await engine.root.send('Target.createTarget', own))
    else targetId = fresh ? await engine.firstPage() : await engine.nextPage(first)
    const { preload, javascript = true } = this.options.webPreferences ?? {}
    const page = new Page(engine, targetId, this.owner(), { preload, javascript })
    await page.attach()
    if (this.destroyed) {
      await page.close()
      throw new TypeError('Object has been destroyed')
    }
    this.page = page
    this.becameFocused()
    return page
  }

  private owner(): PageOwner {
    const { contents } = this
    return {
      contents: contents.face,
      wantsToNavigate: (url, frame, main) => contents.navigating(url, frame, main),
      wantsToOpen: (url) => contents.opening(url),
      focused: () => this.becameFocused(),
      wantsToClose: () => !this.destroyed && this.ask('close'),
      loaded: () => contents.emit('did-finish-load', {}),
      said: (level, message) => contents.emit('console-message', { level, message }),
      lost: (how) => this.lost(how),
    }
  }

  private lost(how: 'closed' | 'crashed'): void {
    if (this.destroyed) return
    if (how === 'closed') return this.gone()
    if (!this.page?.engine.running) this.page = undefined
    const details = { reason: 'crashed', exitCode: 1 }
    this.contents.emit('render-process-gone', {}, details)
  }

  private gone(): void {
    if (this.destroyed) return
    this.destroyed = true
    windows.delete(this.face)
    if (focused === this.face) focused = undefined
    this.contents.emit('destroyed')
    this.emit('closed')
    if (windows.size === 0) windowEvents.emit('emptied')
  }

  close(): void {
    if (!this.destroyed && !this.ask('close')) this.destroy()
  }

  destroy(): void {
    const { page } = this
    this.gone()
    void page?.close()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isFocused(): boolean {
    return focused === this.face
  }

  private becameFocused(): void {
    if (this.destroyed || focused === this.face) return
    focused?.emit('blur')
    focused = this.face
    this.emit('focus')
  }

  /** The browser does not say so at once; `focus` brings a minimized window back by itself. */
  isMinimized(): boolean {
    return false
  }

  restore(): void {
    this.focus()
  }

  show(): void {
    this.focus()
  }

  focus(): void {
    this.becameFocused()
    // A window that goes away in between needs no focus.
    void this.bringForward().catch(() => {})
  }

  private async bringForward(): Promise<void> {
    const { page } = this
    if (page === undefined || this.display === 'none') return
    const { root } = page.engine
    const { targetId } = page
    const { windowId, bounds } = await root.send('Browser.getWindowForTarget', { targetId })
    if (bounds.windowState === 'minimized')
      await root.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } })
    await page.session.send('Page.bringToFront')
  }
}
