import { createSearcher } from '../../../electron/app/memory/searcher.ts'
import { concordance } from '../../../electron/app/memory/concordance.ts'
import { lookUp } from '../../../electron/app/memory/lookup.ts'
import { openLibrary } from '../../../electron/store/library.ts'
import type { Result } from '../../../model/errors/result.ts'
import type { Content } from '../../../model/document/text.ts'
import { pairOf } from '../../../model/memory/pair.ts'
import { createFinder } from '../../../model/memory/finder.ts'
import { tokensOf } from '../../../model/memory/tokens.ts'
import { bruteBest, LEAST } from './brute.ts'
import type { Corpus } from './corpus.ts'

export interface Measured {
  /** Time of the processor, of all threads: what else the machine does is not counted. In ms. */
  readonly times: readonly number[]
  /** Of that on the thread that asks. In ms. */
  readonly core: readonly number[]
  /** Queries whose best match was found, of those that have one. */
  readonly found: number
  readonly matches: number
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const BATCH = 500
/** Queries that are held against looking at every text. */
const BRUTE = 150
/** The same of this thread alone. In ms. */
function spentHere(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The time that this process has had of the processor. In ms. */
export function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const said = (value: string): Content => [{ type: 'text', value }]

/** A library that is filled with a corpus, and asked as the app asks it. */
export async function measureLibrary(file: string, { pairs, queries, from, to }: Corpus) {
  const library = valueOf(openLibrary(file, { clock: () => new Date() }))
  const started = performance.now()
  const id = valueOf(library.memory.begin('corpus'))
  const nowhere = { unit: '', sourceHash: '', previous: '', next: '' }
  const known = {
    origin: 'file',
    author: null,
    at: '2024-03-01T10:00:00.000Z',
    ...nowhere,
  } as const
  for (let at = 0; at < pairs.length; at += BATCH) {
    const entries = pairs.slice(at, at + BATCH).map(({ source, target }) => ({
      ...known,
      sourceLocale: from,
      targetLocale: to,
      source: said(source),
      target: said(target),
    }))
    valueOf(library.memory.add(id, entries))
  }
  valueOf(library.memory.finish(id))
  const filled = performance.now() - started

  const texts = pairs.map(({ source }) => tokensOf(source, from))
  const brute = { times: [] as number[], core: [], found: 0, matches: 0 }
  const best = queries.slice(0, BRUTE).map((query) => {
    const since = spent()
    const score = bruteBest(texts, tokensOf(query, from))
    brute.times.push(spent() - since)
    return score
  })
  brute.matches = best.filter((score) => score > 0).length
  brute.found = brute.matches

  const searcher = createSearcher(library.memory)
  const before = performance.now()
  const pair = pairOf(from, to)
  await searcher.find(pair, [{ tokens: tokensOf('warm up', from), least: LEAST, limit: 1 }])
  const loaded = performance.now() - before
  const memory = { times: [] as number[], core: [] as number[], found: 0, matches: brute.matches }
  const tools = { memory: library.memory, searcher, abbreviations: () => [] }
  for (const [at, query] of queries.entries()) {
    const busy = spentHere()
    const since = spent()
    const sides = { source: said(query), sourceLocale: from, targetLocale: to }
    const asked = { own: null, unit: '', previous: '', next: '', least: LEAST, limit: 10 }
    const { matches } = valueOf(await lookUp({ ...sides, ...asked, sentences: false }, tools))
    memory.times.push(spent() - since)
    memory.core.push(spentHere() - busy)
    // By words alone, as looking at every text goes.
    const [hits] = await searcher.find(pair, [
      { tokens: tokensOf(query, from), least: LEAST, limit: 20 },
    ])
    const whole = hits!.find(({ sentence }) => sentence < 0)
    if ((best[at] ?? 0) > 0 && (whole?.score ?? 0) >= best[at]! && matches.length > 0)
      memory.found++
  }
  const sought: number[] = []
  for (const query of queries.slice(0, 40)) {
    const text = query.slice(5, 5 + Math.ceil(query.length / 8)).trim()
    const since = performance.now()
    valueOf(
      await concordance(
        { text, side: 'source', from, to, limit: 50 },
        library.memory,
        new AbortController().signal,
      ),
    )
    sought.push(performance.now() - since)
  }
  await searcher.close()
  library.close()
  const finder = createFinder()
  for (const [at, text] of texts.entries()) finder.put(at, text)
  finder.find({ tokens: texts[0]!, least: LEAST, limit: 1 })
  return { brute, memory, filled, loaded, bytes: finder.size().bytes, concordance: sought }
}
