/**
 * What the checks say about pairs from elsewhere, and whether they find the mistakes that are made into them.
 * `npm run bench:values -- FOLDER [RULE]`: what the checks say about pairs that professionals translated (see `readPairs`
 * for the files). They are right but for a few, so nearly all that is said of numbers and dates is a false alarm. With
 * the beginning of a rule's name it shows what that rule finds; with `missed`, which mistakes were not found. It fails where
 * more alarms are false than may be, where a mistake is missed, or where there are too few places for one.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import * as v from 'valibot'
import {
  flatText,
  pairOf,
  type Finding,
  type Pair,
} from '../../../model/checks/translation/pair.ts'
import { checkPair } from '../../../model/checks/translation/quality.ts'
import type { QualityRule } from '../../../model/checks/translation/rules.ts'
import { termFindings, type Terms } from '../../../model/checks/translation/terms.ts'
import type { Content } from '../../../model/document/text.ts'
import { variantOf, type Row } from '../../fixtures/variants.ts'
import { damaged } from '../../model/checks/translation/kind.ts'
import { KINDS } from '../../model/checks/translation/kinds.ts'
import { languageOf } from './language.ts'
import { readPairs } from './pairs.ts'

const [folder, rule] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('npm run bench:values -- FOLDER [RULE]\n')
  process.exit(2)
}
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`
const content = (value: string): Content => [{ type: 'text', value }]
/** What a library finds whose termbase is still empty. */
const NO_TERMS: Terms = { find: () => [], findAll: () => [] }
const check = (pair: Pair): Finding[] => [...checkPair(pair), ...termFindings(pair, NO_TERMS)]
const isValue = (name: string): boolean => /^(?:number|date)-/.test(name)

const counts = new Map<string, number>()
let [all, alarms, milliseconds] = [0, 0, 0]
for (const { source, target, pairs } of readPairs(folder)) {
  const [from, to] = [languageOf(source), languageOf(target)]
  let found = 0
  for (const pair of pairs) {
    const began = performance.now()
    const findings = check(pairOf(content(pair.source), content(pair.target), from, to))
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

/** Mistakes of each kind, made into as many pairs: those from elsewhere first, and then sentences of our own with other values. */
const MOST = 1000
const ALARMS = 0.003
const sets = readPairs(folder).map((set) => ({
  ...set,
  from: languageOf(set.source),
  to: languageOf(set.target),
}))
type SetOf = (typeof sets)[number]
interface Placed extends Pick<SetOf, 'from' | 'to'> {
  readonly source: string
  readonly target: string
  readonly own: boolean
}

/** Evenly from all languages. */
function* placesOf(): Generator<Placed> {
  for (let at = 0; sets.some(({ pairs }) => at < pairs.length); at++)
    for (const { pairs, from, to } of sets) {
      const pair = pairs[at]
      if (pair !== undefined) yield { ...pair, from, to, own: false }
    }
  const rows: readonly Row[] = v.parse(
    v.array(v.record(v.string(), v.string())),
    JSON.parse(readFileSync(new URL('../../fixtures/sentences.json', import.meta.url), 'utf8')),
  )
  const languages = new Map(Object.keys(rows[0]!).map((tag) => [tag, languageOf(tag)]))
  for (let round = 0; round < ROUNDS; round++)
    for (const row of rows) {
      const other = variantOf(row, round, (tag) => languages.get(tag)!)
      for (const [source, from] of languages)
        for (const [target, to] of languages)
          if (from !== to)
            yield { from, to, source: other[source]!, target: other[target]!, own: true }
    }
}
/** As often the sentences are made with other values. */
const ROUNDS = 10

const rulesOf = (place: Placed, source: Content, target: Content) =>
  check(pairOf(source, target, place.from, place.to)).map((one) => one.rule)
let failed = alarms / all > ALARMS
if (failed)
  process.stdout.write(`More than ${percent(ALARMS, 1)} of false alarms about numbers and dates\n`)
for (const [name, kind] of Object.entries(KINDS)) {
  const isWanted = (one: QualityRule): boolean => kind.rules.includes(one)
  let [made, found, ours] = [0, 0, 0]
  for (const place of placesOf()) {
    if (made >= MOST) break
    const pair = damaged(kind, place.target, place.source, place.to, place.from)
    if (pair === undefined) continue
    // What is wrong before tells nothing.
    if (rulesOf(place, content(place.source), content(place.target)).some(isWanted)) continue
    made++
    if (place.own) ours++
    if (rulesOf(place, pair.source, pair.target).some(isWanted)) found++
    else if (rule === 'missed')
      process.stdout.write(
        `${place.to.locale} ${name}\n  ${flatText(pair.source)}\n  ${flatText(pair.target)}\n`,
      )
  }
  const own = ours === 0 ? '' : `, ${ours} of them in sentences of our own`
  process.stdout.write(`${name}: ${found} of ${made} found${own}\n`)
  if (found < made || made < MOST) failed = true
}
if (failed) process.exit(1)
