import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const PROGRAM = join(ROOT, 'dist/cli/cli.mjs')

export const fixtureFile = (name: string): string => join(ROOT, 'test/fixtures/exchange', name)

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly ended: Promise<Ran>
  /** Settles at the first line on stderr that matches. */
  seen(line: RegExp): Promise<void>
  signal(signal: NodeJS.Signals): void
}

const folder = mkdtempSync(join(tmpdir(), 'afterword-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
/** A path in a folder of this test file's own, where nothing is yet. */
export const place = (name: string): string => join(folder, `${String(made++)}-${name}`)

/** Starts the built program, with nothing of this machine's own settings but its browser. */
export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not built: npm run build`)
  const { PATH, HOME, AFTERWORD_BROWSER } = process.env
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    env: { PATH, HOME, AFTERWORD_BROWSER, LANG: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  const watchers: (() => void)[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    for (const watcher of watchers) watcher()
  })
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
  return {
    ended,
    seen: (line) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (stderr.split('\n').some((one) => line.test(one))) resolve()
        }
        watchers.push(look)
        look()
        void ended.then(() => reject(new Error(`ended without ${String(line)}: ${stderr}`)))
      }),
    signal: (signal) => void child.kill(signal),
  }
}

/** Runs the built program to its end. */
export const afterword = (args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ran> =>
  start(args, env).ended

export const text = (file: string): string => readFileSync(file, 'utf8')
