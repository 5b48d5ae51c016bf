/** What a line begins with when it is an item of a list. `sign` is as it was written, with the space behind it. */
export interface Marker {
  readonly ordered: boolean
  /** The number of an ordered item; 0 for a bullet. */
  readonly number: number
  readonly sign: string
  /** Nobody begins an ordinary line like this; with others (`-`, `1.`) a wrapped sentence may happen to. */
  readonly certain: boolean
}

// Signs that are a bullet wherever they stand, and marks that are one only with a space behind them.
const BULLET = /^[•‣⁃◦▪▫●○■□◆◇▶►➢✓✔·∙・]\s*(?=\S)/u
const DASH = /^[-*+–]\s+(?=\S)/u
// `1.` or `1)` with a space, or directly before a wide character; full-width forms need none; `(1)`; circled numbers.
const NUMBER =
  /^(?:([0-9]{1,3})(?:[.)]\s+|[.)](?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]))|([0-9０-９]{1,3})[．）、]\s*|[(（]([0-9０-９]{1,3})[)）]\s*)(?=\S)/u
const CIRCLED = /^([①-⑳])\s*(?=\S)/u

/** The marker that a line begins with, or undefined. The line has no white space before it. */
export function markerOf(line: string): Marker | undefined {
  const bullet = BULLET.exec(line)
  if (bullet) return { ordered: false, number: 0, sign: bullet[0], certain: true }
  const dash = DASH.exec(line)
  if (dash) return { ordered: false, number: 0, sign: dash[0], certain: false }
  const number = NUMBER.exec(line) ?? CIRCLED.exec(line)
  if (!number) return undefined
  const digits = (number[1] ?? number[2] ?? number[3] ?? '').normalize('NFKC')
  return { ordered: true, number: Number(digits), sign: number[0], certain: false }
}
