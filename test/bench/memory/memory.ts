/**
 * `npm run bench:memory`: looking in the translation memory against looking at every text of it, in sentences that it makes
 * itself. `-- PLACE` takes .po files in a folder instead, English into Chinese, or in a git directory with the branches 3.8 and 3.14 of a
 * translation of Python's documentation (others: `-- PLACE BEFORE AFTER`). Exits with 1 where a goal is missed.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ratio, row, quantile } from '../editor/report.ts'
import { ownCorpus, poCorpus, type Corpus } from './corpus.ts'
import { measureLibrary, type Measured } from './library.ts'
import { measureMillion } from './million.ts'

const SIZE = 50_000
const QUERIES = 300
/** A match that a translator can wait for while the text is read. In ms. */
const MOST = 25
const MOST_MILLION = 50
/** What a call may take of the thread that has the windows. In ms. */
const MOST_CORE = 8

const [place, before = '3.8', after = '3.14'] = process.argv.slice(2)
const corpora: readonly Corpus[] = [
  place === undefined
    ? ownCorpus('en', 'ja', SIZE, QUERIES)
    : poCorpus(place, 'en', 'zh-Hans', [before, after], QUERIES),
  ownCorpus('ja', 'en', SIZE, QUERIES),
]

const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'))
const met: boolean[] = []
row('', ['p50 ms', 'p95 ms', 'most ms', 'core p95', 'found', 'of'])
const say = (name: string, { times, core, found, matches }: Measured): void => {
  row(name, [
    quantile(times, 0.5),
    quantile(times, 0.95),
    Math.max(...times),
    core.length > 0 ? quantile(core, 0.95) : '-',
    String(found),
    String(matches),
  ])
}
try {
  for (const corpus of corpora) {
    const file = join(folder, `${corpus.from}.afterword`)
    const { brute, memory, filled, loaded, bytes, concordance } = await measureLibrary(file, corpus)
    say(`${corpus.name} brute`, brute)
    say(`${corpus.name} memory`, memory)
    row(`${corpus.name} words`, [
      quantile(concordance, 0.5),
      quantile(concordance, 0.95),
      Math.max(...concordance),
    ])
    row('', ['entries', 'filled s', 'loaded ms', 'file MB', 'tokens MB', 'whole MB'])
    row(corpus.name, [
      String(corpus.pairs.length),
      filled / 1000,
      loaded,
      statSync(file).size / 1e6,
      bytes / 1e6,
      process.memoryUsage().rss / 1e6,
    ])
    const missed = (100 * (memory.matches - memory.found)) / memory.matches
    met.push(
      ratio(`missed %@${corpus.name}`, missed, 1),
      ratio(`p95@${corpus.name}/${MOST} ms`, quantile(memory.times, 0.95) / MOST, 1),
      ratio(`core@${corpus.name}/${MOST_CORE} ms`, quantile(memory.core, 0.95) / MOST_CORE, 1),
    )
  }
  for (const corpus of corpora) {
    const name = `${corpus.name} 1M`
    const { brute, memory, built, bytes } = measureMillion(corpus)
    say(`${name} brute`, brute)
    say(`${name} memory`, memory)
    row('', ['built s', 'tokens MB', 'whole MB'])
    row(name, [built / 1000, bytes / 1e6, process.memoryUsage().rss / 1e6])
    const missed = (100 * (memory.matches - memory.found)) / memory.matches
    met.push(
      ratio(`missed %@${name}`, missed, 1),
      ratio(`p95@${name}/${MOST_MILLION} ms`, quantile(memory.times, 0.95) / MOST_MILLION, 1),
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (met.includes(false)) process.exitCode = 1
