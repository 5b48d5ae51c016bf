import { Buffer } from 'node:buffer'
import type { Figure } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { ok, type Result } from '../../model/errors/result.ts'
import type { StoredAsset } from '../store/asset-table.ts'
import type { Library } from '../store/library.ts'

/** The figures of a document in reading order. */
export const figuresOf = ({ sections }: Postmortem): Figure[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'figure'))

/** The images that a document shows, each once, in reading order. IMAGE_MISSING, LIBRARY_DAMAGED. */
export function assetsOf(document: Postmortem, library: Library): Result<StoredAsset[]> {
  const assets: StoredAsset[] = []
  for (const id of new Set(figuresOf(document).map(({ asset }) => asset))) {
    const found = library.asset(id)
    if (!found.ok) return found
    assets.push(found.value)
  }
  return ok(assets)
}

/** The images of a document as addresses that carry their bytes, by id: what makes a page one file. */
export function imagesOf(
  document: Postmortem,
  library: Library,
): Result<ReadonlyMap<string, string>> {
  const assets = assetsOf(document, library)
  if (!assets.ok) return assets
  return ok(
    new Map(
      assets.value.map(({ id, type, content }) => [
        id,
        `data:${type};base64,${Buffer.from(content).toString('base64')}`,
      ]),
    ),
  )
}
