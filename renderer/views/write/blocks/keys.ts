import { isPress } from '../../../commands/keyboard.ts'
import type { BlockDesk } from './desk.ts'

type Act = (desk: BlockDesk) => void

/** What a key does while blocks are selected. Arrows and the keys of a selection are no commands: a list has them. */
const KEYS: readonly (readonly [string, Act])[] = [
  ['ArrowDown', (desk) => desk.next(1, false)],
  ['ArrowUp', (desk) => desk.next(-1, false)],
  ['Shift+ArrowDown', (desk) => desk.next(1, true)],
  ['Shift+ArrowUp', (desk) => desk.next(-1, true)],
  ['End', (desk) => desk.edge(1, false)],
  ['Home', (desk) => desk.edge(-1, false)],
  ['Shift+End', (desk) => desk.edge(1, true)],
  ['Shift+Home', (desk) => desk.edge(-1, true)],
  ['Mod+Shift+ArrowDown', (desk) => desk.edge(1, true)],
  ['Mod+Shift+ArrowUp', (desk) => desk.edge(-1, true)],
  ['Mod+A', (desk) => desk.pickMore()],
  ['Escape', (desk) => desk.leave()],
  ['Enter', (desk) => desk.leave()],
  ['Delete', (desk) => desk.remove()],
  ['Backspace', (desk) => desk.remove()],
]

/** Does what a key does while blocks are selected. False: it is nobody's here. */
export function blockKey(event: KeyboardEvent, desk: BlockDesk, openMenu: () => void): boolean {
  if (isPress('ContextMenu', event) || isPress('Shift+F10', event)) {
    openMenu()
    return true
  }
  const found = KEYS.find(([key]) => isPress(key, event))
  found?.[1](desk)
  return found !== undefined
}
