import { describe, expect, test } from 'vitest'
import { parseAccelerator } from '../../electron/chromium/accelerator.ts'

const none = { ctrl: false, meta: false, shift: false, alt: false }

describe('an accelerator', () => {
  test.each([
    ['CmdOrCtrl+N', false, { ...none, ctrl: true, key: 'n', code: '' }],
    ['CmdOrCtrl+N', true, { ...none, meta: true, key: 'n', code: '' }],
    ['Control+Shift+L', true, { ...none, ctrl: true, shift: true, key: 'l', code: '' }],
    ['Alt+1', false, { ...none, alt: true, key: '1', code: 'Digit1' }],
    ['CommandOrControl+,', false, { ...none, ctrl: true, key: ',', code: '' }],
    ['Option+Plus', true, { ...none, alt: true, key: '+', code: '' }],
    ['F5', false, { ...none, key: 'f5', code: '' }],
    ['Esc', false, { ...none, key: 'escape', code: '' }],
  ])('%s (on a Mac: %s)', (text, mac, expected) => {
    expect(parseAccelerator(text, 7, mac)).toEqual({ ...expected, command: 7 })
  })

  test('with a modifier that does not exist is refused', () => {
    expect(() => parseAccelerator('Hyper+N', 0, false)).toThrow(/hyper is no modifier/)
  })
})
