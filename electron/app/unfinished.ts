import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Library } from '../store/library.ts'
import { writeFlushed } from './file.ts'

/** How long what a release had made waits for the next one. In ms. */
const PATIENCE = 7 * 24 * 60 * 60 * 1000

/**
 * The files that a release had made before it was stopped or died, each under the hash of everything that it was made from: the
 * next one takes those up, and makes the others. They lie beside the library and are as private: nothing of them is published
 * before a whole release is, and each is looked through anew. Losing them costs time and nothing else, so that nothing here fails.
 */
export interface Unfinished {
  /** What was made from this, whole; undefined where nothing was. */
  find(key: string): Promise<Uint8Array | undefined>
  keep(key: string, bytes: Uint8Array): Promise<void>
  /** A whole release is out. */
  clear(): Promise<void>
}

const hashOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex')

const folderOf = ({ file }: Library): string => `${file}-unfinished`

/** The name of what is made from this. `from`: plain data, maps and sets. */
export const keyOf = (from: unknown): string =>
  hashOf(
    JSON.stringify(from, (_, value: unknown) =>
      value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value,
    ),
  )

export function unfinishedOf(library: Library, postmortem: string): Unfinished {
  const folder = join(folderOf(library), postmortem)
  const place = (key: string): string => join(folder, key)
  return {
    async find(key) {
      try {
        const kept = await readFile(place(key))
        const bytes = new Uint8Array(kept.subarray(32))
        // A disk that lost something of it loses us the time alone.
        return kept.subarray(0, 32).toString('hex') === hashOf(bytes) ? bytes : undefined
      } catch {
        return undefined
      }
    },
    async keep(key, bytes) {
      const partial = `${place(key)}.${process.pid}`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await rm(partial, { force: true })
        await writeFlushed(partial, Buffer.concat([Buffer.from(hashOf(bytes), 'hex'), bytes]))
        await rename(partial, place(key))
      } catch {
        await rm(partial, { force: true }).catch(() => {})
      }
    },
    clear: () => rm(folder, { recursive: true, force: true }).catch(() => {}),
  }
}

/** Removes what nobody came back for, and what belongs to postmortems that are gone. */
export async function forgetUnfinished(library: Library, now: Date): Promise<void> {
  const all = folderOf(library)
  for (const name of await readdir(all).catch(() => [])) {
    const folder = join(all, name)
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: 0 }))
    if (now.getTime() - mtimeMs > PATIENCE || !library.open(name).ok)
      await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}
