import { publicationWords } from '../../../locales/publication-words.ts'
import type { PictureKind } from '../../../model/contract/calls.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { rendering, type PageInput } from '../rendering.ts'
import { cardPicture } from './card.ts'
import { reachPicture } from './reach.ts'
import type { Picture } from './sheet.ts'
import { timelinePicture } from './timeline.ts'

const DRAW = { card: cardPicture, timeline: timelinePicture, reach: reachPicture } as const

/**
 * A part of a postmortem as a PNG image, with what it says: drawn without a browser, and so the same bytes everywhere.
 *
 * Errors: LABELS_MISSING where the locale has no publication words; PICTURE_EMPTY where the document has nothing of the
 * kind to draw.
 */
export async function renderPicture(
  input: Omit<PageInput, 'medium'>,
  kind: PictureKind,
): Promise<Result<Picture>> {
  const words = publicationWords(input.locale, input.own)
  if (words === undefined) return fail('LABELS_MISSING', { locale: input.locale })
  const drawn = await DRAW[kind](rendering({ ...input, medium: 'screen' }, words))
  return drawn === null ? fail('PICTURE_EMPTY', { locale: input.locale }) : ok(drawn)
}
