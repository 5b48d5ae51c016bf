import { Menu, dialog, type BrowserWindow } from 'electron'
import { menuTemplate, type MenuOptions } from './menu-template.ts'
import type { Words } from './words.ts'

export interface About {
  readonly words: Words
  readonly version: string
  readonly runtime: string
  readonly window: BrowserWindow | undefined
}

/** Says what the program is and what carries it, for people to report. */
export function showAbout({ words, version, runtime, window }: About): void {
  const options = {
    type: 'info' as const,
    message: `${words.t('app')} ${version}`,
    detail: words.t('aboutDetail', { runtime }),
    buttons: [words.t('close')],
  }
  void (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options))
}

export function setMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)))
}
