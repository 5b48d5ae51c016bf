import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../build/root.ts'

const icon = (name: string) => readFileSync(join(ROOT, 'build/icon', name))
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The edges of a PNG, which stand in its first chunk. */
const edges = (png: Buffer) => {
  expect(png.subarray(0, 8)).toEqual(PNG)
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

test('the icon for Windows holds a whole image of each size', () => {
  const file = icon('icon.ico')
  const count = file.readUInt16LE(4)
  const sizes = Array.from({ length: count }, (_, index) => {
    const at = 6 + 16 * index
    const start = file.readUInt32LE(at + 12)
    const [width, height] = edges(file.subarray(start, start + file.readUInt32LE(at + 8)))
    expect([file.readUInt8(at), file.readUInt8(at + 1)]).toEqual([width! % 256, height! % 256])
    return width
  })
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
})

test('the icon for macOS holds whole images up to 1024 pixels', () => {
  const file = icon('icon.icns')
  expect(file.toString('latin1', 0, 4)).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  const found = new Set<number>()
  let at = 8
  while (at < file.length) {
    const length = file.readUInt32BE(at + 4)
    const [width, height] = edges(file.subarray(at + 8, at + length))
    expect(height).toBe(width)
    found.add(width!)
    at += length
  }
  expect(at).toBe(file.length)
  expect([...found].toSorted((a, b) => a - b)).toEqual([16, 32, 64, 128, 256, 512, 1024])
})

test.each([16, 32, 48, 64, 128, 256, 512])('the icon for Linux has %i pixels', (size) => {
  expect(edges(icon(`${size}x${size}.png`))).toEqual([size, size])
})
