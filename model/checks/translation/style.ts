import { literalsIn } from '../../values/literals.ts'
import type { Finding, Pair } from './pair.ts'

type Rule = 'apostrophe-style' | 'dash-style'

/** Each place where a sign stands that the language sets in another way. */
function signs(text: string, pattern: RegExp, expected: string, rule: Rule): Finding[] {
  const literals = literalsIn(text)
  return Array.from(text.matchAll(pattern))
    .map(({ 0: found, index: start }) => ({ found, start, end: start + found.length }))
    .filter(({ start, end }) => !literals.some((one) => one.start < end && start < one.end))
    .map(({ found, start, end }) => ({
      rule,
      start,
      end,
      params: { target: found, expected },
      edits: [{ start, end, text: expected }],
    }))
}

/** The apostrophe of a typewriter, and a hyphen in the place of a dash, where the language has signs of their own. */
export function style({ there, to }: Pair): Finding[] {
  if (to.typography === null) return []
  const { apostrophe, dashes } = to.typography
  return [
    ...(apostrophe === "'"
      ? []
      : signs(there, /(?<=\p{L})'(?=\p{L})/gu, apostrophe, 'apostrophe-style')),
    ...signs(there, /(?<=[\p{L}»”)] )-{1,2}(?= [\p{L}«“(])/gu, dashes.spaced, 'dash-style'),
  ]
}
