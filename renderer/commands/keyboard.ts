import {
  COMMAND_IDS,
  shortcutsOf,
  specOf,
  type CommandId,
  type Scope,
} from '../../model/commands/commands.ts'
import { isPressed, writeShortcut, type KeyPress } from '../../model/commands/shortcut.ts'

const MAC = /mac/i.test(navigator.platform)

/** This system, and the direction of the interface. */
const keyboard = () => ({ mac: MAC, rtl: document.documentElement.dir === 'rtl' })

/** Every shortcut of a command, as people of this system write them. */
export const allKeysOf = (id: CommandId): string[] =>
  shortcutsOf(id, keyboard()).map((text) => writeShortcut(text, MAC))

/** The shortcut of a command, as people of this system write it; undefined where it has none. */
export const keysOf = (id: CommandId): string | undefined => allKeysOf(id)[0]

/** A shortcut for assistive technology: https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts */
export const ariaKeysOf = (id: CommandId): string | undefined =>
  shortcutsOf(id, keyboard())[0]?.replace('Mod', MAC ? 'Meta' : 'Control')

/** The shortcut of a command for a button that does it: as its tooltip shows it, and for assistive technology. */
export const shortcutOf = (
  id: CommandId,
): { readonly keys: string | undefined; readonly 'aria-keyshortcuts': string | undefined } => ({
  keys: keysOf(id),
  'aria-keyshortcuts': ariaKeysOf(id),
})

/** A press that can be a shortcut: no letter that is typed, and no step of an input method. */
export const isCommandPress = (event: KeyboardEvent): boolean =>
  !event.isComposing &&
  (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) &&
  // AltGr types the third character of a key, on Windows as Ctrl and Alt.
  !event.getModifierState('AltGraph')

/** Whether a press is this key on this system, for what a list or a selection does with keys and is no command. */
export const isPress = (text: string, event: KeyPress): boolean => isPressed(text, event, MAC)

const byScope = new Map<Scope, readonly CommandId[]>()
function idsOf(scope: Scope): readonly CommandId[] {
  let ids = byScope.get(scope)
  if (ids === undefined) {
    ids = COMMAND_IDS.filter((id) => specOf(id).scope === scope)
    byScope.set(scope, ids)
  }
  return ids
}

/** The command of a scope that a press is a shortcut of. */
export function pressed(event: KeyPress, scope: Scope): CommandId | undefined {
  const now = keyboard()
  return idsOf(scope).find((id) => shortcutsOf(id, now).some((text) => isPressed(text, event, MAC)))
}
