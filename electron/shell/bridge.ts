import { ipcMain, type BrowserWindow } from 'electron'
import type { Method } from '../../model/contract/calls.ts'
import { EVENTS, type EventName } from '../../model/contract/events.ts'
import { fail, type Result } from '../../model/errors/result.ts'
import type { Core } from '../app/ports.ts'
import { isTrusted } from './sender.ts'
import type { AppWindow, Windows } from './windows.ts'

/** The two channels between window and core. */
export const CALL_CHANNEL = 'call'
export const EVENT_CHANNEL = 'event'

export interface BridgeOptions {
  readonly windows: Windows
  readonly core: Core
  /** Called after a call of the window has succeeded, with what it asked. */
  readonly done: (method: Method, input: unknown, from: AppWindow) => void
}

/** Opens the bridge between windows and core. What crosses it, and its size, the core's dispatch checks. */
export function openBridge({ windows, core, done }: BridgeOptions): void {
  ipcMain.handle(
    CALL_CHANNEL,
    async (event, method: unknown, input: unknown): Promise<Result<unknown>> => {
      // Before anything waits: the sender's frame is only certain now.
      const from = windows.of(event.sender)
      if (from === undefined || !isTrusted(event, from.window)) return fail('CALL_FORBIDDEN')
      const result = await core.call(method as Method, input as never, 'window')
      if (result.ok) done(method as Method, input, from)
      return result
    },
  )
  for (const name of Object.keys(EVENTS) as EventName[])
    core.on(name, (payload) => {
      for (const { window } of windows.all()) sendEvent(window, name, payload)
    })
}

export function sendEvent(
  window: BrowserWindow | undefined,
  name: EventName,
  payload: object,
): void {
  if (window !== undefined && !window.isDestroyed())
    window.webContents.send(EVENT_CHANNEL, name, payload)
}
