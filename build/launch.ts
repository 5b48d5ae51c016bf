import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import { electronVersion } from './electron.ts'
import { ROOT } from './root.ts'
import { say } from './words.mjs'

/** What carries the program: Electron's binary, or the stand-in on an installed browser. */
export type Runtime =
  | { readonly kind: 'electron'; readonly binary: string }
  | { readonly kind: 'chromium'; readonly browser: string }

/** How the program ended, and whether its window had been there. `reason`: the exit code or the signal. */
export interface Ending {
  readonly code: number
  readonly interactive: boolean
  readonly asked: boolean
  readonly reason: string
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function command(runtime: Runtime): [string, string[]] {
  if (runtime.kind === 'chromium')
    return [process.execPath, ['--import', './electron/chromium/register.ts', 'dist/main/main.cjs']]
  // Chromium's sandbox refuses to run as root.
  const root = process.platform === 'linux' && process.getuid?.() === 0
  return [runtime.binary, [...(root ? ['--no-sandbox'] : []), '.']]
}

export const nameOf = (runtime: Runtime): string =>
  runtime.kind === 'electron' ? `Electron ${electronVersion()}` : basename(runtime.browser)

/** Starts the built program and stays with it until it ends. Signals are passed on. */
export function launch(runtime: Runtime): Promise<Ending> {
  const [program, args] = command(runtime)
  const env =
    runtime.kind === 'chromium'
      ? { ...process.env, AFTERWORD_BROWSER: runtime.browser }
      : process.env
  say('starting', { runtime: nameOf(runtime) })
  const started = performance.now()
  const child = spawn(program, args, {
    cwd: ROOT,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })

  let interactive = false
  let asked = false
  child.on('message', (message) => {
    if (message !== 'interactive' || interactive) return
    interactive = true
    const seconds = (performance.now() - started) / 1000
    say('interactive', { seconds: seconds.toFixed(1) })
  })

  return new Promise((resolve) => {
    const pass = (signal: NodeJS.Signals) => {
      asked = true
      child.kill(signal)
    }
    for (const signal of SIGNALS) process.on(signal, pass)
    const end = (code: number, reason: string) => {
      for (const signal of SIGNALS) process.off(signal, pass)
      resolve({ code, interactive, asked, reason })
    }
    child.on('error', (error) => end(1, error.message))
    child.on('exit', (code, signal) => end(code ?? 1, signal ?? String(code)))
  })
}
