/**
 * Scripts that are written without spaces between words, so that a line break inside a sentence stands for nothing
 * (Unicode Line Breaking Algorithm, UAX #14: class ID and the kana). Hangul is not among them: Korean has spaces.
 */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u303F\uFF00-\uFFEF]/u

const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? ''
const firstOf = (text: string): string => [...text.slice(0, 2)][0] ?? ''

/** What stands between two lines of one sentence: a space, or nothing between characters of an unspaced script. */
export const softBreak = (before: string, after: string): '' | ' ' =>
  UNSPACED.test(lastOf(before)) && UNSPACED.test(firstOf(after)) ? '' : ' '

/** Lines that one sentence was wrapped into, as one line. White space at the breaks goes, every other character stays. */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const next = line.trim()
    if (next !== '') text = text === '' ? next : text + softBreak(text, next) + next
  }
  return text
}
