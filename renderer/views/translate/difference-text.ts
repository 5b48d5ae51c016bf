import type { Match } from '../../../model/contract/memory.ts'
import type { Content } from '../../../model/document/text.ts'
import { codesIn, type InlineCode } from '../../../model/workflow/codes.ts'

/** What stands in the pieces of a difference in place of a fact. */
const PLACE = '\u{FFFC}'

/** The difference between the source of a match and a text, with the facts of the text read out; those that went are a dot. */
export function readPieces(
  pieces: Match['differences'],
  source: Content,
  read: (code: InlineCode) => string,
): Match['differences'] {
  const facts = codesIn(source).filter(({ type }) => type === 'fact')
  let at = 0
  return pieces.map(({ kind, text }) => ({
    kind,
    text: text.replaceAll(PLACE, () => {
      const fact = kind === 'removed' ? undefined : facts[at++]
      return fact === undefined ? '…' : read(fact)
    }),
  }))
}
