/** A key with its modifiers as the page compares them. `key` lower case; `code` for digits, which move by layout. */
export interface Key {
  readonly key: string
  readonly code: string
  readonly ctrl: boolean
  readonly meta: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** Which of the menu's commands it gives. */
  readonly command: number
}

const MODIFIERS: Readonly<Record<string, 'ctrl' | 'meta' | 'shift' | 'alt' | 'either'>> = {
  commandorcontrol: 'either',
  cmdorctrl: 'either',
  control: 'ctrl',
  ctrl: 'ctrl',
  command: 'meta',
  cmd: 'meta',
  super: 'meta',
  meta: 'meta',
  shift: 'shift',
  alt: 'alt',
  option: 'alt',
}

/** Electron's names for keys that the page names otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/**
 * Electron's accelerator (`CmdOrCtrl+Shift+N`) as a key of the page.
 * https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts
 */
export function parseAccelerator(text: string, command: number, mac: boolean): Key {
  const parts = text.toLowerCase().split('+')
  const name = parts.pop() ?? ''
  const held = { ctrl: false, meta: false, shift: false, alt: false }
  for (const part of parts) {
    const modifier = MODIFIERS[part]
    if (modifier === undefined) throw new Error(`${part} is no modifier in the accelerator ${text}`)
    held[modifier === 'either' ? (mac ? 'meta' : 'ctrl') : modifier] = true
  }
  const digit = /^\d$/.test(name)
  return { key: NAMES[name] ?? name, code: digit ? `Digit${name}` : '', ...held, command }
}

/**
 * Keys by which a browser's window would do something of the browser's: load the page again, go back, open a window,
 * print or save the page. A program's window has none of them, unless its menu has.
 */
const BROWSER_KEYS = [
  ...['D', 'H', 'J', 'N', 'O', 'P', 'R', 'S', 'T', 'U'].map((key) => `CmdOrCtrl+${key}`),
  ...['B', 'C', 'I', 'J', 'N', 'O', 'P', 'R', 'T', 'Delete'].map((key) => `CmdOrCtrl+Shift+${key}`),
  ...['F1', 'F3', 'F5', 'Shift+F5', 'Ctrl+F5', 'F12'],
]
/** On a Mac these move the caret by words. */
const BROWSER_KEYS_NOT_ON_MAC = ['Alt+Left', 'Alt+Right']

const NO_COMMAND = -1

export function browserKeys(mac: boolean): Key[] {
  const all = mac ? BROWSER_KEYS : [...BROWSER_KEYS, ...BROWSER_KEYS_NOT_ON_MAC]
  return all.map((text) => parseAccelerator(text, NO_COMMAND, mac))
}
