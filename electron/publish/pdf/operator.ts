/** An operator of a content stream, from the first byte of its operands to the byte after its own last. */
export interface Operator {
  readonly operator: string
  readonly start: number
  readonly end: number
}

/** A row of 256: is this byte one of them? */
const bytesOf = (text: string): Uint8Array => {
  const row = new Uint8Array(256)
  for (const letter of text) row[letter.charCodeAt(0)] = 1
  return row
}
const SPACE = bytesOf('\0\t\n\f\r ')
const DELIMITER = bytesOf('()<>[]{}/%')
const NUMBER = bytesOf('0123456789.+-')
const VALUES = new Set(['true', 'false', 'null'])
const OPEN = 0x28
const CLOSE = 0x29
const BACKSLASH = 0x5c
const LESS = 0x3c
const GREATER = 0x3e
const PERCENT = 0x25
const SLASH = 0x2f

/** The byte after a string in parentheses, which may hold balanced ones and escaped ones (ISO 32000-2, 7.3.4.2). */
function afterString(bytes: Buffer, from: number): number {
  let depth = 0
  let at = from
  do {
    if (bytes[at] === BACKSLASH) at++
    else if (bytes[at] === OPEN) depth++
    else if (bytes[at] === CLOSE) depth--
    at++
  } while (depth > 0 && at < bytes.length)
  return at
}

function afterWord(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && SPACE[bytes[at]!] === 0 && DELIMITER[bytes[at]!] === 0) at++
  return at
}

function afterComment(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++
  return at
}

/** The byte after the token at `from`, and the operator's name where it is one (ISO 32000-2, 7.2 and 7.8.2). */
function token(bytes: Buffer, from: number): { end: number; operator?: string } {
  const first = bytes[from]!
  if (first === OPEN) return { end: afterString(bytes, from) }
  if (first === LESS && bytes[from + 1] !== LESS) return { end: bytes.indexOf(GREATER, from) + 1 }
  if (first === LESS || (first === GREATER && bytes[from + 1] === GREATER)) return { end: from + 2 }
  if (first === SLASH) return { end: afterWord(bytes, from + 1) }
  if (DELIMITER[first] === 1) return { end: from + 1 }
  const end = afterWord(bytes, from)
  // Most words are numbers, and no operator begins as one.
  if (NUMBER[first] === 1) return { end }
  const word = bytes.toString('latin1', from, end)
  return VALUES.has(word) ? { end } : { end, operator: word }
}

/**
 * Every operator of a content stream in order. Inline images are not read: Skia, whose pages these are, writes none.
 */
export function* operators(bytes: Buffer): Generator<Operator> {
  let at = 0
  let start: number | undefined
  while (at < bytes.length) {
    if (SPACE[bytes[at]!] === 1) {
      at++
      continue
    }
    if (bytes[at] === PERCENT) {
      at = afterComment(bytes, at)
      continue
    }
    start ??= at
    const { end, operator } = token(bytes, at)
    at = end
    if (operator === undefined) continue
    yield { operator, start, end }
    start = undefined
  }
}
