/** The part of a keyboard event that a shortcut is compared with. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What a shortcut looks like depends on these two. */
export interface Keyboard {
  readonly mac: boolean
  /** The interface runs from right to left. */
  readonly rtl: boolean
}

interface Chord {
  /** As `KeyboardEvent.key` has it, letters in upper case. */
  readonly key: string
  readonly held: ReadonlySet<string>
}

/** `Mod` is Command on a Mac and Control elsewhere. */
const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const

const isLetter = (key: string): boolean => /^[A-Z]$/.test(key)
const isDigit = (key: string): boolean => /^\d$/.test(key)

/** Reads `Mod+Shift+P`: any of Mod, Ctrl, Alt and Shift, and then a key by its name in `KeyboardEvent.key`. */
export function parseShortcut(text: string): Chord {
  const parts = text.split('+')
  const key = parts.pop() ?? ''
  const unknown = parts.find((part) => !(MODIFIERS as readonly string[]).includes(part))
  if (unknown !== undefined || key === '') throw new Error(`${text} is no shortcut`)
  return { key, held: new Set(parts) }
}

/**
 * The key of a press. Letters go by what is printed on the key, digits by where it stands, because Shift makes another
 * character of them. On a keyboard that types no Latin letters, and with the Option key of a Mac, which makes others of
 * them, a letter goes by its place on the American one, as browsers and desktops do it.
 */
function isKey(wanted: string, { key, code, altKey }: KeyPress): boolean {
  if (isDigit(wanted)) return code === `Digit${wanted}`
  if (!isLetter(wanted)) return key === wanted
  const printed = /^[a-z]$/i.test(key)
  return printed && !altKey ? key.toUpperCase() === wanted : code === `Key${wanted}`
}

/** Whether a press is this shortcut. */
export function isPressed(text: string, press: KeyPress, mac: boolean): boolean {
  const { key, held } = parseShortcut(text)
  const ctrl = held.has('Ctrl') || (held.has('Mod') && !mac)
  const meta = held.has('Mod') && mac
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== held.has('Alt'))
    return false
  // Some keyboards need Shift to type a sign at all.
  const sign = key.length === 1 && !isLetter(key) && !isDigit(key)
  return (sign || press.shiftKey === held.has('Shift')) && isKey(key, press)
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const MAC_SIGNS: Readonly<Record<string, string>> = {
  ...SIGNS,
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Escape: '⎋',
  Delete: '⌦',
  PageUp: '⇞',
  PageDown: '⇟',
}
/** The order in which Apple's guidelines write them. */
const MAC_ORDER = ['Ctrl', 'Alt', 'Shift', 'Mod']

/** A shortcut as people of this system write it: `Ctrl+Shift+P`, or `⇧⌘P` on a Mac. */
export function writeShortcut(text: string, mac: boolean): string {
  const { key, held } = parseShortcut(text)
  if (mac)
    return [...MAC_ORDER.filter((each) => held.has(each)), key]
      .map((part) => MAC_SIGNS[part] ?? part)
      .join('')
  const modifiers = MODIFIERS.filter((each) => held.has(each))
  return [...modifiers.map((each) => (each === 'Mod' ? 'Ctrl' : each)), SIGNS[key] ?? key].join('+')
}

/** A shortcut for Electron's menu. https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts */
export function acceleratorOf(text: string): string {
  const { key, held } = parseShortcut(text)
  const modifiers = MODIFIERS.filter((each) => held.has(each))
  return [
    ...modifiers.map((each) => (each === 'Mod' ? 'CmdOrCtrl' : each)),
    key.replace(/^Arrow/, ''),
  ].join('+')
}
