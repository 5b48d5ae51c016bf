import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, fresh, stamp } from '../../build/stamp.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'afterword-stamp-'))
  for (const folder of ['model', 'locales', 'electron/app', 'renderer', 'build'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'electron/app/a.ts'])
    writeFileSync(join(root, file), '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

test('nothing is fresh before the first build', () => {
  expect(fresh(root)).toBe(false)
})

test('a build is fresh until a source changes', () => {
  stamp(fingerprint(root), root)
  expect(fresh(root)).toBe(true)
  appendFileSync(join(root, 'electron/app/a.ts'), ' ')
  expect(fresh(root)).toBe(false)
})

test.each(['package-lock.json', 'locales/words.json'])('%s is a source', (file) => {
  stamp(fingerprint(root), root)
  appendFileSync(join(root, file), ' ')
  expect(fresh(root)).toBe(false)
})

test('a source that is gone makes the build stale', () => {
  stamp(fingerprint(root), root)
  rmSync(join(root, 'electron/app/a.ts'))
  expect(fresh(root)).toBe(false)
})
