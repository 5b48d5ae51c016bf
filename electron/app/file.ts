import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, Refusal, type Failure, type Result } from '../../model/errors/result.ts'

const MEGABYTE = 1024 * 1024

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown'

/**
 * The bytes of a regular file of at most `limit` bytes. Errors: FILE_NOT_FOUND, FILE_UNREADABLE (also a folder or a
 * device), FILE_TOO_LARGE with the limit in MB.
 */
export async function readBytes(file: string, limit: number): Promise<Result<Uint8Array>> {
  try {
    const handle = await open(file, 'r')
    try {
      const stat = await handle.stat()
      if (!stat.isFile()) return fail('FILE_UNREADABLE', { file, why: 'not a file' })
      if (stat.size > limit) return fail('FILE_TOO_LARGE', { file, limit: limit / MEGABYTE })
      return ok(new Uint8Array(await handle.readFile()))
    } finally {
      await handle.close()
    }
  } catch (error) {
    const why = codeOf(error)
    return why === 'ENOENT'
      ? fail('FILE_NOT_FOUND', { file })
      : fail('FILE_UNREADABLE', { file, why })
  }
}

/** What a failed write answers; anything that is not the system's refusal is a defect and goes on. */
export function unwritable(file: string, error: unknown): { ok: false; error: Failure } {
  const why = codeOf(error)
  if (why === 'unknown') throw error
  return fail('FILE_UNWRITABLE', { file, why })
}

/** Makes the names in a folder durable. Windows has no such call and writes renames through. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The bytes of a file, or its text as it comes. */
type Written = Uint8Array | AsyncIterable<string>

/** Writes and flushes a new file. Throws what the system says; what was written so far is then gone. */
export async function writeFlushed(file: string, bytes: Written): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file whole or not at all: beside it, flushed, then given its name. Whoever reads meanwhile finds the old
 * one. FILE_UNWRITABLE with the system's reason, as ENOSPC.
 */
export async function writeWhole(file: string, bytes: Written): Promise<Result<number>> {
  const folder = dirname(file)
  const partial = join(folder, `.${basename(file)}.${randomUUID()}.partial`)
  try {
    await mkdir(folder, { recursive: true })
    await writeFlushed(partial, bytes)
    await rename(partial, file)
    await flushFolder(folder)
    return ok('byteLength' in bytes ? bytes.byteLength : (await stat(file)).size)
  } catch (error) {
    // Where the folder itself is the trouble there is nothing to remove; the first error is the one to tell.
    await rm(partial, { force: true }).catch(() => {})
    if (error instanceof Refusal) throw error
    return unwritable(file, error)
  }
}
