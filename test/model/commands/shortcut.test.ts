import { describe, expect, test } from 'vitest'
import { shortcutsOf } from '../../../model/commands/commands.ts'
import {
  acceleratorOf,
  isPressed,
  parseShortcut,
  writeShortcut,
  type KeyPress,
} from '../../../model/commands/shortcut.ts'

const press = (key: string, code: string, held = ''): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('c'),
  metaKey: held.includes('m'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
})

describe('a shortcut', () => {
  test('is pressed with exactly its modifiers, by Control or on a Mac by Command', () => {
    expect(isPressed('Mod+Shift+P', press('P', 'KeyP', 'cs'), false)).toBe(true)
    expect(isPressed('Mod+Shift+P', press('P', 'KeyP', 'ms'), true)).toBe(true)
    expect(isPressed('Mod+Shift+P', press('P', 'KeyP', 'cs'), true)).toBe(false)
    expect(isPressed('Mod+Shift+P', press('p', 'KeyP', 'c'), false)).toBe(false)
    expect(isPressed('Mod+Shift+P', press('P', 'KeyP', 'csa'), false)).toBe(false)
  })

  test('goes by the letter on the key, and by its place where the keyboard has no Latin letters', () => {
    // Dvorak: the key of the American R types P.
    expect(isPressed('Mod+P', press('p', 'KeyR', 'c'), false)).toBe(true)
    expect(isPressed('Mod+P', press('l', 'KeyP', 'c'), false)).toBe(false)
    expect(isPressed('Mod+F', press('ب', 'KeyF', 'c'), false)).toBe(true)
    // Option types another character.
    expect(isPressed('Mod+Alt+F', press('ƒ', 'KeyF', 'ma'), true)).toBe(true)
  })

  test('finds a digit under Shift, and a sign that needs Shift', () => {
    expect(isPressed('Mod+Shift+7', press('&', 'Digit7', 'cs'), false)).toBe(true)
    expect(isPressed('Mod+/', press('/', 'Digit7', 'cs'), false)).toBe(true)
    expect(isPressed('Mod+/', press('/', 'Slash', 'c'), false)).toBe(true)
  })

  test('is written as the system writes it', () => {
    expect(writeShortcut('Mod+Shift+P', false)).toBe('Ctrl+Shift+P')
    expect(writeShortcut('Mod+Shift+P', true)).toBe('⇧⌘P')
    expect(writeShortcut('Alt+ArrowUp', false)).toBe('Alt+↑')
    expect(writeShortcut('Alt+ArrowUp', true)).toBe('⌥↑')
    expect(acceleratorOf('Mod+Shift+P')).toBe('CmdOrCtrl+Shift+P')
    expect(acceleratorOf('Alt+ArrowLeft')).toBe('Alt+Left')
  })

  test('that cannot be read is a mistake', () => {
    expect(() => parseShortcut('Hyper+P')).toThrow('Hyper+P is no shortcut')
    expect(() => parseShortcut('')).toThrow(' is no shortcut')
  })

  test('is another on a Mac where the command says so', () => {
    expect(shortcutsOf('replace', { mac: false, rtl: false })).toEqual(['Mod+H'])
    expect(shortcutsOf('replace', { mac: true, rtl: false })).toEqual(['Mod+Alt+F'])
  })
})
