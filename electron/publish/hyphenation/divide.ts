// The package has no types, and other folders that import this do not see the declarations of this one.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./hyphen.d.ts" />
import createHyphenator from 'hyphen/hyphen.js'
import { languageData } from '../../../locales/language-data.ts'
import { readPatterns } from './patterns.ts'

/** Where a word may be divided. */
const SOFT_HYPHEN = '\u00AD'
/** Lines are not set to one width, so that only long words are worth dividing, and only in the middle. */
const SHORTEST = 8
const BEFORE = 3
const AFTER = 4
/** Whole words and no part of an address, an identifier or a number; and none with capitals inside. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}@./_:#\\-])\p{L}\p{Ll}{7,}(?![\p{L}\p{M}\p{N}@/_:\\-]|\.[\p{L}\p{N}])/gu
const CAPITAL = /^\p{Lu}/u

type Divide = (word: string) => string

const dividers = new Map<string, Divide | undefined>()

/** A word without the divisions that stand too near to one of its ends. */
function inTheMiddle(divided: string): string {
  const parts = divided.split(SOFT_HYPHEN)
  let word = parts[0]!
  let done = word.length
  const whole = parts.join('').length
  for (const part of parts.slice(1)) {
    word += (done >= BEFORE && whole - done >= AFTER ? SOFT_HYPHEN : '') + part
    done += part.length
  }
  return word
}

function dividerOf(locale: string): Divide | undefined {
  const data = languageData(locale)?.hyphenation
  if (data === undefined) return undefined
  const name = data.patterns
  if (!dividers.has(name)) {
    const hyphenate = createHyphenator(readPatterns(name), {
      hyphenChar: SOFT_HYPHEN,
      minWordLength: SHORTEST,
      html: false,
      async: false,
    })
    dividers.set(name, (word) =>
      CAPITAL.test(word) && !data.capitals ? word : inTheMiddle(hyphenate(word)),
    )
  }
  return dividers.get(name)
}

/** A text with a soft hyphen wherever its long words may be divided; as it is where nobody knows that of its language. */
export function withDivisions(text: string, locale: string): string {
  const divide = dividerOf(locale)
  return divide === undefined ? text : text.replace(WORD, divide)
}
