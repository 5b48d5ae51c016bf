import type { Finding, Pair } from './pair.ts'

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

export const characters = (pair: Pair): Finding[] => [
  ...broken(pair),
  ...hidden(pair),
  ...composed(pair),
  ...mixed(pair),
]
