/**
 * `npm run bench:units`: what a translator does in 20,000 units, beside 200. Exits with 1 where a goal is missed.
 */
import { DEFAULT_SETTINGS } from '../../../model/contract/settings.ts'
import { startApp, type TestApp } from '../../ui/app.ts'
import { SIZE } from '../editor/contender.ts'
import { median, ratio, row } from '../editor/report.ts'
import { watch, type Cost } from '../large/watch.ts'
import { makeUnits } from '../../ui/many-units.ts'
import { ACTS, DO, type Act } from './acts.ts'

const MANY = 20_000
const FEW = 200
const ROUNDS = 3
/** W3C's long task: what is longer keeps a key or a frame waiting. In ms. */
const LONG = 50
/** RAIL's bound for an answer to what a person does. In ms. */
const FELT = 100

type Size = 'many' | 'few'
type Name = Act | 'open'

async function measure(app: TestApp, id: string): Promise<Record<Name, Cost>> {
  await app.ask('settings.set', {
    ...DEFAULT_SETTINGS,
    interfaceLocale: 'en',
    last: { postmortem: id, view: 'translate' },
  })
  const open = await watch(app.page, async () => {
    const ready = app.interactive()
    await app.page.evaluate(() => location.reload())
    await ready
    await app.page.waitForSelector('[data-unit-row]')
    return app.page.evaluate(() => performance.now())
  })
  // What the page beside the list costs when it comes is part of opening.
  await app.page.waitForFunction(
    () =>
      // Not by its class: an element of the frame is none of this window's classes.
      (document.querySelector('iframe')?.contentDocument?.querySelector('[data-unit]') ?? null) !==
      null,
  )
  await watch(app.page, () => Promise.resolve(0))
  const total = await app.page.$eval('main ul > li', (item) =>
    Number(item.getAttribute('aria-setsize')),
  )
  const costs: Partial<Record<Name, Cost>> = { open }
  for (const act of ACTS) costs[act] = await DO[act](app.page, total)
  return costs as Record<Name, Cost>
}

const costs: Record<Size, Record<Name, Cost>[]> = { many: [], few: [] }
const app = await startApp()
try {
  await app.page.setViewport(SIZE)
  const ids: Record<Size, string> = {
    few: await makeUnits(app, FEW, 'nl'),
    many: await makeUnits(app, MANY, 'nl'),
  }
  for (let round = 0; round < ROUNDS; round++)
    for (const size of ['few', 'many'] as const) costs[size].push(await measure(app, ids[size]))
} finally {
  await app.kill()
}

const of = (size: Size, name: Name, what: keyof Cost): number =>
  median(costs[size].map((round) => round[name][what]))
row('ms', ['until seen', 'longest', 'all'])
for (const name of ['open', ...ACTS] as const)
  for (const size of ['few', 'many'] as const)
    row(`${name} ${size}`, [of(size, name, 'wall'), of(size, name, 'task'), of(size, name, 'all')])

const GOALS: Readonly<Record<Act, number>> = {
  wheel: LONG,
  drag: LONG,
  step: LONG,
  type: LONG,
  confirm: LONG,
  filter: FELT,
  all: FELT,
  search: LONG,
  order: FELT,
}
const met = ACTS.map((name) =>
  ratio(`longest@${name}/${GOALS[name]} ms`, of('many', name, 'task') / GOALS[name], 1),
)
if (met.includes(false)) process.exitCode = 1
