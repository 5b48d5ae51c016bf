/**
 * What the checks say about pairs from elsewhere, and whether they find the mistakes that are made into them.
 * `npm run bench:values -- FOLDER [RULE]`: what the checks say about pairs that professionals translated (see `readPairs`
 * for the files). They are right but for a few, so nearly all that is said of numbers and dates is a false alarm. With
 * the beginning of a rule's name it shows what that rule finds; with `missed`, which mistakes were not found.
 */
import { performance } from 'node:perf_hooks'
import { pairOf } from '../../../model/checks/translation/pair.ts'
import { checkPair } from '../../../model/checks/translation/quality.ts'
import type { Content } from '../../../model/document/text.ts'
import { KINDS } from '../../model/checks/translation/seeds.ts'
import { languageOf } from './language.ts'
import { readPairs } from './pairs.ts'

const [folder, rule] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('npm run bench:values -- FOLDER [RULE]\n')
  process.exit(2)
}
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`
const content = (value: string): Content => [{ type: 'text', value }]
const isValue = (name: string): boolean => /^(?:number|date)-/.test(name)

const counts = new Map<string, number>()
let [all, alarms, milliseconds] = [0, 0, 0]
for (const { source, target, pairs } of readPairs(folder)) {
  const [from, to] = [languageOf(source), languageOf(target)]
  let found = 0
  for (const pair of pairs) {
    const began = performance.now()
    const findings = checkPair(pairOf(content(pair.source), content(pair.target), from, to))
    milliseconds += performance.now() - began
    if (findings.some((one) => isValue(one.rule))) found++
    for (const name of new Set(findings.map((one) => one.rule)))
      counts.set(name, (counts.get(name) ?? 0) + 1)
    const shown = rule === undefined ? [] : findings.filter((one) => one.rule.startsWith(rule))
    if (shown.length > 0)
      process.stdout.write(
        `${target} ${shown.map(({ rule: name, params }) => `${name} ${JSON.stringify(params)}`).join(' | ')}\n  ${pair.source}\n  ${pair.target}\n`,
      )
  }
  all += pairs.length
  alarms += found
  process.stdout.write(
    `${source} → ${target}: numbers and dates ${found} of ${pairs.length}, ${percent(found, pairs.length)}\n`,
  )
}
process.stdout.write(`all: numbers and dates ${alarms} of ${all}, ${percent(alarms, all)}\n`)
for (const [name, count] of [...counts].toSorted(([, a], [, b]) => b - a))
  process.stdout.write(`${name}: ${count}, ${percent(count, all)}\n`)
process.stdout.write(`${(milliseconds / all).toFixed(3)} ms a pair\n`)

/** Mistakes of each kind, made into as many pairs, taken evenly from all languages. */
const MOST = 1000
const sets = readPairs(folder).map((set) => ({
  ...set,
  from: languageOf(set.source),
  to: languageOf(set.target),
}))
const rulesOf = (source: string, target: string, { from, to }: (typeof sets)[number]) =>
  checkPair(pairOf(content(source), content(target), from, to)).map((one) => one.rule)
for (const [kind, { make, rules: wanted }] of Object.entries(KINDS)) {
  let [made, found] = [0, 0]
  for (let at = 0; made < MOST && sets.some(({ pairs }) => at < pairs.length); at++)
    for (const set of sets) {
      const pair = set.pairs[at]
      const target = pair && make(pair.target, pair.source)
      if (made >= MOST || pair === undefined || target === undefined) continue
      if (target === pair.target || target.trim() === '') continue
      // What is wrong before tells nothing.
      if (rulesOf(pair.source, pair.target, set).some((name) => wanted.includes(name))) continue
      made++
      if (rulesOf(pair.source, target, set).some((name) => wanted.includes(name))) found++
      else if (rule === 'missed')
        process.stdout.write(`${set.target} ${kind}\n  ${pair.source}\n  ${target}\n`)
    }
  process.stdout.write(`${kind}: ${found} of ${made} found\n`)
}
