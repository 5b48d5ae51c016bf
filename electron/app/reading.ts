import { stat } from 'node:fs/promises'
import { fail, ok, Refusal, type Result } from '../../model/errors/result.ts'

const MEGABYTE = 1024 * 1024

/** How many bytes a file has. Errors: FILE_NOT_FOUND, FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE. */
export async function sizeOfFile(path: string, largest: number): Promise<Result<number>> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return fail('FILE_UNREADABLE', { file: path, why: 'not a file' })
    if (found.size > largest)
      return fail('FILE_TOO_LARGE', { file: path, limit: largest / MEGABYTE })
    return found.size === 0 ? fail('FILE_EMPTY', { file: path }) : ok(found.size)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return why === 'ENOENT'
      ? fail('FILE_NOT_FOUND', { file: path })
      : fail('FILE_UNREADABLE', { file: path, why })
  }
}

/** What a failed reading answers; what is no refusal of the system is a defect and goes on. */
export function unread(error: unknown, path: string, signal: AbortSignal): Result<never> {
  if (signal.aborted) return fail('CANCELLED')
  if (error instanceof Refusal) return { ok: false, error: error.failure }
  const { code: why } = error as NodeJS.ErrnoException
  if (why === undefined) throw error
  return fail('FILE_UNREADABLE', { file: path, why })
}
