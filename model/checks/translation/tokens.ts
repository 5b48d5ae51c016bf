import { literalsIn } from '../../values/literals.ts'
import type { Finding, Pair } from './pair.ts'

/** A capital inside a word, or after small letters: a name of a product, a field, a function. */
const NAME = /(?<![\p{L}\p{N}_.])(?=\p{L}*\p{Ll}\p{Lu})\p{L}{3,}(?![\p{L}\p{N}_]|\.\p{L})/gu
/** Names of people and firms begin so too: McGregor, MacOS. */
const PREFIX = /^(?:Mc|Mac|De|Di|La|Le|Van)\p{Lu}\p{Ll}+$/u

/**
 * Names that are written with a capital inside, as OpenSSL and userId, are the same in every language, full width or not.
 * Acronyms often are not (`acronyms.ts`).
 */
export function tokens({ here, there }: Pair): Finding[] {
  const literals = literalsIn(here)
  const lower = there.normalize('NFKC').toLowerCase()
  const told = new Set<string>()
  return Array.from(here.matchAll(NAME)).flatMap((match): Finding[] => {
    const [start, end] = [match.index, match.index + match[0].length]
    if (literals.some((one) => one.start < end && start < one.end)) return []
    if (PREFIX.test(match[0]) || told.has(match[0]) || lower.includes(match[0].toLowerCase()))
      return []
    told.add(match[0])
    return [
      {
        rule: 'token-missing',
        start: there.length,
        end: there.length,
        source: { start, end },
        params: { text: match[0] },
      },
    ]
  })
}
