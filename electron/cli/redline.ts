import type { Piece } from '../../model/history/pieces.ts'

/** As in a unified diff of words (`git diff --word-diff`), which people and scripts know. */
const MARKS: Readonly<Record<Piece['kind'], readonly [string, string]>> = {
  kept: ['', ''],
  removed: ['[-', '-]'],
  added: ['{+', '+}'],
}

/** Two texts in one line, word by word. */
export const redline = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => MARKS[kind].join(text)).join('')
