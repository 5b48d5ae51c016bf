import { statSync } from 'node:fs'
import { Refusal } from '../../model/errors/result.ts'

/**
 * Watches whether the library still is the file that was opened. SQLite keeps writing to a file that was moved or
 * deleted, so every save would look fine and be gone.
 */
export interface Location {
  /** Throws LIBRARY_MOVED where another file, or none, has the name. */
  assert(): void
}

function identity(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat && `${stat.dev}:${stat.ino}`
}

export function locationOf(file: string): Location {
  const opened = identity(file)
  return {
    assert() {
      if (identity(file) !== opened) throw new Refusal('LIBRARY_MOVED', { file })
    },
  }
}
