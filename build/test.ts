/**
 * `npm test [-- filter…]`: everything that must hold, cheapest first, stopping at the first step that fails. Words after
 * `--` go to Vitest.
 */
import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { canInstallPackages, installPackages } from './apt.ts'
import { ensureBrowser } from './browser.ts'
import { ROOT } from './root.ts'
import { say } from './words.mjs'

/** What some tests look at their results with, and the package that has it. Without it they say loudly that they skip. */
const TOOLS = { pdfinfo: 'poppler-utils', pdftotext: 'poppler-utils', qpdf: 'qpdf' } as const
const PROJECTS = ['model', 'locales', 'electron', 'renderer', 'build', 'test']

const bin = join(ROOT, 'node_modules/.bin')
const env: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [dirname(process.execPath), bin, process.env['PATH']].join(delimiter),
}

/** Runs a command of the checkout's packages. Answers whether it succeeded. */
function run(command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return status === 0
}

const isThere = (command: string) =>
  spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined

async function prepare(): Promise<boolean> {
  const browser = await ensureBrowser()
  if (browser === undefined) {
    say('testsNeedBrowser')
    return false
  }
  env['AFTERWORD_BROWSER'] = browser
  const missing = Object.entries(TOOLS).filter(([command]) => !isThere(command))
  if (missing.length === 0) return true
  const packages = [...new Set(missing.map(([, name]) => name))]
  if (canInstallPackages() && installPackages(packages)) return true
  say('toolsMissing', { tools: missing.map(([command]) => command).join(', ') })
  // Where they can be had without asking, a run that skips is a run that failed.
  return !canInstallPackages()
}

const steps: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  tools: prepare,
  format: () => run('prettier', ['--check', '--log-level', 'warn', '.']),
  types: () => PROJECTS.every((project) => run('tsc', ['-p', project])),
  lint: () => run('oxlint', ['--deny-warnings']),
  build: () => run(process.execPath, [join(ROOT, 'build/build.ts')]),
  tests: () => run('vitest', ['run', ...process.argv.slice(2)]),
}

const started = performance.now()
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
for (const [name, step] of Object.entries(steps)) {
  process.stderr.write(`— ${name}\n`)
  const since = performance.now()
  const passed = await step()
  process.stderr.write(`— ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds(since)}\n`)
  if (!passed) process.exit(1)
}
process.stderr.write(`All passed in ${seconds(started)}\n`)
