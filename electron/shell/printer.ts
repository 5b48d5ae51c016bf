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

/**
 * Prints a complete HTML page to PDF in a hidden window. Errors: CANCELLED when the signal comes first, PRINT_FAILED
 * with the reason.
 */
export async function printPage(html: string, signal: AbortSignal): Promise<Result<Uint8Array>> {
  if (signal.aborted) return fail('CANCELLED')
  const page = holdPrintPage(html)
  const window = new BrowserWindow({ show: false, webPreferences: PREFERENCES })
  const stop = () => window.destroy()
  signal.addEventListener('abort', stop)
  try {
    await window.loadURL(page.url)
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return ok(new Uint8Array(await window.webContents.printToPDF(OPTIONS)))
  } catch (error) {
    if (signal.aborted) return fail('CANCELLED')
    return fail('PRINT_FAILED', { why: error instanceof Error ? error.message : String(error) })
  } finally {
    signal.removeEventListener('abort', stop)
    page.release()
    if (!window.isDestroyed()) window.destroy()
  }
}
