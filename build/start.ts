/** `npm start [-- --runtime=electron|chromium]`: builds what is stale, chooses what carries the program, and starts it. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureBrowser } from './browser.ts'
import { fetchElectron } from './electron.ts'
import { launch, nameOf, type Runtime } from './launch.ts'
import { ROOT } from './root.ts'
import { fresh } from './stamp.ts'
import { say } from './words.mjs'

function stop(key: string, params?: Record<string, string>): never {
  say(key, params)
  process.exit(1)
}

async function chromium(): Promise<Runtime | undefined> {
  const browser = await ensureBrowser()
  return browser === undefined ? undefined : { kind: 'chromium', browser }
}

async function choose(wanted: string): Promise<Runtime | undefined> {
  if (wanted === 'chromium') return chromium()
  const binary = fetchElectron(wanted === 'electron')
  return binary === undefined ? chromium() : { kind: 'electron', binary }
}

const flag = '--runtime='
const wanted =
  process.argv.find((argument) => argument.startsWith(flag))?.slice(flag.length) ??
  process.env['AFTERWORD_RUNTIME'] ??
  'auto'
if (!['auto', 'electron', 'chromium'].includes(wanted)) stop('runtimeUnknown', { runtime: wanted })

if (!fresh()) {
  say('building')
  const build = spawnSync(process.execPath, [join(ROOT, 'build/build.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  if (build.status !== 0) stop('buildFailed')
}

const runtime = await choose(wanted)
if (runtime === undefined) stop('browserMissing')
let ending = await launch(runtime)

const died = ending.code !== 0 && !ending.interactive && !ending.asked
const browser = died && runtime.kind === 'electron' ? await ensureBrowser() : undefined
if (browser !== undefined) {
  const other: Runtime = { kind: 'chromium', browser }
  say('electronDied', { reason: ending.reason, browser: nameOf(other) })
  ending = await launch(other)
}
if (ending.code !== 0 && !ending.asked) say('ended', { reason: ending.reason })
process.exit(ending.code)
