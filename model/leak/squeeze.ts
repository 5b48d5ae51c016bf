/** Stands for a point between digits, which makes an address or a decimal of them. */
const POINT = '\uE000'

const NUMBER = /^\p{N}$/u
const LETTER = /^[\p{L}\uE000]$/u
const UNSEEN = /[\p{M}\p{Cf}]+/gu

/** A code point without width, ligature, case and marks (UAX #15, NFKD); both forms of sigma are one. */
const foldedPoint = (character: string): string =>
  character.normalize('NFKD').toLowerCase().replaceAll('ς', 'σ').replace(UNSEEN, '')

/** What becomes of a code unit; `several` of those whose fold is no single unit, and of halves of a code point. */
const KIND = {
  unknown: 0,
  nothing: 1,
  letter: 2,
  number: 3,
  point: 4,
  sign: 5,
  several: 6,
} as const

const kindOf = (character: string): number => {
  if (character === '.') return KIND.point
  if (NUMBER.test(character)) return KIND.number
  return LETTER.test(character) ? KIND.letter : KIND.sign
}

/** By code unit, as they are met: its kind, and what it becomes. */
const kinds = new Uint8Array(0x1_00_00)
const becomes = new Uint16Array(0x1_00_00)

function learn(unit: number): number {
  const one = String.fromCharCode(unit)
  const fold = foldedPoint(one)
  let kind: number = fold === '' ? KIND.nothing : KIND.several
  if (fold.length === 1 && one.isWellFormed()) kind = kindOf(fold)
  kinds[unit] = kind
  becomes[unit] = fold.charCodeAt(0)
  return kind
}

interface Part {
  readonly kind: number
  readonly text: string
}

/** What the units of kind `several` become, in code points: some thousand syllables and ligatures. */
const folds = new Map<number, readonly Part[]>()

function foldOf(code: number): readonly Part[] {
  const there = folds.get(code)
  if (there !== undefined) return there
  const folded = foldedPoint(String.fromCodePoint(code))
  const made = Array.from(folded, (text) => ({ kind: kindOf(text), text }))
  // Of pairs of units there are too many to keep, and few of them in any text.
  if (code <= 0xff_ff) folds.set(code, made)
  return made
}

/** Calls with so many arguments are the longest that every engine takes. */
const AT_ONCE = 0x20_00

const textOf = (units: Uint16Array, length: number): string => {
  let text = ''
  for (let at = 0; at < length; at += AT_ONCE) {
    const some = units.subarray(at, Math.min(at + AT_ONCE, length))
    text += Reflect.apply(String.fromCharCode, undefined, some)
  }
  return text
}

/**
 * A text as it is looked for: letters and digits alone, in lower case and without marks, so that it is the same whatever a
 * format made of spaces, lines, soft hyphens, ligatures, width, direction marks and punctuation (UAX #15, NFKD). Unit by unit,
 * because whole files are read in several ways.
 */
export function squeeze(text: string): string {
  let units = new Uint16Array(text.length)
  let length = 0
  let before: number = KIND.sign
  /** A point after a number, which stays where a number follows. */
  let point = false
  const put = (kind: number, unit: number): void => {
    if (length + 2 > units.length) {
      const longer = new Uint16Array(2 * units.length + 2)
      longer.set(units)
      units = longer
    }
    if (kind <= KIND.number) {
      if (point && kind === KIND.number) units[length++] = POINT.charCodeAt(0)
      units[length++] = unit
    }
    point = kind === KIND.point && before === KIND.number
    before = kind
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const kind = kinds[unit]! || learn(unit)
    if (kind === KIND.nothing) continue
    if (kind < KIND.several) {
      put(kind, becomes[unit]!)
      continue
    }
    const code = text.codePointAt(at)!
    if (code > 0xff_ff) at++
    const parts = foldOf(code)
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index]!
      put(part.kind, part.text.charCodeAt(0))
      if (part.text.length > 1 && part.kind <= KIND.number)
        put(KIND.letter, part.text.charCodeAt(1))
      before = part.kind
    }
  }
  return textOf(units, length)
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(UNSEEN, '')
    .replace(/(\p{N})\.(?=\p{N})/gu, `$1${POINT}`)
}

/** For each byte what `squeeze` makes of it as ASCII; 0 where nothing. */
const ASCII = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = code < 128 ? String.fromCharCode(code).toLowerCase() : ''
  return /^[a-z0-9]$/.test(letter) ? letter.charCodeAt(0) : 0
})

/** The ASCII letters and digits of bytes that are no text: what UTF-8 and UTF-16 have in common of it is left. */
export function squeezeBytes(bytes: Uint8Array): Uint8Array {
  const squeezed = new Uint8Array(bytes.length)
  let length = 0
  for (const byte of bytes) {
    const code = ASCII[byte]!
    if (code !== 0) squeezed[length++] = code
  }
  return squeezed.subarray(0, length)
}

/** A word of a squeezed text, with how much of a text it makes. */
export interface Token {
  readonly text: string
  readonly weight: number
}

const WORD = /[\p{L}\p{N}\uE000]+/gu
/** Scripts that write no spaces: each letter may begin a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u

/**
 * How much a word says, in letters of an alphabet. A syllable says about two, an ideograph three; digits say nothing,
 * because every text is full of them.
 */
function weightOf(word: string): number {
  if (/^[\p{N}\uE000]+$/u.test(word)) return 0
  if (/^\p{Script=Han}$/u.test(word)) return 3
  if (/^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(word)) return 2
  return [...word].length
}

/** The words of a text, squeezed: joined they are `squeeze` of it. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const [run] of folded(text).matchAll(WORD)) {
    let word = ''
    const close = (): void => {
      if (word !== '') tokens.push({ text: word, weight: weightOf(word) })
      word = ''
    }
    for (const letter of run) {
      if (!UNSPACED.test(letter)) {
        word += letter
        continue
      }
      close()
      tokens.push({ text: letter, weight: weightOf(letter) })
    }
    close()
  }
  return tokens
}
