import { BrowserWindow } from 'electron'
import { PRELOAD_FILE } from './assets.ts'

/** One of the app's windows. It is created visible, so that something is there while the page loads. */
export function createWindow(title: string): BrowserWindow {
  return new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    title,
    backgroundColor: '#ecf0f1',
    webPreferences: {
      preload: PRELOAD_FILE,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform === 'darwin',
    },
  })
}

/** How often a page may crash within this time, in ms, before starting it again is no help. */
const CRASHES = 3
const SPAN = 60_000

/** Loads the window's page, and again whenever its process is gone. `givenUp` when that does not help. */
export async function loadWindow(
  window: BrowserWindow,
  address: string,
  givenUp: () => void,
): Promise<void> {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', () => {
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < SPAN), now]
    if (window.isDestroyed()) return
    if (crashes.length > CRASHES) givenUp()
    // Not within the event: the process is still being cleared away.
    else setImmediate(() => !window.isDestroyed() && window.webContents.reload())
  })
  await window.loadURL(address)
}
