import { describe, expect, test } from 'vitest'
import {
  COMMAND_IDS,
  SCOPES,
  shortcutsOf,
  specOf,
  type CommandId,
} from '../../model/commands/commands.ts'
import { parseShortcut } from '../../model/commands/shortcut.ts'
import { CODE, PACKS, read } from './sources.ts'

const KEYBOARDS = [true, false].flatMap((mac) => [true, false].map((rtl) => ({ mac, rtl })))

/** What browsers, systems and input methods do with a key everywhere, so that a program must leave it alone. */
const ESSENTIAL = {
  everywhere: [
    // Clipboard, selection, and the roles of the menu.
    ...['A', 'C', 'V', 'X', 'W', 'Q', 'R', 'T', '0', '-', '='].map((key) => `Mod+${key}`),
    // Words and lines in a text; the next window and tab.
    ...[
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'Tab',
      'Backspace',
      'Home',
      'End',
    ].flatMap((key) => [`Mod+${key}`, `Mod+Shift+${key}`]),
    // Input methods.
    'Ctrl+ ',
    'Shift+ ',
    'Mod+ ',
    'Tab',
    'Shift+Tab',
    'Enter',
    'Escape',
  ],
  // Words and lines with the Option key, screenshots, hiding, minimizing.
  mac: [
    'Alt+ArrowLeft',
    'Alt+ArrowRight',
    ...['H', 'M', 'Alt+H', 'Shift+3', 'Shift+4', 'Shift+5', 'Alt+Escape', '`'].map(
      (key) => `Mod+${key}`,
    ),
  ],
  // Windows: switching and closing. IBus and GTK: Unicode and emoji. Linux desktops: workspaces.
  other: [
    ...['F4', 'Tab', ' ', 'Escape', '`'].map((key) => `Alt+${key}`),
    ...['Mod+Shift+U', 'Mod+Shift+E', 'Mod+;', 'Mod+Escape', 'Mod+Shift+Escape', 'F10'],
    ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Delete'].map((key) => `Mod+Alt+${key}`),
  ],
}

/** The command of a text that comes before one of the app with the same key; those of a row in Translate and of a section in Write never meet. */
const SHADOWS: readonly (readonly [CommandId, CommandId])[] = [
  ['link', 'palette'],
  ['nextUnit', 'moveDown'],
  ['previousUnit', 'moveUp'],
]

const same = (text: string): string => {
  const { key, held } = parseShortcut(text)
  return [...[...held].toSorted(), key].join('+')
}

describe.each(KEYBOARDS)('the shortcuts, on a Mac $mac, from right to left $rtl', (keyboard) => {
  const all = COMMAND_IDS.flatMap((id) =>
    shortcutsOf(id, keyboard).map((text) => ({ id, scope: specOf(id).scope, text: same(text) })),
  )

  test('are each for one command in their scope', () => {
    for (const scope of SCOPES) {
      const own = all.filter((each) => each.scope === scope).map(({ text }) => text)
      expect(own.filter((text, at) => own.indexOf(text) !== at)).toEqual([])
    }
  })

  test('mean one thing wherever more than one of them is heard', () => {
    const inside = (scope: string) => ['text', 'block', 'unit'].includes(scope)
    const clashes = all
      .filter(({ scope }) => inside(scope))
      .flatMap((inner) =>
        all
          .filter(
            ({ id, scope, text }) => id !== inner.id && scope !== 'row' && text === inner.text,
          )
          .map(({ id }) => `${inner.id} ${id}`),
      )
    const known = new Set(SHADOWS.map((pair) => pair.join(' ')))
    expect(clashes.filter((pair) => !known.has(pair))).toEqual([])
  })

  test('leave alone what browsers, systems and input methods use', () => {
    const essential = new Set(
      [...ESSENTIAL.everywhere, ...(keyboard.mac ? ESSENTIAL.mac : ESSENTIAL.other)].map(same),
    )
    expect(all.filter(({ text }) => essential.has(text))).toEqual([])
  })

  test('type no character: AltGr is Ctrl and Alt, and Alt with a letter opens a menu', () => {
    if (keyboard.mac) return
    const typing = all.filter(({ text }) => {
      const { key, held } = parseShortcut(text)
      return held.has('Alt') && !held.has('Shift') && /^[A-Z]$/.test(key)
    })
    expect(typing).toEqual([])
  })
})

test('every command and category has its name in every language, and no name stands for nothing', () => {
  const packs = PACKS.filter(({ namespace }) => namespace === 'commands')
  expect(packs.length).toBeGreaterThan(3)
  for (const { strings } of packs) {
    const titles = [...strings.keys()].flatMap((key) => /^title\.(.+)$/.exec(key)?.[1] ?? [])
    expect(titles.toSorted()).toEqual([...COMMAND_IDS].toSorted())
    expect([...strings.values()].filter((text) => text.trim() === '')).toEqual([])
  }
})

test('nobody else listens for a shortcut: each stands once, in the list of commands', () => {
  const others = CODE.filter(
    (file) =>
      file.startsWith('renderer/') &&
      !file.startsWith('renderer/commands/') &&
      /\b(ctrlKey|metaKey|altKey)\b/.test(read(file)),
  )
  // Enter and the arrows ask whether a key is theirs alone, and leave it where another is held.
  expect(others).toEqual([
    'renderer/editor/edge.ts',
    'renderer/editor/field/binding.ts',
    'renderer/editor/passage/register.ts',
  ])
})
