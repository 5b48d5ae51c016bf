import { basename } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { FileRequest, Ports } from '../app/ports.ts'

/** The person's own dialogs, over the window. They only ever answer with a path; nothing is read or written here. */
export function createDialogs(window: () => BrowserWindow | undefined): Ports['dialogs'] {
  const filters = ({ extensions }: FileRequest) => [
    { name: extensions.map((one) => `*.${one}`).join(', '), extensions: [...extensions] },
  ]
  return {
    async save(request) {
      const owner = window()
      if (owner === undefined) return null
      const { canceled, filePath } = await dialog.showSaveDialog(owner, {
        filters: filters(request),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
        ...(request.defaultName === undefined
          ? {}
          : // The name may come from a document's title: only its last part is a name.
            { defaultPath: basename(request.defaultName) }),
      })
      return canceled ? null : filePath
    },
    async open(request) {
      const owner = window()
      if (owner === undefined) return null
      const { filePaths } = await dialog.showOpenDialog(owner, {
        filters: filters(request),
        properties: ['openFile'],
      })
      return filePaths[0] ?? null
    },
    async folder() {
      const owner = window()
      if (owner === undefined) return null
      const { filePaths } = await dialog.showOpenDialog(owner, {
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },
  }
}
