import { app } from './app.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc.ts'
import { Menu } from './menu.ts'
import { protocol } from './protocol.ts'
import { safeStorage } from './safe-storage.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { strict } from './strict.ts'
import { BrowserWindow } from './window.ts'

/** What `require('electron')` gives: also a module of Electron's that is missing throws. */
const electron = strict('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  session,
  shell,
})

/**
 * What a program gets when it imports `electron` on the stand-in: those members of Electron's API that `surface.ts`
 * names, carried out on an installed Chromium.
 */
export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session, shell }
export { electron as 'module.exports' }
