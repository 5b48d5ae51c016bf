import { basename, dirname, isAbsolute, relative, resolve } from 'node:path'
import { readImage } from '../../model/image/read.ts'
import { LARGEST_IMAGE, type Asset } from '../../model/image/image.ts'
import { ok, type Result } from '../../model/errors/result.ts'
import type { Library } from '../store/library.ts'
import { readBytes } from './file.ts'

/** The file that an address names in the folder of a document or below it; undefined where it would lead out of it. */
function fileBeside(document: string, address: string): string | undefined {
  const folder = dirname(resolve(document))
  try {
    const file = resolve(folder, decodeURIComponent(address.replace(/[?#].*$/s, '')))
    const way = relative(folder, file)
    return way === '' || way.startsWith('..') || isAbsolute(way) ? undefined : file
  } catch {
    return undefined
  }
}

/**
 * Puts the images that a document names and that lie beside it into the library. `left` are those that are not there,
 * that lie elsewhere or that cannot be taken; the document keeps their words.
 */
export async function takePictures(
  document: string,
  addresses: Iterable<string>,
  library: Library,
): Promise<Result<{ taken: ReadonlyMap<string, Asset>; left: string[] }>> {
  const taken = new Map<string, Asset>()
  const left: string[] = []
  for (const address of addresses) {
    const file = fileBeside(document, address)
    const bytes = file === undefined ? undefined : await readBytes(file, LARGEST_IMAGE)
    const image = bytes?.ok ? readImage({ name: basename(file!), bytes: bytes.value }) : undefined
    if (!image?.ok) left.push(address)
    else {
      const stored = library.putAsset(image.value)
      if (!stored.ok) return stored
      taken.set(address, stored.value)
    }
  }
  return ok({ taken, left })
}
