import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PrivateCopy {
  readonly file: string
  discard(): void
}

/**
 * A copy of a library in a folder of its own, with what its write-ahead log holds: for a library that must be
 * read where nothing can be written beside it. Never for a file that a process is writing to.
 */
export function privateCopy(original: string): PrivateCopy {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-read-'))
  const file = join(folder, 'library')
  for (const suffix of ['', '-wal'])
    if (existsSync(original + suffix)) copyFileSync(original + suffix, file + suffix)
  return { file, discard: () => rmSync(folder, { recursive: true, force: true }) }
}
