/**
 * Holds what the stand-in offers against Electron's own declarations. Nothing here runs: where a member is not
 * Electron's, or has another signature, the type check fails.
 */
import type { Electron } from './surface.ts'
import type * as StandIn from './electron.ts'

/** Every member is one of Electron's, and can stand where Electron's stands. */
type Held<Ours, Theirs> =
  Exclude<keyof Ours, keyof Theirs> extends never
    ? Ours extends Pick<Theirs, keyof Ours & keyof Theirs>
      ? true
      : ['has another signature than', Theirs]
    : ['has members that are not in', Theirs, Exclude<keyof Ours, keyof Theirs>]

/** An emitter's own methods are Node's on both sides, and `ask` is ours. */
type Members<T> = Omit<T, keyof NodeJS.EventEmitter>

type Instance = InstanceType<typeof StandIn.BrowserWindow>

export const held: {
  readonly modules: Exclude<
    keyof typeof StandIn,
    keyof typeof Electron | 'module.exports'
  > extends never
    ? true
    : false
  readonly app: Held<typeof StandIn.app, Electron.App>
  readonly dialog: Held<typeof StandIn.dialog, Electron.Dialog>
  readonly ipcMain: Held<typeof StandIn.ipcMain, Electron.IpcMain>
  readonly menu: Held<
    Pick<typeof StandIn.Menu, 'buildFromTemplate' | 'setApplicationMenu'>,
    typeof Electron.Menu
  >
  readonly protocol: Held<typeof StandIn.protocol, Electron.Protocol>
  readonly safeStorage: Held<typeof StandIn.safeStorage, Electron.SafeStorage>
  readonly session: Held<typeof StandIn.session.defaultSession, Electron.Session>
  readonly shell: Held<typeof StandIn.shell, Electron.Shell>
  readonly window: Held<Members<Instance>, Electron.BrowserWindow>
  readonly windows: Held<
    Pick<typeof StandIn.BrowserWindow, 'getAllWindows' | 'getFocusedWindow'>,
    typeof Electron.BrowserWindow
  >
  readonly contents: Held<Instance['webContents'], Electron.WebContents>
} = {
  modules: true,
  app: true,
  dialog: true,
  ipcMain: true,
  menu: true,
  protocol: true,
  safeStorage: true,
  session: true,
  shell: true,
  window: true,
  windows: true,
  contents: true,
}
