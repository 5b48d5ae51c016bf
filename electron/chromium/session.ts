import { Emitter } from './emitter.ts'
import { known, strict } from './strict.ts'
import type { Electron, Session, WebRequest } from './surface.ts'

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void

let request: RequestHandler = null
let check: CheckHandler = null
let beforeRequest: BeforeRequest | null = null
let userAgent = ''

/** Electron's permissions that a browser can be told about beforehand, with the browser's names for them. */
const PERMISSIONS = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['audioCapture', 'videoCapture'],
  midi: ['midi'],
  'clipboard-read': ['clipboardReadWrite'],
  'clipboard-sanitized-write': ['clipboardSanitizedWrite'],
  'display-capture': ['displayCapture'],
  'idle-detection': ['idleDetection'],
} as const

type Permission = keyof typeof PERMISSIONS
export type BrowserPermission = (typeof PERMISSIONS)[Permission][number]

/**
 * The permissions that the program's handlers grant, in the browser's names; the browser refuses all others. Electron
 * asks at each request, a browser is told once: so a handler's answer may rest on the permission's name alone.
 */
export function grantedPermissions(contents: Electron.WebContents): BrowserPermission[] {
  const granted = (name: Permission): boolean => {
    let given = true
    const details = { isMainFrame: true, requestingUrl: '' }
    request?.(contents, name, (answer) => (given = answer), details)
    return given && (check?.(contents, name, '', { ...details, requestingUrl: '' }) ?? true)
  }
  return (Object.keys(PERMISSIONS) as Permission[]).flatMap((name) =>
    granted(name) ? PERMISSIONS[name] : [],
  )
}

/** Whether the program lets a request out. Asked before the request's scheme is looked at. */
export async function letsThrough(url: string, method: string): Promise<boolean> {
  const listener = beforeRequest
  if (listener === null) return true
  const details = { url, method } as Electron.OnBeforeRequestListenerDetails
  const { cancel } = await new Promise<Electron.CallbackResponse>((resolve) =>
    listener(details, resolve),
  )
  return cancel !== true
}

export function setUserAgent(text: string): void {
  userAgent = text
}

const webRequest = strict<WebRequest>('webRequest', {
  onBeforeRequest(listener: unknown) {
    beforeRequest = listener as BeforeRequest | null
  },
})

class DefaultSession extends Emitter implements Session {
  constructor() {
    // Never emitted: the engine refuses downloads before they begin.
    super('session', ['will-download'])
  }

  get webRequest(): Electron.WebRequest {
    return webRequest as unknown as Electron.WebRequest
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    request = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    check = handler
  }

  /** No device is ever offered: the profile blocks USB, HID, serial and Bluetooth, whatever a handler says. */
  setDevicePermissionHandler(): void {}

  /** No screen is ever offered. */
  setDisplayMediaRequestHandler(_handler: unknown, options?: object): void {
    known('setDisplayMediaRequestHandler', options, [])
  }

  /** The browser checks spelling with the person's own settings, and cannot fetch a dictionary. */
  setSpellCheckerEnabled(): void {}

  getUserAgent(): string {
    return userAgent
  }
}

const defaultSession: Session = strict<Session>('session', new DefaultSession())

export const session = strict('session', { defaultSession })
