import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { iconPoints } from '../../build/icon-font.ts'

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('each icon is where the font has it, and each is cut out of it', () => {
  const points = JSON.parse(read('node_modules/lucide-static/font/codepoints.json')) as Record<
    string,
    number
  >
  const icons = [
    ...read('renderer/icons/icons.ts').matchAll(/ icon\('([a-z\d-]+)', (0x[\da-f]+)\)/g),
  ]
  expect(icons.length).toBeGreaterThan(80)
  expect(icons.map(([, name, point]) => [name, Number(point)])).toEqual(
    icons.map(([, name]) => [name, points[name!]]),
  )
  expect(iconPoints()).toEqual(icons.map(([, , point]) => Number(point)))
})
