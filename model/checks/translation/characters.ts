import { literalsIn } from '../../values/literals.ts'
import type { Finding, Pair } from './pair.ts'
import { scriptOf } from './script.ts'

/** Damaged text (U+FFFD), characters that steer devices, and those that Unicode will never assign. */
const BROKEN =
  /[\uFFFD\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/gu
/**
 * Nobody sees these. Joiners have a use in scripts that join, soft hyphens and marks of direction where a person set
 * them: those that the source has too are let be. Overrides of direction can make a text read as another (CVE-2021-42574).
 */
const HIDDEN = /[\u00AD\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu
const OVERRIDE = /[\u202A-\u202E\u2066-\u2069]/u

const name = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

function broken({ there }: Pair): Finding[] {
  return Array.from(there.matchAll(BROKEN), (match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    return { rule: 'character-broken', start, end, params: { target: name(match[0]) } }
  })
}

function hidden({ here, there }: Pair): Finding[] {
  const isRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(there)
  return Array.from(there.matchAll(HIDDEN))
    .filter(
      ([sign]) =>
        !here.includes(sign) &&
        (!isRightToLeft || !/[\u200E\u200F\u061C\u2066-\u2069]/u.test(sign)),
    )
    .map((match) => {
      const [start, end] = [match.index, match.index + match[0].length]
      const context = OVERRIDE.test(match[0]) ? { context: 'direction' } : {}
      return {
        rule: 'character-hidden',
        start,
        end,
        params: { target: name(match[0]), ...context },
        edits: [{ start, end, text: '' }],
      }
    })
}

/** Letters that were taken apart, as some systems write the names of their files. */
function composed({ there }: Pair): Finding[] {
  if (there === there.normalize('NFC')) return []
  return Array.from(there.matchAll(/\P{M}\p{M}+/gu))
    .filter(([text]) => text.normalize('NFC') !== text)
    .slice(0, 1)
    .map((match) => ({
      rule: 'character-composed',
      start: match.index,
      end: match.index + match[0].length,
      params: { target: match[0].normalize('NFC') },
      edits: Array.from(there.matchAll(/\P{M}\p{M}+/gu), ({ 0: text, index }) => ({
        start: index,
        end: index + text.length,
        text: text.normalize('NFC'),
      })),
    }))
}

/** A word in two scripts that look alike (Unicode TR 39): a Cyrillic "а" in a Latin word. */
function mixed({ there }: Pair): Finding[] {
  return Array.from(there.matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu))
    .filter(
      ([word]) =>
        [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) =>
          script.test(word),
        ).length > 1,
    )
    .map((match) => ({
      rule: 'character-mixed',
      start: match.index,
      end: match.index + match[0].length,
      params: { target: match[0] },
    }))
}

const SCRIPTS = ['Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Han', 'Hiragana', 'Katakana'].concat([
  'Hangul',
  'Thai',
  'Devanagari',
  'Armenian',
  'Georgian',
])
const PATTERNS = SCRIPTS.map((script) => new RegExp(String.raw`\p{Script=${script}}{2,}`, 'u'))

/** Letters of a script that neither the source nor the language is written in: a paste of something else. */
function strange({ here, there, to }: Pair): Finding[] {
  const own = scriptOf(to.locale)
  return PATTERNS.flatMap((pattern): Finding[] => {
    const match = pattern.exec(there)
    if (match === null || pattern.test(here) || own === null || own.test(match[0])) return []
    const [start, end] = [match.index, match.index + match[0].length]
    return [{ rule: 'character-script', start, end, params: { target: match[0] } }]
  })
}

/** Digits of two scripts in one text, beside those of addresses and identifiers. */
function digits({ there }: Pair): Finding[] {
  const literals = literalsIn(there)
  const found = Array.from(there.matchAll(/\p{Nd}+/gu)).filter(
    ({ index }) => !literals.some(({ start, end }) => start <= index && index < end),
  )
  const isLatin = (text: string): boolean => /[0-9]/.test(text)
  const odd = found.find(([text]) => isLatin(text) !== isLatin(found[0]![0]))
  if (odd === undefined) return []
  const { 0: target, index } = odd
  return [{ rule: 'digits-mixed', start: index, end: index + target.length, params: { target } }]
}

export const characters = (pair: Pair): Finding[] => [
  ...broken(pair),
  ...hidden(pair),
  ...composed(pair),
  ...mixed(pair),
  ...strange(pair),
  ...digits(pair),
]
