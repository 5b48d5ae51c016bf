import { mkdirSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from './page.ts'
import type { Electron } from './surface.ts'

/**
 * The browser's own choosers, whose paths DevTools tells. The File System Access pickers would not do: they abort
 * wherever a browser is automated.
 */
export async function chooseFiles(
  page: Page,
  { filters, properties }: Electron.OpenDialogOptions,
): Promise<string[]> {
  const { session } = page
  const extensions = (filters ?? []).flatMap((one) => one.extensions)
  const input = {
    type: 'file',
    accept: extensions.includes('*') ? '' : extensions.map((one) => `.${one}`).join(','),
    multiple: properties?.includes('multiSelections') ?? false,
  }
  const { result } = await session.send('Runtime.evaluate', {
    userGesture: true, // a page may only open a chooser when the person has just acted
    awaitPromise: true,
    expression: `new Promise((done) => {
      const input = Object.assign(document.createElement('input'), ${JSON.stringify(input)})
      input.onchange = () => done([...input.files])
      input.oncancel = () => done([])
      input.click()
    })`,
  })
  if (result.objectId === undefined) return []
  const { result: properties_ } = await session.send('Runtime.getProperties', {
    objectId: result.objectId,
    ownProperties: true,
  })
  const files = properties_.filter(({ name }) => /^\d+$/.test(name))
  return Promise.all(
    files.map(async ({ value }) => {
      const { path } = await session.send('DOM.getFileInfo', { objectId: value?.objectId ?? '' })
      return path
    }),
  )
}

/** What stands in the file that the browser writes to the chosen place. */
const PLACEHOLDER = ' '

/**
 * Asks for a place by downloading a file of one blank there: the browser has no other save dialog. The blank is
 * removed again, so that a later failure leaves no file that looks like a result.
 */
export async function chooseSave(page: Page, offered: string): Promise<string | undefined> {
  const { root } = page.engine
  await root.send('Browser.setDownloadBehavior', { behavior: 'default', eventsEnabled: true })
  try {
    const chosen = new Promise<string | undefined>((resolve) => {
      const stop = root.listen('Browser.downloadProgress', ({ state, filePath }) => {
        if (state === 'inProgress') return
        stop()
        resolve(state === 'completed' ? filePath : undefined)
      })
    })
    await page.evaluate(
      `{
        const url = URL.createObjectURL(new Blob([${JSON.stringify(PLACEHOLDER)}]))
        const link = document.createElement('a')
        Object.assign(link, { href: url, download: ${JSON.stringify(basename(offered))} })
        link.click()
        setTimeout(() => URL.revokeObjectURL(url), 60000)
      }`,
      true,
    )
    const path = await chosen
    if (path !== undefined && statSync(path).size === PLACEHOLDER.length) rmSync(path)
    return path
  } finally {
    await root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  }
}

/** A browser chooses folders only to upload them. So the person names a folder to be made, where files are saved. */
export async function chooseFolder(page: Page, offered: string): Promise<string | undefined> {
  const path = await chooseSave(page, offered)
  if (path !== undefined) mkdirSync(path, { recursive: true })
  return path
}
