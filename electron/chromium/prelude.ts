import type { Key } from './accelerator.ts'

/** What the page tells the host through the binding. */
export type Said =
  | {
      readonly kind: 'invoke'
      readonly id: number
      readonly channel: string
      readonly args: unknown[]
    }
  | { readonly kind: 'open' | 'leave'; readonly url: string }
  | { readonly kind: 'key'; readonly command: number }
  | { readonly kind: 'focus' }

/** The host's end in the page: not enumerable, not replaceable. */
export const PORT = '__standin'
/** The browser's end; the prelude takes it away before any other script runs. */
export const BINDING = '__standinSend'

export interface PreludeOptions {
  readonly port: string
  readonly binding: string
  readonly keys: readonly Key[]
}

interface PageEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
  composedPath(): { tagName?: string; href?: unknown; target?: string; protocol?: string }[]
  readonly key: string
  readonly code: string
  readonly button: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** The few members of a page that the prelude touches. */
interface PageGlobal {
  [name: string]: unknown
  readonly top: unknown
  readonly location: { readonly hostname: string; readonly href: string }
  open(url?: string): unknown
  addEventListener(type: string, listener: (event: PageEvent) => void): void
}

type Module = { exports: unknown }
type Preload = (exports: unknown, require: (name: string) => unknown, module: Module) => void

/**
 * Runs in each document before the document's own scripts, as text: it may use nothing from outside of itself. It
 * gives the preload bundle an `electron` to require, so that the bundle runs as it does in Electron.
 */
function prelude(page: PageGlobal, options: PreludeOptions, preload: Preload): void {
  const send = page[options.binding] as (text: string) => void
  delete page[options.binding]
  if (page.top !== page || !page.location.hostname.endsWith('.localhost')) return

  const say = (said: object): void => send(JSON.stringify(said))
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >()
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>()
  let keys = options.keys
  let next = 0

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        const id = ++next
        waiting.set(id, { resolve, reject })
        say({ kind: 'invoke', id, channel, args })
      })
    },
    on(channel: string, listener: (event: object, ...args: unknown[]) => void) {
      const set = listeners.get(channel) ?? new Set()
      listeners.set(channel, set.add(listener))
      return ipcRenderer
    },
    off(channel: string, listener: (event: object, ...args: unknown[]) => void) {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
  }

  const port = {
    settle(id: number, good: boolean, value: unknown): void {
      const one = waiting.get(id)
      waiting.delete(id)
      if (good) one?.resolve(value)
      else one?.reject(new Error(String(value)))
    },
    push(channel: string, args: unknown[]): void {
      for (const listener of [...(listeners.get(channel) ?? [])])
        listener({ sender: ipcRenderer }, ...args)
    },
    keys(changed: readonly Key[]): void {
      keys = changed
    },
  }
  Object.defineProperty(page, options.port, { value: Object.freeze(port) })

  const frozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
    return Object.freeze(value)
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown): void => {
      Object.defineProperty(page, name, { value: frozen(value), enumerable: true })
    },
  }

  page.open = (url = '') => {
    say({ kind: 'open', url: String(new URL(url, page.location.href)) })
    return null
  }
  // A link that the browser would open in a window of its own, or hand to another program, goes to the host first.
  const follow = (event: PageEvent): void => {
    const link = event.composedPath().find(({ tagName }) => tagName === 'A')
    if (event.defaultPrevented || typeof link?.href !== 'string' || link.href === '') return
    const aside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    if (aside || (link.target !== undefined && link.target !== '' && link.target !== '_self')) {
      event.preventDefault()
      say({ kind: 'open', url: link.href })
    } else if (link.protocol !== 'https:' && link.protocol !== 'http:') {
      event.preventDefault()
      say({ kind: 'leave', url: link.href })
    }
  }
  page.addEventListener('click', follow)
  page.addEventListener('auxclick', follow)
  page.addEventListener('focus', () => say({ kind: 'focus' }))
  // Makes the window's own close button ask the host, once the person has touched the page.
  page.addEventListener('beforeunload', (event) => event.preventDefault())
  // After the page: what it has taken for itself is not a command of the menu.
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return
    const found = keys.find(
      (one) =>
        (one.key === event.key.toLowerCase() || (one.code !== '' && one.code === event.code)) &&
        one.ctrl === event.ctrlKey &&
        one.meta === event.metaKey &&
        one.shift === event.shiftKey &&
        one.alt === event.altKey,
    )
    if (found === undefined) return
    event.preventDefault()
    say({ kind: 'key', command: found.command })
  })

  const module: Module = { exports: {} }
  const require = (name: string): unknown => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`A sandboxed preload cannot require ${name}`)
  }
  preload(module.exports, require, module)
}

/** The source of the script for a window with this preload bundle. */
export function preludeSource(preload: string, keys: readonly Key[]): string {
  const options: PreludeOptions = { port: PORT, binding: BINDING, keys }
  return `(${prelude.toString()})(globalThis, ${JSON.stringify(options)}, function (exports, require, module) {
${preload}
})`
}
