import { readFileSync } from 'node:fs'
import type { Protocol } from 'devtools-protocol'
import type { CdpSession } from './connection.ts'
import type { Engine, Tenant } from './engine.ts'
import { Frames } from './frames.ts'
import { invoke } from './ipc.ts'
import { menuEvents, menuKeys, runCommand } from './menu.ts'
import { BINDING, PORT, preludeSource, type Said } from './prelude.ts'
import { inward, outward } from './scheme.ts'
import type { Electron } from './surface.ts'

export interface PageOptions {
  readonly preload?: string | undefined
  readonly javascript: boolean
}

/** The program's side of a page: what happens in it, and what may. */
export interface PageOwner {
  readonly contents: Electron.WebContents
  /** True where a listener refused. */
  wantsToNavigate(url: string, frame: Electron.WebFrameMain | null, main: boolean): boolean
  wantsToOpen(url: string): void
  /** The person went to the window. */
  focused(): void
  /** The person pressed the window's close button. True where a listener refused. */
  wantsToClose(): boolean
  loaded(): void
  said(level: string, message: string): void
  lost(how: 'closed' | 'crashed'): void
}

/** One page in a running engine, from the moment that its target is there until it or the engine is gone. */
export class Page implements Tenant {
  readonly engine: Engine
  readonly targetId: string
  private readonly owner: PageOwner
  private readonly options: PageOptions
  session!: CdpSession
  frames!: Frames
  /** The address that the program itself asked for. */
  private expected = ''
  /** A document is about to be replaced: a question before unloading is not the close button's. */
  private leaving = false
  /** Where the page's own script asked to go, and the document that stands there without anybody being asked. */
  private straying: string | undefined
  private astray: { readonly url: string; readonly loaderId: string } | undefined
  private script: string | undefined
  /** The browser's id of the program's document that stands in the page. */
  private document: string | undefined
  private readonly finished = new Set<string>()

  constructor(engine: Engine, targetId: string, owner: PageOwner, options: PageOptions) {
    this.engine = engine
    this.targetId = targetId
    this.owner = owner
    this.options = options
    engine.tenants.set(targetId, this)
  }

