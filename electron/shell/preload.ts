import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Api } from '../../model/contract/api.ts'

// The names of the channels stand in bridge.ts; a sandboxed preload is one file and should stay a small one.
const api: Api = {
  call: (method, input) => ipcRenderer.invoke('call', method, input) as never,
  on(event, listener) {
    const heard = (_event: IpcRendererEvent, name: unknown, payload: unknown): void => {
      if (name === event) listener(payload as never)
    }
    ipcRenderer.on('event', heard)
    return () => void ipcRenderer.off('event', heard)
  },
}

contextBridge.exposeInMainWorld('afterword', api)
