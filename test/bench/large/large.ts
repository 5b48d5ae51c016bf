/**
 * `npm run bench:large`: what is done in a postmortem of 100,000 words and 500 entries, against one of a tenth and against
 * a page with the same text and nothing else. Exits with 1 where a goal is missed.
 */
import { startApp, type TestApp } from '../../ui/app.ts'
import { openWrite } from '../editor/afterword.ts'
import { SIZE } from '../editor/contender.ts'
import { median, ratio, row } from '../editor/report.ts'
import { textOf } from '../editor/text.ts'
import { makeAccount } from './account.ts'
import { ACTS, DO, scrollThrough, type Act } from './acts.ts'
import { openPlain } from './plain.ts'
import { watch, type Cost } from './watch.ts'

const WORDS = 100_000
const ENTRIES = 500
const TENTH = 10
const ROUNDS = 3
/** A task that is longer is felt: RAIL's bound for an answer to what a person does. In ms. */
const FELT = 100

type Size = 'whole' | 'tenth'
type Name = Act | 'open'

async function measure(app: TestApp, id: string): Promise<Record<Name, Cost>> {
  const opened = await watch(app.page, async () => {
    const page = await openWrite(app, id)
    return page.evaluate(() => performance.now())
  })
  const costs: Partial<Record<Name, Cost>> = { open: opened }
  for (const act of ACTS) costs[act] = await DO[act](app.page)
  return costs as Record<Name, Cost>
}

const costs: Record<Size, Record<Name, Cost>[]> = { whole: [], tenth: [] }
const plain: Cost[] = []
const plainScroll: Cost[] = []
const app = await startApp()
try {
  await app.page.setViewport(SIZE)
  const ids: Record<Size, string> = {
    tenth: await makeAccount(app, WORDS / TENTH, ENTRIES / TENTH),
    whole: await makeAccount(app, WORDS, ENTRIES),
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const size of ['tenth', 'whole'] as const) costs[size].push(await measure(app, ids[size]))
    const { page, cost } = await openPlain(app.page.browser(), textOf(WORDS))
    plain.push(cost)
    plainScroll.push(await scrollThrough(page, 'main'))
    await page.close()
  }
} finally {
  await app.kill()
}

const of = (size: Size, name: Name, what: keyof Cost): number =>
  median(costs[size].map((round) => round[name][what]))
row('ms', ['until seen', 'longest', 'all'])
const NAMES: readonly Name[] = ['open', ...ACTS]
for (const name of NAMES)
  for (const size of ['tenth', 'whole'] as const)
    row(`${name} ${size}`, [of(size, name, 'wall'), of(size, name, 'task'), of(size, name, 'all')])
for (const [name, all] of [
  ['plain open', plain],
  ['plain scroll', plainScroll],
] as const)
  row(
    name,
    (['wall', 'task', 'all'] as const).map((what) => median(all.map((cost) => cost[what]))),
  )

/** What is done in one place costs the same in ten times as much; the rest is what the browser does. */
const GROWTH = { open: 2.5, translate: 3, write: 2.5, move: 2, type: 1.5, undo: 3 } as const

const met = [
  ...NAMES.map((name) => ratio(`longest@${name}/${FELT} ms`, of('whole', name, 'task') / FELT, 1)),
  // By all its frames: the longest of a plain page is now one thing and now another.
  ratio(
    'scroll/plain',
    of('whole', 'scroll', 'all') / median(plainScroll.map(({ all }) => all)),
    3,
  ),
  ...Object.entries(GROWTH).map(([name, goal]) => {
    const what = name === 'type' ? 'all' : 'wall'
    const growth = of('whole', name as Name, what) / of('tenth', name as Name, what)
    return ratio(`${name}@whole/tenth`, growth, goal)
  }),
]
if (met.includes(false)) process.exitCode = 1
