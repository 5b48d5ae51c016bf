import type { BrowserWindow, IpcMainInvokeEvent, WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import { isTrusted } from '../../electron/shell/sender.ts'

const contents = { id: 1 } as unknown as BrowserWindow['webContents']
const window = { webContents: contents, isDestroyed: () => false }
const frame = (url: string, parent: WebFrameMain | null = null): WebFrameMain =>
  ({ url, parent }) as unknown as WebFrameMain
const from = (senderFrame: WebFrameMain | null, sender = contents) =>
  ({ sender, senderFrame }) as IpcMainInvokeEvent
const ours = frame('app://afterword/')

test('the main frame of the window at our own page is heard', () => {
  expect(isTrusted(from(ours), window)).toBe(true)
})

test.each([
  ['a frame that is gone', from(null), window],
  ['a frame within the page', from(frame('app://afterword/preview/a/nl', ours)), window],
  ['another page in the window', from(frame('https://example.com/')), window],
  ['a page that begins like ours', from(frame('app://afterword.example.com/')), window],
  ['a printed page', from(frame('app://print/1')), window],
  ['an empty page', from(frame('about:blank')), window],
  ['another window', from(ours, { id: 2 } as unknown as BrowserWindow['webContents']), window],
  ['a window that is closing', from(ours), { ...window, isDestroyed: () => true }],
  ['no window', from(ours), undefined],
])('%s is not', (_, event, target) => {
  expect(isTrusted(event, target)).toBe(false)
})
