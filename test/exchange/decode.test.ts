import { expect, test } from 'vitest'
import { decode, LARGEST_FILE } from '../../electron/exchange/decode.ts'

const text = (...bytes: number[]) => decode({ name: 'a.txt', bytes: Uint8Array.from(bytes) })
const value = (result: ReturnType<typeof decode>) => (result.ok ? result.value : result.error.code)

test('UTF-8 with or without a mark, and UTF-16 with one, are read', () => {
  expect(value(text(0xc3, 0xa9))).toBe('é')
  expect(value(text(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).toBe('é')
  expect(value(text(0xff, 0xfe, 0xe9, 0x00))).toBe('é')
  expect(value(text(0xfe, 0xff, 0x00, 0xe9))).toBe('é')
})

test('bytes that are no text are refused: another encoding, half a character, NUL', () => {
  expect(value(text(0x63, 0x61, 0x66, 0xe9))).toBe('FILE_NOT_TEXT')
  expect(value(text(0xe3, 0x81))).toBe('FILE_NOT_TEXT')
  expect(value(text(0x61, 0x00, 0x62))).toBe('FILE_NOT_TEXT')
  expect(value(text(0xff, 0xfe, 0x00, 0xd8))).toBe('FILE_NOT_TEXT')
})

test('every way to end a line is one', () => {
  expect(value(decode({ name: 'a', bytes: new TextEncoder().encode('a\r\nb\rc\u2028d\fe') }))).toBe(
    'a\nb\nc\nd\ne',
  )
})

test('an empty file, and one that is too large, say so', () => {
  expect(value(text(0x20, 0x0a))).toBe('FILE_EMPTY')
  expect(value(text())).toBe('FILE_EMPTY')
  expect(decode({ name: 'a.txt', bytes: new Uint8Array(LARGEST_FILE + 1) })).toEqual({
    ok: false,
    error: { code: 'FILE_TOO_LARGE', params: { file: 'a.txt', limit: 20 } },
  })
})
