import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { isOurs } from './address.ts'

/**
 * Only the main frame of our own window, at our own page, may call. Whatever is not certain is no: a frame that is
 * gone, a window that is closing, an address that only begins like ours.
 */
export function isTrusted(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: Pick<BrowserWindow, 'isDestroyed' | 'webContents'> | undefined,
): boolean {
  if (window === undefined || window.isDestroyed() || sender !== window.webContents) return false
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}
