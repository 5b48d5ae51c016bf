import { letters } from '../exchange/words.ts'

/** What a browser would show of a page, without its head. Good enough to look for words in. */
export const shownText = (html: string): string =>
  html
    .replace(/<(style|script|head|svg)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#x27|#39|#x26|#x3C);/g, ' ')

/**
 * The words of a text that a publication does not have, or has in another place. What stands in between (contents,
 * page numbers, labels, the numbers of lists) is allowed.
 */
export function missingWords(source: string, publication: string): string[] {
  const hay = letters(publication)
  let at = 0
  return source.split(/[\s、。]+/u).filter((word) => {
    const needle = letters(word)
    if (needle === '' || /^\d\.$/.test(word)) return false
    const found = hay.indexOf(needle, at)
    if (found === -1) return true
    at = found + needle.length
    return false
  })
}
