import { EventEmitter } from 'node:events'
import { browserKeys, parseAccelerator, type Key } from './accelerator.ts'
import { Missing, known } from './strict.ts'
import type { Electron } from './surface.ts'

type Template = Electron.MenuItemConstructorOptions

const OPTIONS = [
  'accelerator',
  'click',
  'enabled',
  'id',
  'label',
  'registerAccelerator',
  'role',
  'submenu',
  'type',
  'visible',
]

/** Roles that the browser's own keys and its context menu already carry out in a page. */
const CARRIED_BY_BROWSER = new Set([
  'appMenu',
  'close',
  'copy',
  'cut',
  'delete',
  'editMenu',
  'front',
  'help',
  'hide',
  'hideOthers',
  'minimize',
  'paste',
  'pasteAndMatchStyle',
  'redo',
  'resetZoom',
  'selectAll',
  'services',
  'startSpeaking',
  'stopSpeaking',
  'togglefullscreen',
  'undo',
  'unhide',
  'viewMenu',
  'window',
  'windowMenu',
  'zoom',
  'zoomIn',
  'zoomOut',
])

/** Roles that a browser would carry out on itself and not on the program. */
const CARRIED_HERE: Readonly<Record<string, string>> = {
  quit: 'CmdOrCtrl+Q',
  reload: 'CmdOrCtrl+R',
  forceReload: 'CmdOrCtrl+Shift+R',
}

type Command = { readonly role: string } | { readonly click: () => void }

let commands: Command[] = []
let keys: Key[] = []

/** Emits `changed` when the menu is another one, and `role` with a role for the program to carry out. */
export const menuEvents = new EventEmitter<{ changed: []; role: [string] }>()

/** Keys that are not the page's to pass on to the browser: the menu's, and then those that do nothing. */
export const menuKeys = (): readonly Key[] => [
  ...keys,
  ...browserKeys(process.platform === 'darwin'),
]

/** Runs a command as its accelerator does. */
export function runCommand(index: number): void {
  const command = commands[index]
  if (command === undefined) return
  if ('click' in command) command.click()
  else menuEvents.emit('role', command.role)
}

function validate(template: readonly Template[]): void {
  for (const item of template) {
    known('menu item', item, OPTIONS)
    const { role, submenu } = item
    if (role !== undefined && !CARRIED_BY_BROWSER.has(role) && !(role in CARRIED_HERE))
      throw new Missing(`menu role ${role}`)
    if (Array.isArray(submenu)) validate(submenu)
  }
}

/**
 * There is no menu bar: a browser's window has no place for one. The accelerators work, and what a menu offers must be
 * reachable in the window too.
 */
export class Menu {
  readonly items: Electron.MenuItem[]

  private constructor(items: Electron.MenuItem[]) {
    this.items = items
  }

  static buildFromTemplate(template: (Template | Electron.MenuItem)[]): Electron.Menu {
    validate(template as Template[])
    return new Menu([...template] as unknown as Electron.MenuItem[]) as unknown as Electron.Menu
  }

  static setApplicationMenu(menu: Electron.Menu | null): void {
    commands = []
    keys = []
    collect((menu?.items ?? []) as unknown as readonly Template[])
    menuEvents.emit('changed')
  }
}

function collect(items: readonly Template[]): void {
  const mac = process.platform === 'darwin'
  for (const item of items) {
    if (Array.isArray(item.submenu)) collect(item.submenu)
    if (item.enabled === false || item.visible === false) continue
    const role = item.role !== undefined && item.role in CARRIED_HERE ? item.role : undefined
    const accelerator = item.accelerator ?? (role === undefined ? undefined : CARRIED_HERE[role])
    const { click } = item
    if (role === undefined && click === undefined) continue
    const index = commands.push(
      role === undefined ? { click: click as unknown as () => void } : { role },
    )
    if (accelerator !== undefined && item.registerAccelerator !== false)
      keys.push(parseAccelerator(accelerator, index - 1, mac))
  }
}
