import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './root.ts'
import { say } from './words.mjs'

const PACKAGE = join(ROOT, 'node_modules/electron')
/** When fetching Electron failed, and which version: not every start should wait for it again. */
const FAILURE = join(ROOT, '.cache/electron.json')
/** How long a start may wait for the download. */
const PATIENCE_SECONDS = 60
const RETRY_AFTER_DAYS = 7

/** As the `electron` package itself finds it: a folder that is named, else the one that its installer filled. */
export function electronBinary(): string | undefined {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  try {
    const binary = named
      ? join(named, process.platform === 'win32' ? 'electron.exe' : 'electron')
      : join(PACKAGE, 'dist', readFileSync(join(PACKAGE, 'path.txt'), 'utf8'))
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

export function electronVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string
  }
  return version
}

function failedLately(version: string): boolean {
  try {
    const failure = JSON.parse(readFileSync(FAILURE, 'utf8')) as { version: string; at: string }
    const days = (Date.now() - Date.parse(failure.at)) / 86_400_000
    return failure.version === version && days < RETRY_AFTER_DAYS
  } catch {
    return false
  }
}

/**
 * The binary, fetched by the package's own installer where it is missing. The attempt is capped; a failure is
 * remembered for a week unless `insist`.
 */
export function fetchElectron(insist: boolean): string | undefined {
  const present = electronBinary()
  if (present !== undefined) return present
  const version = electronVersion()
  if (!insist && failedLately(version)) return undefined

  say('electronFetching', { seconds: PATIENCE_SECONDS })
  const { status } = spawnSync(process.execPath, [join(PACKAGE, 'install.js')], {
    cwd: ROOT,
    stdio: 'ignore',
    timeout: PATIENCE_SECONDS * 1000,
    killSignal: 'SIGKILL',
  })
  const binary = status === 0 ? electronBinary() : undefined
  if (binary === undefined) {
    // An extraction that was cut short must not be taken for the binary next time.
    rmSync(join(PACKAGE, 'path.txt'), { force: true })
    mkdirSync(dirname(FAILURE), { recursive: true })
    writeFileSync(FAILURE, JSON.stringify({ version, at: new Date().toISOString() }))
    say('electronUnavailable')
  } else {
    rmSync(FAILURE, { force: true })
  }
  return binary
}
