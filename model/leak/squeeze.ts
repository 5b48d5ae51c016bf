/** Stands for a point between digits, which makes an address or a decimal of them. */
const POINT = '\uE000'

/**
 * A text as it is looked for: letters and digits alone, in lower case and without marks, so that it is the same whatever a
 * format made of spaces, lines, soft hyphens, ligatures, width, direction marks and punctuation (UAX #15, NFKD).
 */
export function squeeze(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}\uE000]+/gu, '')
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]+/gu, '')
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
