import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from './root.ts'

/** Everything that a build reads. */
const SOURCES = ['model', 'locales', 'electron', 'renderer', 'build']
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json']
const stampOf = (root: string) => join(root, 'dist/stamp')

/** Names, sizes and times of all sources as one hash: a few milliseconds, where reading them would take longer. */
export function fingerprint(root = ROOT): string {
  const hash = createHash('sha256').update(process.version)
  const note = (path: string) => {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`)
  }
  for (const folder of SOURCES)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) note(join(entry.parentPath, entry.name))
  for (const file of FILES) note(join(root, file))
  return hash.digest('hex')
}

/** Records what the build in `dist/` was made from. */
export function stamp(value: string, root = ROOT): void {
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampOf(root), value)
}

/** Whether `dist/` was made from the sources as they are now. */
export function fresh(root = ROOT): boolean {
  try {
    return readFileSync(stampOf(root), 'utf8') === fingerprint(root)
  } catch {
    return false
  }
}
