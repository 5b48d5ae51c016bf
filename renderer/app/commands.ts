import type { Handlers } from '../commands/registry.ts'
import { openSample } from '../views/library/actions.ts'
import { currentSession } from './current-session.ts'
import { openDialog } from './dialogs.ts'
import { openWindow, placeOf } from './place.ts'
import { openLibrary, openView, route, type View } from './route.ts'
import { canTravel, travel } from './trail.ts'

/** True where the browser's own undo belongs to what has focus: a field outside the document. */
function inPlainField(): boolean {
  const focus = document.activeElement
  return focus instanceof HTMLInputElement || focus instanceof HTMLTextAreaElement
}

/** There is no other way for a menu to reach the browser's own undo, and no date at which this one goes. */
// oxlint-disable-next-line typescript/no-deprecated
const inField = (command: 'undo' | 'redo'): boolean => document.execCommand(command)

const inPostmortem = (): boolean => route.getState().screen === 'postmortem'
const view = (name: View) => ({ run: () => openView(name), ready: inPostmortem })
const step = (command: 'undo' | 'redo') => ({
  run: () => void (inPlainField() ? inField(command) : currentSession()?.[command]()),
  ready: () => inPlainField() || currentSession() !== null,
})

/** A postmortem is open in a library that takes changes. */
function canSave(): boolean {
  const session = currentSession()
  return session !== null && session.store.getState().save.kind !== 'readOnly'
}

/** The commands that are there on every screen. */
export const APP_HANDLERS: Handlers = {
  library: openLibrary,
  new: () => openDialog('new'),
  newWindow: () => void openWindow(placeOf(route.getState())),
  import: () => openDialog('import'),
  sample: () => void openSample(),
  terms: () => openDialog('terms'),
  settings: () => openDialog('settings'),
  services: () => openDialog('services'),
  shortcuts: () => openDialog('shortcuts'),
  palette: () => openDialog('palette'),
  rules: () => openDialog('rules'),
  memoryFiles: () => openDialog('memoryFiles'),
  back: { run: () => travel(-1), ready: () => canTravel(-1) },
  forward: { run: () => travel(1), ready: () => canTravel(1) },
  goTo: { run: () => openDialog('places'), ready: () => currentSession() !== null },
  write: view('write'),
  translate: view('translate'),
  publish: view('publish'),
  history: view('history'),
  addLanguage: {
    run() {
      openView('translate')
      openDialog('addLanguage')
    },
    ready: canSave,
  },
  undo: step('undo'),
  redo: step('redo'),
  nameVersion: {
    run: () => openDialog('nameVersion'),
    ready: canSave,
  },
  save: {
    run: () => void currentSession()?.flush(),
    ready: canSave,
  },
}
