import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import * as v from 'valibot'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { ManifestSchema, type Manifest } from '../../model/releases/manifest.ts'
import { readBytes } from './file.ts'
import { MANIFEST } from './release-folder.ts'

/** What a folder has of a release, by the names of its files. All three empty: it is as it was published. */
export interface Verification {
  readonly manifest: Manifest
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  /** What the manifest does not name. */
  readonly extra: readonly string[]
}

const LARGEST_MANIFEST = 64 * 1024 * 1024

async function manifestIn(folder: string): Promise<Result<Manifest>> {
  const file = join(folder, MANIFEST)
  const bytes = await readBytes(file, LARGEST_MANIFEST)
  if (!bytes.ok) return bytes
  const invalid = (why: string) => fail('MANIFEST_INVALID', { file, why })
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
    const parsed = v.safeParse(ManifestSchema, json)
    if (parsed.success) return ok(parsed.output)
    return invalid(`${v.getDotPath(parsed.issues[0]) ?? ''} ${parsed.issues[0].message}`.trim())
  } catch {
    return invalid('no JSON')
  }
}

/** Every file below a folder, as the manifest would name it. */
async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  return all
    .filter((one) => !one.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
}

/**
 * Looks whether a folder is still what was published into it, by its manifest and nothing else: neither library nor network is
 * needed. The manifest itself is not signed. Errors: FILE_NOT_FOUND, FILE_UNREADABLE, FILE_TOO_LARGE, MANIFEST_INVALID.
 */
export async function verifyRelease(folder: string): Promise<Result<Verification>> {
  const read = await manifestIn(folder)
  if (!read.ok) return read
  const manifest = read.value
  const there = new Set(await filesIn(folder))
  const changed: string[] = []
  for (const { file, sha256, bytes } of manifest.files) {
    if (!there.has(file)) continue
    const content = await readFile(join(folder, file)).catch(() => undefined)
    const hash = content && createHash('sha256').update(content).digest('hex')
    if (hash !== sha256 || content?.byteLength !== bytes) changed.push(file)
  }
  const named = new Set([MANIFEST, ...manifest.files.map(({ file }) => file)])
  return ok({
    manifest,
    changed,
    missing: manifest.files.map(({ file }) => file).filter((file) => !there.has(file)),
    extra: [...there].filter((file) => !named.has(file)).toSorted(),
  })
}
