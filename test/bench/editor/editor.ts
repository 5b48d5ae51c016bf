/**
 * `npm run bench:editor`: what a key costs in Afterword as it is built and in other editors, in one browser and with the
 * same text. `-- 1000 10000` measures these sizes alone. Exits with 1 where a goal is missed.
 */
import { startApp, type TestApp } from '../../ui/app.ts'
import { makeEntries, makeText, openWrite } from './afterword.ts'
import { buildPlain, openPlain, PLAIN, SIZE, type Plain } from './contender.ts'
import { median, quantile, ratio, row } from './report.ts'
import { textOf } from './text.ts'
import { Typist, type Cost } from './typing.ts'

const NAMES = [...PLAIN, 'afterword'] as const
type Name = (typeof NAMES)[number]
const ALL = [1000, 10_000, 50_000, 100_000]
const sizes = process.argv.slice(2).map(Number)
const SIZES = sizes.length > 0 ? sizes : ALL
const ROUNDS = 3
const KEYS = 60
const ENTRIES = [200, 500]

/** All contenders at one size, each in its tab, in turns: what else the machine does meets them alike. */
async function type(
  app: TestApp,
  scripts: Readonly<Record<Plain, string>>,
  words: number,
): Promise<Readonly<Record<Name, Cost[]>>> {
  const parts = textOf(words)
  const id = await makeText(app, parts)
  const afterword = await openWrite(app, id)
  const plain = await Promise.all(
    PLAIN.map((name) => openPlain(app.page.browser(), scripts[name], parts)),
  )
  const typists: [Name, Typist][] = []
  for (const [at, page] of [...plain, afterword].entries())
    typists.push([NAMES[at]!, await Typist.at(page)])
  const costs: Record<Name, Cost[]> = { bare: [], lexical: [], tiptap: [], afterword: [] }
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, typist] of round % 2 === 0 ? typists : typists.toReversed())
      costs[name].push(await typist.measure(KEYS))
  const { document } = await app.ask('postmortem.open', { id })
  const typed = typists.at(-1)![1].typed.trim()
  if (!JSON.stringify(document).includes(typed)) throw new Error('What was typed is not saved')
  for (const page of plain) await page.close()
  return costs
}

/** Opens a postmortem with so many entries: from the beginning of the page until it takes input, in ms. */
async function mount(app: TestApp, count: number): Promise<number> {
  const id = await makeEntries(app, count, textOf(20)[0]!.paragraphs[0]!)
  const wall: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const page = await openWrite(app, id)
    wall.push(await page.evaluate(() => performance.now()))
  }
  return median(wall)
}

const scripts = await buildPlain()
const cpu = new Map<string, number>()
const app = await startApp()
try {
  await app.page.setViewport(SIZE)
  row('ms a key', ['cpu', 'script', 'paint p50', 'paint p95'])
  for (const words of SIZES) {
    const costs = await type(app, scripts, words)
    for (const name of NAMES) {
      const latency = costs[name].flatMap((cost) => cost.latency)
      const per = median(costs[name].map((cost) => cost.cpu))
      const script = median(costs[name].map((cost) => cost.script))
      cpu.set(`${name} ${words}`, per)
      row(`${name} ${words} words`, [per, script, median(latency), quantile(latency, 0.95)])
    }
  }
  row('ms to open', ['until input'])
  for (const count of ENTRIES) row(`afterword ${count} entries`, [await mount(app, count)])
} finally {
  await app.kill()
}

const of = (name: Name, words: number): number => cpu.get(`${name} ${words}`) ?? Number.NaN
const met = [
  ...SIZES.map((words) =>
    ratio(`afterword/lexical@${words}`, of('afterword', words) / of('lexical', words), 1),
  ),
  ...SIZES.filter((words) => words >= 10_000).map((words) =>
    ratio(`afterword/tiptap@${words}`, of('afterword', words) / of('tiptap', words), 1),
  ),
  ...(SIZES.includes(1000) && SIZES.includes(100_000)
    ? [ratio('afterword@100000/1000', of('afterword', 100_000) / of('afterword', 1000), 3)]
    : []),
]
if (met.includes(false)) process.exitCode = 1
