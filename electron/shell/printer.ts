import { BrowserWindow } from 'electron'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { holdPrintPage } from './print-pages.ts'

/** Everything else about the page stands in its stylesheet. */
const OPTIONS = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

/**
 * Scripts of the page cannot run: its content security policy has none. They are not turned off in the preferences as
 * well, because our own wait for the fonts is a script too.
 */
const PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  disableDialogs: true,
} as const

/** The page is laid out on paper alone, so that nothing has asked for its fonts before; one that is broken is left out. */
const FONTS =
  'Promise.allSettled(Array.from(document.fonts, (face) => face.load())).then(() => true)'

/** How long a window waits for the next page, in ms. */
const PATIENCE = 10_000

/** Windows without a page to print, each with what ends its wait: to open one costs more than to print in it. */
const idle = new Map<BrowserWindow, NodeJS.Timeout>()

function forget(window: BrowserWindow): void {
  clearTimeout(idle.get(window))
  idle.delete(window)
  if (!window.isDestroyed()) window.destroy()
}

function take(): BrowserWindow {
  for (const [window, timer] of idle) {
    clearTimeout(timer)
    idle.delete(window)
    if (!window.isDestroyed()) return window
  }
  const window = new BrowserWindow({ show: false, webPreferences: PREFERENCES })
  // Not at once: Electron is still telling of it.
  window.webContents.on('render-process-gone', () => setImmediate(forget, window))
  return window
}

/** Closes the windows that wait for a page: a program whose last window is closed must not wait for them. */
export function closePrintWindows(): void {
  for (const window of idle.keys()) forget(window)
}

async function printIn(window: BrowserWindow, url: string): Promise<Buffer> {
  await window.loadURL(url)
  await window.webContents.executeJavaScript(FONTS)
  return window.webContents.printToPDF(OPTIONS)
}

/**
 * Prints a complete HTML page to PDF in a hidden window. Errors: CANCELLED when the signal comes first, PRINT_FAILED
 * with the reason.
 */
export async function printPage(html: string, signal: AbortSignal): Promise<Result<Uint8Array>> {
  if (signal.aborted) return fail('CANCELLED')
  const page = holdPrintPage(html)
  const window = take()
  const stop = () => forget(window)
  // What is asked of a page that goes may never be answered, so whoever waits for it hears of its end.
  let lost = (): void => {}
  const end = new Promise<never>((_, reject) => {
    lost = () => reject(new Error('The page was closed'))
  })
  window.once('closed', lost)
  signal.addEventListener('abort', stop)
  try {
    const printed = await Promise.race([end, printIn(window, page.url)])
    if (!window.isDestroyed())
      idle.set(
        window,
        setTimeout(() => forget(window), PATIENCE),
      )
    return ok(new Uint8Array(printed))
  } catch (error) {
    forget(window)
    if (signal.aborted) return fail('CANCELLED')
    return fail('PRINT_FAILED', { why: error instanceof Error ? error.message : String(error) })
  } finally {
    signal.removeEventListener('abort', stop)
    window.removeListener('closed', lost)
    page.release()
  }
}
