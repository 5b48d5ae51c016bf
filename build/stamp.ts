import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/** Everything that a build reads. */
const SOURCES = ['model', 'locales', 'electron', 'renderer', 'build']
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json']
const STAMP = join(ROOT, 'dist/stamp')

/** Names, sizes and times of all sources as one hash: a few milliseconds, where reading them would take longer. */
export function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  const note = (path: string) => {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\0${size}\0${mtimeMs}\n`)
  }
  for (const folder of SOURCES)
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) note(join(entry.parentPath, entry.name))
  for (const file of FILES) note(join(ROOT, file))
  return hash.digest('hex')
}

/** Records what the build in `dist/` was made from. */
export function stamp(value: string): void {
  mkdirSync(join(ROOT, 'dist'), { recursive: true })
  writeFileSync(STAMP, value)
}

/** Whether `dist/` was made from the sources as they are now. */
export function fresh(): boolean {
  try {
    return readFileSync(STAMP, 'utf8') === fingerprint()
  } catch {
    return false
  }
}
