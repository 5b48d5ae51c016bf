import { dialog, type BrowserWindow } from 'electron'
import { sendEvent } from './bridge.ts'
import type { Words } from './words.ts'

/** How long the window may take to save everything, in ms, before the person is asked. */
const PATIENCE = 5000

export interface Closing {
  /** The window has answered the event `flush`. */
  flushed(saved: boolean): void
  /** The window's page can answer from now on; before, and after a crash, there is nothing to save. */
  answering(able: boolean): void
}

/**
 * Keeps the window open until what it holds is saved. Where it cannot be, or where the window does not answer, the
 * person decides. `stayed` runs where they keep it open.
 */
export function holdUntilSaved(
  window: BrowserWindow,
  words: () => Words,
  stayed: () => void,
): Closing {
  let able = false
  let asked: ((saved: boolean) => void) | undefined

  const ask = async (): Promise<boolean> => {
    const { t } = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t('unsaved.message'),
      detail: t('unsaved.detail'),
      buttons: [t('unsaved.stay'), t('unsaved.leave')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }

  const save = async (): Promise<void> => {
    const saved = await new Promise<boolean>((resolve) => {
      const limit = setTimeout(() => resolve(false), PATIENCE)
      asked = (answer) => {
        clearTimeout(limit)
        resolve(answer)
      }
      sendEvent(window, 'flush', {})
    })
    asked = undefined
    if (saved || (await ask())) window.destroy()
    else stayed()
  }

  let saving: Promise<void> | undefined
  window.on('close', (event) => {
    if (!able) return
    event.preventDefault()
    saving ??= save().finally(() => (saving = undefined))
  })
  window.webContents.on('render-process-gone', () => {
    able = false
    // What it had not handed over went with it: there is nothing left to wait for.
    asked?.(true)
  })
  return {
    flushed: (saved) => asked?.(saved),
    answering: (now) => {
      able = now
    },
  }
}
