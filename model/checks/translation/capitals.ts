import { literalsIn } from '../../values/literals.ts'
import type { Finding, Pair } from './pair.ts'

const FIRST = /^[\s"“”„«»‹›'‘’([{¿¡]*(\p{L}[\p{L}\p{N}.'’-]*)/u
const isCased = (letter: string): boolean => letter.toLowerCase() !== letter.toUpperCase()

/** A sentence that begins with a capital in the source and not in the translation. */
function start({ here, there, to }: Pair): Finding[] {
  const [source, target] = [FIRST.exec(here), FIRST.exec(there)]
  if (source === null || target === null) return []
  const [first, word] = [target[1]![0]!, target[1]!]
  if (!isCased(first) || first !== first.toLowerCase()) return []
  if (!isCased(source[1]![0]!) || source[1]![0] !== source[1]![0]!.toUpperCase()) return []
  // iPad and userId begin so everywhere, and so does what the source has too.
  if (/\p{Lu}/u.test(word) || here.includes(word)) return []
  const at = target.index + target[0].length - word.length
  if (literalsIn(there).some((literal) => literal.start <= at && at < literal.end)) return []
  return [
    {
      rule: 'capital-start',
      start: at,
      end: at + 1,
      params: { target: word },
      edits: [{ start: at, end: at + 1, text: first.toLocaleUpperCase(to.locale) }],
    },
  ]
}

/** Several words all in capitals, which the source has not. */
const SHOUT = /(?<![\p{L}\p{N}_])\p{Lu}{2,}(?:[\s\u00A0]+\p{Lu}{2,}){2,}(?![\p{L}\p{N}_])/u

function shouted({ here, there }: Pair): Finding[] {
  const match = SHOUT.exec(there)
  if (match === null || SHOUT.test(here)) return []
  // In a script without capitals the source cannot say it.
  if (!/\p{Ll}/u.test(here)) return []
  const [from, end] = [match.index, match.index + match[0].length]
  return [{ rule: 'capitals-all', start: from, end, params: { target: match[0] } }]
}

export const capitals = (pair: Pair): Finding[] => [...start(pair), ...shouted(pair)]
