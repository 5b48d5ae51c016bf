import type { Content } from '../../../model/document/text.ts'
import { contentHash } from '../../../model/units/hash.ts'
import type { ReturnedUnit } from './bilingual.ts'
import { knownCodes, tokensOf, type Token } from './code.ts'
import { contentOf } from './content.ts'

/** A hash of which a file may only have the first digits; sixteen are enough to tell the texts of one unit apart. */
export const isHash = (stated: string, hash: string): boolean =>
  stated.length >= 16 && hash.startsWith(stated)

/** Tools wrap and indent what they write: white space alone is no change of a source. */
const flat = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => (token.kind === 'text' ? token.text : `\u{FFFC}${token.code.id}`))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** No source has it. */
const NONE = '0'.repeat(64)

/**
 * The hash of the source that a unit of a file was translated from, and whether the source is another one by now. A file
 * whose source was changed on the way was translated from something that we never had.
 */
export function sourceOf(
  unit: ReturnedUnit,
  source: Content,
): { readonly hash: string; readonly drifted: boolean } {
  const now = contentHash(source)
  const read = contentOf(unit.source, knownCodes(source, []))
  const inFile = read === null ? NONE : contentHash(read)
  const asNow = inFile === now || flat(unit.source) === flat(tokensOf(source, []).source)
  if (asNow && (unit.sourceHash === undefined || isHash(unit.sourceHash, now)))
    return { hash: now, drifted: false }
  const stated = unit.sourceHash?.length === 64 ? unit.sourceHash : inFile
  return { hash: stated === now ? NONE : stated, drifted: true }
}
