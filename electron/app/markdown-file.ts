import { Buffer } from 'node:buffer'
import { basename, dirname, extname, join } from 'node:path'
import type { Result } from '../../model/errors/result.ts'
import { EXTENSION_OF } from '../../model/image/image.ts'
import { writeMarkdown } from '../exchange/markdown.ts'
import type { Library } from '../store/library.ts'
import { writeWhole } from './file.ts'
import { assetsOf } from './images.ts'
import type { LeakGuard } from './leak-guard.ts'
import { ownWordsIn } from './theme.ts'
import type { View } from './view.ts'

/**
 * Writes a view as a Markdown file, and its images into a folder beside it that has the file's name. Answers the bytes
 * of the text. Nothing is written before all of it was looked through. Errors: LABELS_MISSING, IMAGE_MISSING, LEAK_FOUND,
 * LEAK_UNREADABLE, FILE_UNWRITABLE.
 */
export async function writeMarkdownFile(
  view: View,
  file: string,
  library: Library,
  guard: LeakGuard,
): Promise<Result<number>> {
  const assets = assetsOf(view.document, library)
  if (!assets.ok) return assets
  const folder = `${basename(file, extname(file))}-images`
  const nameOf = (id: string, type: keyof typeof EXTENSION_OF): string =>
    `${id.slice(0, 12)}.${EXTENSION_OF[type]}`
  const addresses = new Map(
    assets.value.map(({ id, type }) => [id, `${encodeURIComponent(folder)}/${nameOf(id, type)}`]),
  )
  const own = ownWordsIn(library)
  if (!own.ok) return own
  const text = writeMarkdown(view.document, view.locale, addresses, view.corrections, own.value)
  if (!text.ok) return text
  const bytes = new Uint8Array(Buffer.from(text.value))
  const safe = await guard.look(basename(file), bytes)
  if (!safe.ok) return safe
  for (const { id, type, content } of assets.value) {
    const clean = await guard.look(nameOf(id, type), content)
    if (!clean.ok) return clean
  }
  for (const { id, type, content } of assets.value) {
    const image = join(dirname(file), folder, nameOf(id, type))
    const written = await writeWhole(image, content)
    if (!written.ok) return written
  }
  return writeWhole(file, bytes)
}
