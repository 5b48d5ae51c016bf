import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../../model/errors/result.ts'

const MOST_BYTES = 1_000_000

/** What went wrong inside the app, for whoever mends it. */
export interface Log {
  /** `id` is what the person was shown. Never fails: a log that cannot be written is no reason to stop. */
  error(id: string, what: string, error: unknown): void
}

/** Beside the library, so that it is found where the backup is. It is made at the first error. */
export const logFile = (library: string): string => join(dirname(library), 'logs', 'afterword.log')

/**
 * What a log may hold of an error. Messages of the system and of SQLite name files and columns; any other message
 * may quote the text that it tripped over (`JSON.parse` does), and no text of a postmortem goes into a log.
 */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error }
  if (error instanceof Refusal) return { name: error.name, code: error.failure.code }
  const { code } = error as NodeJS.ErrnoException
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code, message: error.message } : {}),
    at: frames.slice(0, 12).map((line) => line.trim().slice(3)),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  }
}

/** One JSON object a line; the file before is kept as `.old` when it has grown to 1 MB. */
export function openLog(file: string, clock: () => Date): Log {
  return {
    error(id, what, error) {
      const entry = { at: clock().toISOString(), id, what, error: describe(error) }
      try {
        mkdirSync(dirname(file), { recursive: true })
        const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
        if (size > MOST_BYTES) renameSync(file, `${file}.old`)
        appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
      } catch {
        // A full disk or a read-only folder: the error itself still reaches the person as a value.
      }
    },
  }
}
