import type { Typography } from './typography.ts'

/** `remove` UTF-16 units before what was typed give way, and `insert` stands for them and for what was typed. */
export interface Setting {
  readonly remove: number
  readonly insert: string
}

/** After these a quotation begins: nothing, white space, an opening bracket, a dash. */
const BEGINNING = /(?:^|[\s([{\u2010-\u2015\u2018\u201C\u00AB\u201E\u201A\u300C\u300E/])$/u

/** Marks that only one side of a quotation has: a language in which both sides are the same has none. */
function openMarks([open, close]: readonly [string, string]): string | undefined {
  const [bare, end] = [open.trim(), close.trim()]
  return bare === end ? undefined : bare
}

/** Whether a quotation has begun that has not ended. */
function isOpen(before: string, pair: readonly [string, string]): boolean {
  const open = openMarks(pair)
  return open !== undefined && before.lastIndexOf(open) > before.lastIndexOf(pair[1].trim())
}

function quote(before: string, pair: readonly [string, string]): Setting {
  const [open, close] = pair
  if (!BEGINNING.test(before)) return { remove: 0, insert: close }
  // Where a space stands inside of the marks, a person types one before the closing mark too.
  const spaced = /^\s/u.test(close) && /\S\s$/u.test(before)
  if (spaced && isOpen(before, pair)) return { remove: 1, insert: close }
  return { remove: 0, insert: open }
}

function single(before: string, language: Typography): Setting {
  const { inner } = language.quotes
  const inWord = /[\p{L}\p{N}]$/u.test(before)
  if (inWord && !isOpen(before, inner)) return { remove: 0, insert: language.apostrophe }
  return quote(before, inner)
}

/** A word that has just ended and began with what looked like a quotation, but is a shortened word. */
function elided(before: string, language: Typography): Setting | undefined {
  const [open] = language.quotes.inner
  const found = language.elisions.find((word) => {
    const shortened = `${open}${word}`
    if (before.length < shortened.length) return false
    const end = before.slice(-shortened.length)
    const start = before.slice(0, -shortened.length)
    return end.toLowerCase() === shortened.toLowerCase() && /(?:^|[\s([{])$/u.test(start)
  })
  if (found === undefined) return undefined
  return {
    remove: open.length + found.length,
    insert: language.apostrophe + before.slice(-found.length),
  }
}

const spaceBefore = (mark: string, language: Typography): string | undefined =>
  language.spaces.find(({ before }) => before.includes(mark))?.space

/** The space that a person types after an opening mark that brings one of its own. */
const isDoubled = (before: string, { quotes }: Typography): boolean =>
  [quotes.outer[0], quotes.inner[0]].some((open) => /\s$/u.test(open) && before.endsWith(open))

/** What a word's end brings: dashes, shortened words, and the space before a mark that was typed without one. */
function ended(before: string, typed: string, language: Typography): Setting | undefined {
  if (isDoubled(before, language)) return { remove: 0, insert: '' }
  const dash = /\S (--?)$/u.exec(before)
  if (dash !== null) return { remove: dash[1]!.length, insert: `${language.dashes.spaced}${typed}` }
  const mark = /[\p{L}\p{N}\u2019)]([^\p{L}\p{N}\s])$/u.exec(before)?.[1]
  const space = mark === undefined ? undefined : spaceBefore(mark, language)
  if (space !== undefined) return { remove: 1, insert: `${space}${mark}${typed}` }
  return undefined
}

/**
 * What a language sets in place of a typed character, or undefined where it stands as it is. `before` is the text of
 * the unit up to the character; a fact in it stands as one character. What looks like code is left alone: nothing
 * changes after an opening backtick, and two hyphens become a dash only between words or between spaces.
 */
export function settingFor(
  before: string,
  typed: string,
  language: Typography,
): Setting | undefined {
  if ((before.split('`').length - 1) % 2 === 1) return undefined
  if (typed === '"') return quote(before, language.quotes.outer)
  if (typed === "'") return single(before, language)
  if (typed === '.' && /(?:^|[^.])\.\.$/u.test(before))
    return { remove: 2, insert: language.ellipsis }
  if (/^\p{L}$/u.test(typed)) {
    if (!/[\p{L}\p{N}]--$/u.test(before)) return undefined
    return { remove: 2, insert: `${language.dashes.joined}${typed}` }
  }
  const shortened = elided(before, language)
  if (shortened !== undefined)
    return { remove: shortened.remove, insert: `${shortened.insert}${typed}` }
  if (typed === ' ') return ended(before, typed, language)
  const space = spaceBefore(typed, language)
  if (space !== undefined && /\S $/u.test(before)) return { remove: 1, insert: `${space}${typed}` }
  return undefined
}
