import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../model/contract/events.ts'
import type { Words } from './words.ts'

export interface MenuOptions {
  readonly words: Words
  readonly mac: boolean
  readonly command: (command: MenuCommand) => void
  readonly about: () => void
}

/** The application menu in the interface language. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { words, mac, command } = options
  const label = (key: string): string => words.t(key)
  const item = (key: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label: label(key),
    click: () => command(key),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  // The window hears these keys itself, also in its fields: registered here too, one press would count twice.
  const shown = (key: MenuCommand, accelerator: string): MenuItemConstructorOptions => ({
    ...item(key, accelerator),
    registerAccelerator: false,
  })
  const role = (
    name: NonNullable<MenuItemConstructorOptions['role']>,
  ): MenuItemConstructorOptions => ({
    role: name,
    label: label(`role.${name}`),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const about: MenuItemConstructorOptions = {
    label: label('about'),
    click: options.about,
  }
  const settings = item('settings', 'CmdOrCtrl+,')
  const view = (number: number): string => (mac ? `Cmd+${number}` : `Alt+${number}`)

  return [
    ...(mac
      ? [
          {
            label: label('app'),
            submenu: [
              about,
              separator,
              settings,
              separator,
              role('hide'),
              role('hideOthers'),
              role('unhide'),
              separator,
              role('quit'),
            ],
          },
        ]
      : []),
    {
      label: label('file'),
      submenu: [
        item('new', 'CmdOrCtrl+N'),
        item('import', 'CmdOrCtrl+O'),
        item('library', 'CmdOrCtrl+Shift+L'),
        separator,
        item('sample'),
        ...(mac ? [] : [separator, settings, separator, role('quit')]),
      ],
    },
    {
      label: label('edit'),
      submenu: [
        shown('undo', 'CmdOrCtrl+Z'),
        shown('redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        role('cut'),
        role('copy'),
        role('paste'),
        role('pasteAndMatchStyle'),
        role('selectAll'),
        separator,
        shown('find', 'CmdOrCtrl+F'),
        shown('replace', mac ? 'Cmd+Alt+F' : 'Ctrl+H'),
      ],
    },
    {
      label: label('view'),
      submenu: [
        item('write', view(1)),
        item('translate', view(2)),
        item('publish', view(3)),
        separator,
        role('resetZoom'),
        role('zoomIn'),
        role('zoomOut'),
        separator,
        role('togglefullscreen'),
      ],
    },
    { label: label('window'), submenu: [role('minimize'), role('close')] },
    ...(mac ? [] : [{ label: label('help'), submenu: [about] }]),
  ]
}
