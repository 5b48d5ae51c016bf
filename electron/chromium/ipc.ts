import { strict } from './strict.ts'
import type { Electron, IpcMain } from './surface.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

export const ipcMain: IpcMain = strict<IpcMain>('ipcMain', {
  handle(channel, listener) {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, listener)
  },
  removeHandler(channel) {
    handlers.delete(channel)
  },
})

/** Carries a page's call to the program. Rejects as Electron does, with a message alone. */
export async function invoke(
  channel: string,
  event: Electron.IpcMainInvokeEvent,
  args: unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  try {
    return await handler(event, ...args)
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    throw error
  }
}
