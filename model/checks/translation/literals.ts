import { literalsIn, type Literal } from '../../values/literals.ts'
import type { Finding, Pair } from './pair.ts'

/** "URL1" and "Url1" are one; the case of a path or an address can matter. */
const nameOf = ({ kind, text }: Literal): string =>
  kind === 'identifier' ? text.toUpperCase() : text

/** Addresses, paths, identifiers, hashes and versions that are not the same on both sides. */
export function literals({ here, there }: Pair): Finding[] {
  const [source, target] = [literalsIn(here), literalsIn(there)]
  const known = (all: readonly Literal[]): Set<string> => new Set(all.map(nameOf))
  const [ours, theirs] = [known(source), known(target)]
  const once = new Map(source.map((literal) => [nameOf(literal), literal]))
  return [
    ...[...once.values()]
      // What is written in another way is still there: a version inside a name.
      .filter((literal) => !theirs.has(nameOf(literal)) && !there.includes(literal.text))
      .map(({ text, start, end }): Finding => ({
        rule: 'literal-missing',
        start: there.length,
        end: there.length,
        source: { start, end },
        params: { text },
      })),
    ...target
      .filter((literal) => !ours.has(nameOf(literal)) && !here.includes(literal.text))
      .map(({ text, start, end }): Finding => ({
        rule: 'literal-extra',
        start,
        end,
        params: { text },
      })),
  ]
}
