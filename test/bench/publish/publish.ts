/**
 * `npm run bench:publish`: what pages and PDFs of the sample cost, beside what others make of the same text: pandoc (HTML),
 * WeasyPrint (PDF), where they are installed, Typst (PDF), and the browser alone. Exits with 1 where a goal is missed.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { median, ratio, row } from '../editor/report.ts'
import { loadPublisher, type Publisher } from './publisher.ts'
import { loadTypst, typstFrom } from './typst.ts'

const RUNS = 5
/** Most bytes of a PDF of the sample, by script; in kB. */
const SIZES = { en: 150, nl: 150, ja: 350, ar: 250 } as const
/** A warm PDF. In s. */
const MOST_PDF = 1.5
/** How many times a bare print. */
const MOST_PRINTS = 6
/** Ten locales as page and PDF. In s. */
const MOST_ALL = 20
/** What this process may hold at the end beyond what it held with the program loaded, before anything was made. In MB. */
const MOST_MEMORY = 384
const LOCALES = ['en', 'nl', 'ja', 'ar', 'de', 'fr', 'es', 'it', 'sv', 'pl']

const held = (): number => process.memoryUsage.rss() / 1e6

const milliseconds = async (action: () => unknown): Promise<number> => {
  const began = performance.now()
  await action()
  return performance.now() - began
}

/** In turn, so that a busy minute of the machine falls on all of them. The first round warms up. */
async function mediansOf(actions: readonly (() => unknown)[]): Promise<number[]> {
  const times = actions.map((): number[] => [])
  for (let round = 0; round <= RUNS; round++)
    for (const [at, action] of actions.entries()) {
      const time = await milliseconds(action)
      if (round > 0) times[at]!.push(time)
    }
  return times.map(median)
}

const notHere = (name: string): void => {
  process.stdout.write(`NOT HERE: ${name} does not run here, and nothing is compared with it.\n`)
}

/** How long another program takes, and how large what it writes is; undefined where it is not installed. */
async function other(
  command: string,
  given: readonly string[],
  written: string,
): Promise<readonly [time: number, bytes: number] | undefined> {
  if (spawnSync(command, ['--version'], { stdio: 'ignore' }).error !== undefined) {
    notHere(command)
    return undefined
  }
  const [time = Number.NaN] = await mediansOf([
    () => {
      const { status, stderr } = spawnSync(command, given, { encoding: 'utf8' })
      if (status !== 0) throw new Error(`${command}: ${stderr}`)
    },
  ])
  return [time, statSync(written).size]
}

const met: boolean[] = []

async function compare(
  { views, html, bare, pdf, print: printBare, markdown }: Publisher,
  folder: string,
) {
  const view = views.get('en')!
  const file = (name: string): string => join(folder, name)
  writeFileSync(file('text.md'), markdown(view))
  const plain = bare(await html(view))
  writeFileSync(file('plain.html'), plain)
  const [page = 0, print = 0, paper = 0, again = 0] = await mediansOf([
    () => html(view),
    () => printBare(plain),
    () => pdf(view),
    () => pdf(view, 'again'),
  ])

  row('', ['ms', 'kB'])
  row('page', [page, (await html(view)).length / 1000])
  const pandoc = await other(
    'pandoc',
    ['-s', file('text.md'), '-o', file('pandoc.html'), '--metadata', 'title=Sample'],
    file('pandoc.html'),
  )
  if (pandoc) row('pandoc, page', [pandoc[0], pandoc[1] / 1000])
  row('PDF', [paper, (await pdf(view)).length / 1000])
  row('PDF, printed before', [again])
  row('browser alone, PDF', [print, (await printBare(plain)).length / 1000])
  const weasyprint = await other(
    'weasyprint',
    [file('plain.html'), file('weasyprint.pdf')],
    file('weasyprint.pdf'),
  )
  if (weasyprint) row('WeasyPrint, PDF', [weasyprint[0], weasyprint[1] / 1000])
  const typst = await loadTypst()
  if (typst) {
    const source = typstFrom(markdown(view), 'en')
    const [time = Number.NaN] = await mediansOf([() => typst(source)])
    row('Typst, PDF', [time, typst(source).length / 1000])
  } else notHere('Typst')

  if (pandoc) met.push(ratio('page / pandoc', page / pandoc[0], 1))
  met.push(ratio('PDF s', paper / 1000, MOST_PDF), ratio('PDF / print', paper / print, MOST_PRINTS))
}

async function sizes({ views, pdf }: Publisher) {
  for (const [locale, most] of Object.entries(SIZES))
    met.push(ratio(`PDF kB ${locale}`, (await pdf(views.get(locale)!)).length / 1000, most))
}

/**
 * Every locale as page and PDF, as the program publishes it: looked through, written, kept in the library. The first time in a
 * program that has just started, then another postmortem of that size, then the same once more.
 */
async function all({ release }: Publisher, folder: string) {
  const { publish, close } = await release(folder, LOCALES)
  try {
    const first = await milliseconds(() => publish('sample'))
    const warm = await milliseconds(() => publish('copy'))
    const again = await milliseconds(() => publish('copy'))
    row('10 locales, first', [first])
    row('10 locales, warm', [warm])
    row('10 locales, again', [again])
    met.push(ratio('10 locales s', warm / 1000, MOST_ALL))
  } finally {
    await close()
  }
  met.push(ratio('10 locales MB', held() - loaded, MOST_MEMORY))
}

const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'))
const publisher = await loadPublisher()
const loaded = held()
try {
  await compare(publisher, folder)
  await sizes(publisher)
  await all(publisher, folder)
} finally {
  await publisher.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(met.every(Boolean) ? 0 : 1)
