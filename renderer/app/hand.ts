import { isCommandPress } from '../commands/keyboard.ts'
import type { Session } from '../session/session.ts'

/** Whatever a person does, by hand or by leaving, besides typing on. */
const EVENTS = [
  'pointerdown',
  'contextmenu',
  'focusin',
  'focusout',
  'dragstart',
  'drop',
  'paste',
  'cut',
  'compositionstart',
  'blur',
  'pagehide',
  'beforeunload',
] as const

/** A character goes on with a text, and so does taking one back. */
const goesOn = (event: KeyboardEvent): boolean =>
  !isCommandPress(event) || event.key === 'Backspace' || event.key === 'Shift'

/**
 * Editors give the session what is typed once for many keys. This sees to it that the session has all of it before
 * anything else that a person does is heard: what reads the document then, a move, a menu, an undo, reads what stands on
 * the screen. Returns the function that ends it.
 */
export function followHand(session: Session): () => void {
  const settle = (): void => session.settle()
  const onKey = (event: KeyboardEvent): void => {
    if (!goesOn(event)) settle()
  }
  window.addEventListener('keydown', onKey, { capture: true })
  for (const event of EVENTS) window.addEventListener(event, settle, { capture: true })
  return () => {
    window.removeEventListener('keydown', onKey, { capture: true })
    for (const event of EVENTS) window.removeEventListener(event, settle, { capture: true })
  }
}
