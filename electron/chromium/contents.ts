import { Emitter } from './emitter.ts'
import { Frame } from './frame.ts'
import type { Page } from './page.ts'
import { Missing, known, strict } from './strict.ts'
import type { Electron, WebContents as Surface } from './surface.ts'

const EVENTS = [
  'console-message',
  'destroyed',
  'did-finish-load',
  'render-process-gone',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
]

/** Page size and margins are `@page`'s in the stylesheet: one place for both engines. */
const PRINT_OPTIONS = [
  'generateDocumentOutline',
  'generateTaggedPDF',
  'pageRanges',
  'preferCSSPageSize',
  'printBackground',
]

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** How a window's contents reach its page, which comes and goes with the engine. */
export interface Holder {
  page(): Page | undefined
  isDestroyed(): boolean
  loadAgain(): void
}

let next = 1

export class WebContents extends Emitter implements Surface {
  readonly id = next++
  readonly face: Electron.WebContents
  private readonly holder: Holder
  private openHandler: OpenHandler = () => ({ action: 'deny' })

  constructor(holder: Holder) {
    super('webContents', EVENTS)
    this.holder = holder
    this.face = strict('webContents', this as Emitter) as unknown as Electron.WebContents
  }

  get mainFrame(): Electron.WebFrameMain {
    return (this.holder.page()?.frames.main ?? new Frame(null)).face
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.holder.isDestroyed()
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** A page asks for a window. There are none but the program's own: an answer other than `deny` is refused. */
  opening(url: string): void {
    const answer = this.openHandler({
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    } as Electron.HandlerDetails)
    if (answer.action !== 'deny') throw new Missing('windows that a page opens')
  }

  /** True where a listener refused. */
  navigating(url: string, frame: Electron.WebFrameMain | null, isMainFrame: boolean): boolean {
    const details = { url, frame, isMainFrame, isSameDocument: false }
    const refused = this.ask('will-frame-navigate', details)
    return isMainFrame ? this.ask('will-navigate', details, url) || refused : refused
  }

  send(channel: string, ...args: unknown[]): void {
    // Electron drops what it sends to a page that is going away.
    this.holder
      .page()
      ?.tell('push', channel, args)
      .catch(() => {})
  }

  reload(): void {
    this.holder.loadAgain()
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this.page().evaluate(code, userGesture)
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    known('printToPDF', options, PRINT_OPTIONS)
    const page = this.page()
    // A browser with windows cannot print a page that is not on its screen, and prints no page to a file.
    if (page.engine.display !== 'none') throw new Missing('printToPDF of a window that is shown')
    const { pageRanges, ...same } = options
    const { data } = await page.session.send('Page.printToPDF', {
      ...(same as object),
      ...(typeof pageRanges === 'string' ? { pageRanges } : {}),
    })
    return Buffer.from(data, 'base64')
  }

  private page(): Page {
    const page = this.holder.page()
    if (page === undefined) throw new Error('The page is not there')
    return page
  }
}
