import type { MenuCommand } from '../../model/contract/events.ts'
import { api } from '../api.ts'
import { openFind } from '../views/find/opening.ts'
import { openSample } from '../views/library/actions.ts'
import { currentSession } from './current-session.ts'
import { openDialog } from './dialogs.ts'
import { openLibrary, openView } from './route.ts'

/** True where the browser's own undo belongs to what has focus: a field outside the document. */
function inPlainField(): boolean {
  const focus = document.activeElement
  return focus instanceof HTMLInputElement || focus instanceof HTMLTextAreaElement
}

/** There is no other way for a menu to reach the browser's own undo, and no date at which this one goes. */
// oxlint-disable-next-line typescript/no-deprecated
const inField = (command: 'undo' | 'redo'): boolean => document.execCommand(command)

/** There is something to look in once a postmortem is open. */
const find = (mode: 'find' | 'replace'): void => {
  if (currentSession() !== null) openFind(mode)
}

const COMMANDS: Readonly<Record<MenuCommand, () => void>> = {
  library: openLibrary,
  new: () => openDialog('new'),
  import: () => openDialog('import'),
  undo: () => (inPlainField() ? inField('undo') : currentSession()?.undo()),
  redo: () => (inPlainField() ? inField('redo') : currentSession()?.redo()),
  find: () => find('find'),
  replace: () => find('replace'),
  write: () => openView('write'),
  translate: () => openView('translate'),
  publish: () => openView('publish'),
  settings: () => openDialog('settings'),
  sample: () => void openSample(),
}

/** The keys of undo and redo, for hosts without a menu that has them, and where no editor took them. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return
  const key = event.key.toLowerCase()
  if ((key !== 'z' && key !== 'y') || inPlainField()) return
  const session = currentSession()
  if (session === null) return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) session.redo()
  else session.undo()
}

/** Carries out what the host asks: menu commands, and saving everything before it closes. */
export function followHost(): () => void {
  const stop = [
    api.on('menu.command', ({ command }) => COMMANDS[command]()),
    api.on('flush', () => {
      void (async () => {
        const saved = (await currentSession()?.flush()) ?? true
        await api.call('window.flushed', { saved })
      })()
    }),
  ]
  window.addEventListener('keydown', onKeyDown)
  return () => {
    stop.forEach((end) => end())
    window.removeEventListener('keydown', onKeyDown)
  }
}
