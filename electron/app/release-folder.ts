import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { ok, type Result } from '../../model/errors/result.ts'
import { ManifestSchema } from '../../model/releases/manifest.ts'
import { flushFolder, unwritable, writeFlushed } from './file.ts'

export const MANIFEST = 'manifest.json'

/**
 * A folder that a release is written to. Everything goes into a folder beside it first, so that a release that is
 * cancelled or fails leaves what was there as it was.
 */
export interface ReleaseFolder {
  add(name: string, bytes: Uint8Array): Promise<Result<void>>
  /** Gives the files their place, the manifest last; other files of the folder stay. */
  finish(): Promise<Result<void>>
  /** Removes what was not finished. */
  discard(): Promise<void>
}

/** This computer, without its name: the folder may be on a disk that others use too. */
const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes what a program that died on this computer had written of a release to the same place. */
async function sweep(target: string): Promise<void> {
  const start = `.${basename(target)}.${HERE}-`
  for (const name of await readdir(dirname(target)).catch(() => [])) {
    if (!name.startsWith(start)) continue
    const [, pid] = /^(\d+)-[0-9a-f]{8}\.partial$/.exec(name.slice(start.length)) ?? []
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(dirname(target), name), { recursive: true, force: true }).catch(() => {})
  }
}

export async function releaseFolder(path: string): Promise<Result<ReleaseFolder>> {
  const target = resolve(path)
  await sweep(target)
  const mark = `${HERE}-${process.pid}-${randomUUID().slice(0, 8)}`
  const partial = join(dirname(target), `.${basename(target)}.${mark}.partial`)
  try {
    await mkdir(partial, { recursive: true })
  } catch (error) {
    return unwritable(target, error)
  }
  const attempt = async (file: string, action: () => Promise<void>): Promise<Result<void>> => {
    try {
      return ok(await action())
    } catch (error) {
      return unwritable(file, error)
    }
  }
  return ok({
    add: (name, bytes) =>
      attempt(join(target, name), () => writeFlushed(join(partial, name), bytes)),
    finish: () =>
      attempt(target, async () => {
        await flushFolder(partial)
        await mkdir(target, { recursive: true })
        // The manifest vouches for the others: it comes when they are there.
        const names = (await readdir(partial)).filter((name) => name !== MANIFEST)
        for (const name of [...names, MANIFEST])
          await rename(join(partial, name), join(target, name))
        await rm(partial, { recursive: true })
        await flushFolder(target)
        await flushFolder(dirname(target))
      }),
    discard: () => rm(partial, { recursive: true, force: true }),
  })
}

/** Does this folder hold nothing, or an earlier release of the same postmortem? */
async function isFor(folder: string, postmortem: string): Promise<boolean> {
  try {
    const text = await readFile(join(folder, MANIFEST), 'utf8')
    const manifest = v.safeParse(ManifestSchema, JSON.parse(text))
    return manifest.success && manifest.output.postmortem === postmortem
  } catch {
    const names = await readdir(folder).catch(() => [])
    return names.length === 0
  }
}

/**
 * The folder for a release inside one that the person chose: named by the slug, and numbered where another thing has
 * that name, so that nothing of theirs is written over.
 */
export async function folderInside(
  chosen: string,
  slug: string,
  postmortem: string,
): Promise<string> {
  for (let count = 1; ; count++) {
    const folder = join(chosen, count === 1 ? slug : `${slug}-${count}`)
    if (await isFor(folder, postmortem)) return folder
  }
}
