/**
 * What a program gets when it imports `electron` on the stand-in: those members of Electron's API that `surface.ts`
 * names, carried out on an installed Chromium. A member that is missing throws.
 */
export { app } from './app.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc.ts'
export { Menu } from './menu.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'
export { shell } from './shell.ts'
export { BrowserWindow } from './window.ts'
