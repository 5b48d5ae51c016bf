import { literalsIn } from '../values/literals.ts'
import { squeeze, tokensOf, type Token } from './squeeze.ts'

/**
 * From so much on a stretch of a text is its own: about four words of an alphabet, six ideographs. Shorter ones stand in
 * any two texts about one incident.
 */
const ENOUGH = 18
const FEWEST_WORDS = 3
/** A text that is shorter as a whole, as a name or a title, counts from so much on, and with more than one word. */
const ENOUGH_AS_WHOLE = 10
/** One word alone is nobody's secret, unless it is as long as this, or letters and digits that were given to one thing. */
const ENOUGH_AS_WORD = 20
const SHORTEST_NAME = 6
/** So long a word of the digits and letters of hexadecimal may stand in a hash by chance. */
const LONGEST_BY_CHANCE = 9

/** Letters and digits held together, as tickets and hosts have: `SEC-4711`, `db02.example`. */
const COMPOUND = /[\p{L}\p{N}]+(?:[-_./@][\p{L}\p{N}]+)*/gu
const DOTTED = /^\d+(\uE000\d+){3}$/u

/** Is this, squeezed, a name that was given to one thing? */
function isName(squeezed: string): boolean {
  if (DOTTED.test(squeezed)) return true
  if (squeezed.length < SHORTEST_NAME) return false
  if (!/\p{L}/u.test(squeezed) || !/\p{N}/u.test(squeezed)) return false
  return squeezed.length > LONGEST_BY_CHANCE || !/^[0-9a-f]+$/u.test(squeezed)
}

function* namesIn(text: string): Generator<string, void, undefined> {
  for (const [compound] of text.matchAll(COMPOUND)) {
    const squeezed = squeeze(compound)
    if (isName(squeezed)) yield squeezed
  }
  for (const { kind, text: literal } of literalsIn(text)) {
    if (kind !== 'email' && kind !== 'url' && kind !== 'path') continue
    const squeezed = squeeze(literal)
    if (squeezed.length >= ENOUGH_AS_WHOLE) yield squeezed
  }
}

/** The shortest stretch from a word on that says enough; undefined where the text ends before. */
function windowFrom(tokens: readonly Token[], start: number): string | undefined {
  let weight = 0
  let text = ''
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]!
    weight += token.weight
    text += token.text
    if (weight >= ENOUGH && at - start + 1 >= FEWEST_WORDS) return text
  }
  return undefined
}

/**
 * What of a text is its own, squeezed: the shortest stretch from each word on that says enough, so that a part of the text is
 * known as well as the whole; a short text as a whole; and names with letters and digits wherever they stand.
 */
export function* windowsOf(text: string): Generator<string, void, undefined> {
  yield* namesIn(text)
  const tokens = tokensOf(text)
  let found = false
  for (let start = 0; start < tokens.length; start++) {
    const window = windowFrom(tokens, start)
    // From here on the rest is shorter still.
    if (window === undefined) break
    found = true
    yield window
  }
  if (found) return
  const weight = tokens.reduce((sum, token) => sum + token.weight, 0)
  if (weight >= (tokens.length > 1 ? ENOUGH_AS_WHOLE : ENOUGH_AS_WORD))
    yield tokens.map((token) => token.text).join('')
}
