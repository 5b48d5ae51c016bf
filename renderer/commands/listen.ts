import { isCommandPress, pressed } from './keyboard.ts'
import { runCommand } from './registry.ts'

/** A dialog hides the rest of the window from everybody: nothing is to be done behind it. */
export function isBehindDialog(): boolean {
  const root = document.getElementById('root')
  return root !== null && (root.inert || root.getAttribute('aria-hidden') === 'true')
}

/** The keys of the app, where no editor, field or menu has taken them. */
function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || !isCommandPress(event)) return
  const id = pressed(event, 'app')
  if (id === undefined || isBehindDialog() || !runCommand(id)) return
  event.preventDefault()
}

/** On the document: a host that keeps a browser's keys from the page listens on the window. */
export function listenForCommands(page: Document): () => void {
  page.addEventListener('keydown', onKeyDown)
  return () => page.removeEventListener('keydown', onKeyDown)
}