  /** Puts the bridge in, before the page's first document. */
  async attach(): Promise<void> {
    const { root } = this.engine
    const { targetId } = this
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
    this.session = this.engine.connection.session(sessionId)
    this.frames = new Frames(this.session, targetId)
    this.listen()
    const { session } = this
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Inspector.enable'),
      session.send('Log.enable'),
      ...(this.options.javascript
        ? [session.send('Runtime.addBinding', { name: BINDING }), this.install()]
        : [session.send('Emulation.setScriptExecutionDisabled', { value: true })]),
    ])
  }

  private listen(): void {
    const { session, owner } = this
    session.listen('Runtime.bindingCalled', (event) => {
      if (event.name === BINDING) void this.heard(event)
    })
    session.listen('Inspector.targetCrashed', () => owner.lost('crashed'))
    session.listen('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (name === 'load' && loaderId === this.astray?.loaderId) this.bringBack(this.astray.url)
      // The browser's own first page loads too, and says so again when somebody begins to listen.
      if (name !== 'load' || loaderId !== this.document || !this.frames.isMain(frameId)) return
      this.finished.add(loaderId)
      session.emit('standin.load')
      owner.loaded()
    })
    session.listen('Page.frameRequestedNavigation', ({ frameId, disposition, url }) => {
      if (!this.frames.isMain(frameId) || disposition !== 'currentTab') return
      this.leaving = true
      this.straying = url
    })
    session.listen('Page.frameNavigated', ({ frame }) => {
      if (!this.frames.isMain(frame.id)) return
      this.leaving = false
      this.document = inward(frame.url) === frame.url ? undefined : frame.loaderId
      const unasked = this.document === undefined && this.straying === frame.url
      this.astray = unasked ? frame : undefined
      this.straying = undefined
    })
    session.listen('Page.frameStoppedLoading', ({ frameId }) => {
      if (this.frames.isMain(frameId)) this.leaving = false
    })
    session.listen('Page.javascriptDialogOpening', ({ type }) => {
      // Electron shows alerts; here they are closed, as there is no use for them in a program.
      const accept = type === 'beforeunload' && (this.leaving || !owner.wantsToClose())
      session.send('Page.handleJavaScriptDialog', { accept }).catch(() => {})
    })
    session.listen('Runtime.consoleAPICalled', ({ type, args }) =>
      owner.said(type, args.map((one) => String(one.value ?? one.description ?? '')).join(' ')),
    )
    session.listen('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) =>
      owner.said('error', exception?.description ?? text),
    )
    session.listen('Log.entryAdded', ({ entry: { level, text, url } }) =>
      owner.said(level, url === undefined ? text : `${text} ${inward(url)}`),
    )
    const renew = () => void this.renewKeys()
    menuEvents.on('changed', renew)
    this.engine.connection.once('closed', () => menuEvents.off('changed', renew))
  }

  /** A document that needs no request, as `about:blank`, is there before anybody can be asked. */
  private bringBack(url: string): void {
    this.astray = undefined
    if (this.owner.wantsToNavigate(url, this.frames.main.face, true))
      this.load(this.expected).catch(() => {})
  }

  private async install(): Promise<void> {
    const { session, options, script } = this
    const preload = options.preload === undefined ? '' : readFileSync(options.preload, 'utf8')
    const source = preludeSource(preload, menuKeys())
    const added = await session.send('Page.addScriptToEvaluateOnNewDocument', { source })
    this.script = added.identifier
    if (script !== undefined)
      await session.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: script })
  }

  private async renewKeys(): Promise<void> {
    if (!this.options.javascript || !this.engine.running) return
    try {
      await this.install()
      await this.tell('keys', menuKeys())
    } catch {
      // The page went away; its next document gets the keys with its prelude.
    }
  }

  private async heard(event: Protocol.Runtime.BindingCalledEvent): Promise<void> {
    const frame = this.frames.speaking(event.executionContextId)
    const said = JSON.parse(event.payload) as Said
    if (said.kind === 'invoke') return this.invoked(said, event.executionContextId)
    if (frame !== this.frames.main) return
    if (said.kind === 'open') this.owner.wantsToOpen(inward(said.url))
    else if (said.kind === 'leave') this.owner.wantsToNavigate(said.url, frame.face, true)
    else if (said.kind === 'focus') this.owner.focused()
    else if (said.kind === 'key') {
      this.owner.focused()
      runCommand(said.command)
    }
  }

  private async invoked(
    { id, channel, args }: Extract<Said, { kind: 'invoke' }>,
    contextId: number,
  ): Promise<void> {
    const frame = this.frames.speaking(contextId)
    const event = {
      sender: this.owner.contents,
      senderFrame: frame?.face ?? null,
    } as Electron.IpcMainInvokeEvent
    let answer: readonly [boolean, unknown]
    try {
      answer = [true, await invoke(channel, event, args)]
    } catch (error) {
      answer = [false, `Error invoking remote method '${channel}': ${String(error)}`]
    }
    // A page that is gone by now needs no answer.
    await this.tell('settle', id, ...answer).catch(() => {})
  }

  /** Calls a function of the port in the page's main document. */
  async tell(name: 'settle' | 'push' | 'keys', ...args: unknown[]): Promise<void> {
    const list = args.map((one) => JSON.stringify(one) ?? 'undefined').join(',')
    await this.session.send('Runtime.evaluate', {
      expression: `globalThis.${PORT}?.${name}(${list})`,
    })
  }

  admits(frameId: string, url: string): boolean {
    const main = this.frames.isMain(frameId)
    if (main && url === this.expected) return true
    const frame = this.frames.get(frameId)?.face ?? null
    const admitted = !this.owner.wantsToNavigate(url, frame, main)
    if (main && !admitted) this.leaving = false
    return admitted
  }

  holds(frameId: string): boolean {
    return this.frames?.has(frameId) ?? false
  }

  lost(how: 'closed' | 'crashed'): void {
    this.session?.emit('standin.load')
    this.owner.lost(how)
  }

  /** Resolves when the page has fired `load`. Rejects where it cannot be loaded. */
  async load(url: string): Promise<void> {
    this.expected = url
    this.leaving = true
    const { errorText, loaderId } = await this.session.send('Page.navigate', { url: outward(url) })
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`)
    while (loaderId !== undefined && !this.finished.has(loaderId)) {
      if (this.engine.tenants.get(this.targetId) !== this)
        throw new Error(`ERR_FAILED loading '${url}'`)
      await new Promise((resolve) => this.session.once('standin.load', resolve))
    }
    // So that there is no way back to the browser's own first page. The page has come: where it is gone again by now, that is
    // told as such, and no fault of loading it.
    await this.session.send('Page.resetNavigationHistory').catch(() => {})
  }

  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  async close(): Promise<void> {
    this.engine.tenants.delete(this.targetId)
    this.session?.emit('standin.load')
    await this.engine.root.send('Target.closeTarget', { targetId: this.targetId }).catch(() => {})
  }
}
