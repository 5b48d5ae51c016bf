import type { MenuItemConstructorOptions } from 'electron'
import { shortcutsOf, type MenuCommand } from '../../model/commands/commands.ts'
import { acceleratorOf } from '../../model/commands/shortcut.ts'
import { directionOf } from '../../model/document/locale.ts'
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
  const keyboard = { mac, rtl: directionOf(words.locale) === 'rtl' }
  const item = (id: MenuCommand): MenuItemConstructorOptions => {
    const [key] = shortcutsOf(id, keyboard)
    return {
      label: label(`commands:title.${id}`),
      click: () => command(id),
      // The window hears every key itself, because a field or an editor may have its own use for it. Registered here
      // too, one press would count twice.
      ...(key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
    }
  }
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
  const settings = item('settings')

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
        item('new'),
        item('newWindow'),
        item('import'),
        item('library'),
        separator,
        item('save'),
        item('nameVersion'),
        separator,
        item('sample'),
        ...(mac ? [] : [separator, settings, separator, role('quit')]),
      ],
    },
    {
      label: label('edit'),
      submenu: [
        item('undo'),
        item('redo'),
        separator,
        role('cut'),
        role('copy'),
        role('paste'),
        role('pasteAndMatchStyle'),
        role('selectAll'),
        separator,
        item('find'),
        item('replace'),
        separator,
        item('spelling'),
        item('terms'),
      ],
    },
    {
      label: label('view'),
      submenu: [
        item('palette'),
        item('focus'),
        separator,
        item('write'),
        item('translate'),
        item('publish'),
        item('history'),
        separator,
        item('back'),
        item('forward'),
        item('goTo'),
        separator,
        role('resetZoom'),
        role('zoomIn'),
        role('zoomOut'),
        separator,
        role('togglefullscreen'),
      ],
    },
    { label: label('window'), submenu: [role('minimize'), role('close')] },
    {
      label: label('help'),
      submenu: [item('shortcuts'), ...(mac ? [] : [separator, about])],
    },
  ]
}
