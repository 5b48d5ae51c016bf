/** Every decimal digit of the numbering systems that ECMA-402 knows, by its value. Derived, so that none is forgotten. */
const DIGITS: ReadonlyMap<string, string> = new Map(
  Intl.supportedValuesOf('numberingSystem').flatMap((system) => {
    const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false })
    const row = Array.from({ length: 10 }, (_, digit): [string, string] => [
      format.format(digit),
      String(digit),
    ])
    // Algorithmic systems have no digits, and outside the basic plane offsets would move.
    return row.every(([sign]) => sign.length === 1 && /\p{Nd}/u.test(sign)) ? row : []
  }),
)

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['\u066B', '.'],
  ['\u066C', ','],
  ['\uFF0C', ','],
  ['\uFF0E', '.'],
  ['\uFF1A', ':'],
  ['\uFF0F', '/'],
  ['\uFF05', '%'],
  ['\u066A', '%'],
  ['\u2212', '-'],
  ['\uFF0D', '-'],
])

const NATIVE = /[\p{Nd}\u066A-\u066C\uFF05\uFF0C-\uFF0F\uFF1A\u2212]/gu

/** Are these digits of a script of their own, with separators of their own? */
const isArabic = (text: string): boolean => /[\u066B\u066C]/.test(text)

/**
 * The text with western digits, as long as before. The separators of Arabic digits cannot be mistaken, so they become
 * the sign that the language reads as such.
 */
export function westernDigits(text: string, decimal: string, group: string): string {
  if (!/[^\u0000-\u007F]/.test(text)) return text
  const arabic = isArabic(text)
  return text.replace(NATIVE, (sign, at: number) => {
    if (arabic && sign === '\u066B') return decimal
    if (arabic && sign === '\u066C') return group
    // A full-width comma between words is no separator of digits.
    if (/[\uFF0C\uFF0E\uFF0F\uFF1A]/.test(sign) && !/\p{Nd}/u.test(text[at + 1] ?? '')) return sign
    return DIGITS.get(sign) ?? SIGNS.get(sign) ?? sign
  })
}
