import { diffArrays } from 'diff'

/** A stretch of a redline: in both texts, only in the later one, or only in the earlier one. */
export interface Piece {
  readonly kind: 'kept' | 'added' | 'removed'
  readonly text: string
}

/** Two texts farther apart than this many words are shown as one replaced by the other: a redline would be unreadable. */
const MOST_EDITS = 2000
/** The same where less than this part of the longer text is in both. */
const LEAST_KEPT = 0.2

const segmenters = new Map<string, Intl.Segmenter>()

/** The words of a text and what is between them, in order; together they are the text. `locale`: a BCP 47 tag. */
export function wordsIn(text: string, locale: string): string[] {
  let segmenter = segmenters.get(locale)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
    segmenters.set(locale, segmenter)
  }
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

const piece = (kind: Piece['kind'], text: string): Piece[] => (text === '' ? [] : [{ kind, text }])

const lengthOf = (pieces: readonly Piece[], kind: Piece['kind']): number =>
  pieces.reduce((sum, one) => sum + (one.kind === kind ? one.text.trim().length : 0), 0)

/**
 * The redline from one text to another, both as words. What is kept and removed makes the earlier text, what is kept
 * and added the later one. Spaces between two changes change along, so that a new phrase is one piece.
 */
export function piecesOf(before: readonly string[], after: readonly string[]): Piece[] {
  const whole = [...piece('removed', before.join('')), ...piece('added', after.join(''))]
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS })
  if (parts === undefined) return whole
  const pieces: Piece[] = []
  let removed = ''
  let added = ''
  const keep = (text: string): void => {
    const last = pieces.at(-1)
    if (last?.kind === 'kept') pieces[pieces.length - 1] = { kind: 'kept', text: last.text + text }
    else pieces.push(...piece('kept', text))
  }
  const flush = (): void => {
    const spaces = removed === '' || added === '' ? '' : (/\s+$/.exec(removed)?.[0] ?? '')
    const shared = added.endsWith(spaces) ? spaces : ''
    const said = (text: string): string => text.slice(0, text.length - shared.length)
    pieces.push(...piece('removed', said(removed)), ...piece('added', said(added)))
    keep(shared)
    removed = ''
    added = ''
  }
  for (const [at, part] of parts.entries()) {
    const text = part.value.join('')
    const between = at > 0 && at < parts.length - 1
    if (part.removed) removed += text
    else if (part.added) added += text
    else if (between && text.trim() === '') {
      removed += text
      added += text
    } else {
      flush()
      keep(text)
    }
  }
  flush()
  const kept = lengthOf(pieces, 'kept')
  const longer = kept + Math.max(lengthOf(pieces, 'removed'), lengthOf(pieces, 'added'))
  const both = before.length > 0 && after.length > 0
  return both && kept < longer * LEAST_KEPT ? whole : pieces
}
