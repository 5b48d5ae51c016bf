import { createFinder } from '../../../model/memory/finder.ts'
import { tokensOf, type Tokens } from '../../../model/memory/tokens.ts'
import { bruteBest, LEAST } from './brute.ts'
import type { Corpus } from './corpus.ts'
import { spent } from './library.ts'
import { numbers } from './incidents.ts'

const SIZE = 1_000_000
const QUERIES = 200
/** Looking at every text of a million takes seconds. */
const BRUTE = 40

/** A text with up to half of its words replaced by others, the common ones more often. */
function varied(text: Tokens, words: Tokens, next: (below: number) => number): Tokens {
  const other = text.slice()
  const changes = 1 + next(Math.max(1, text.length >> 1))
  for (let change = 0; change < changes; change++)
    other[next(other.length)] = words[next(words.length)]!
  return other
}

/** The texts of a corpus and variations of them, a million together. In the same thread, because it has no other work. */
export function measureMillion({ pairs, queries, from }: Corpus) {
  const next = numbers(9)
  const own = pairs.map(({ source }) => tokensOf(source, from)).filter(({ length }) => length > 0)
  const words = Uint32Array.from(own.flatMap((text) => [...text]))
  const texts = [...own]
  while (texts.length < SIZE) texts.push(varied(own[next(own.length)]!, words, next))
  const started = performance.now()
  const finder = createFinder()
  for (const [at, text] of texts.entries()) finder.put(at, text)
  finder.find({ tokens: own[0]!, least: LEAST, limit: 1 })
  const built = performance.now() - started
  const brute = { times: [] as number[], core: [], found: 0, matches: 0 }
  const memory = { times: [] as number[], core: [], found: 0, matches: 0 }
  for (const [at, query] of queries.slice(0, QUERIES).entries()) {
    const tokens = tokensOf(query, from)
    const since = spent()
    const [hit] = finder.find({ tokens, least: LEAST, limit: 20 })
    memory.times.push(spent() - since)
    if (at >= BRUTE) continue
    const begun = spent()
    const best = bruteBest(texts, tokens)
    brute.times.push(spent() - begun)
    if (best === 0) continue
    brute.matches++
    brute.found++
    memory.matches++
    if ((hit?.score ?? 0) >= best) memory.found++
  }
  return { brute, memory, built, bytes: finder.size().bytes }
}
