import type { Session } from 'electron'
import { SCHEME } from './address.ts'

/** The one thing that a page of ours needs asking for: to copy text that the person has marked. */
const GRANTED = new Set(['clipboard-sanitized-write'])
const LOCAL = new Set([`${SCHEME}:`, 'data:', 'blob:', 'devtools:'])

/** Refuses pages everything that reaches beyond them: devices, screens, permissions, downloads, the network. */
export function restrict(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, done) =>
    done(GRANTED.has(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, done) => done({}))
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, done) =>
    done({ cancel: !URL.canParse(url) || !LOCAL.has(new URL(url).protocol) }),
  )
  // Elsewhere Electron would fetch its dictionaries from a host of its own; macOS has them.
  session.setSpellCheckerEnabled(process.platform === 'darwin')
}
