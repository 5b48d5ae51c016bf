// The packages of the lock file, installed where they are missing or others. Read by old Nodes: plain JavaScript.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canInstall, findNode, handOver, isRecent } from './node.mjs'
import { say } from './words.mjs'

const root = join(fileURLToPath(import.meta.url), '../..')

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Package
 * @param {string} file
 * @returns {Record<string, Package>}
 */
function packages(file) {
  /** @type {{ packages: Record<string, Package> }} */
  const lock = JSON.parse(readFileSync(join(root, file), 'utf8'))
  return lock.packages
}

/** Whether what npm says it installed is what the lock file asks for; other platforms' packages may be absent. */
function isInstalled() {
  try {
    const there = packages('node_modules/.package-lock.json')
    return Object.entries(packages('package-lock.json')).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' ||
        (there[path] === undefined ? optional || devOptional : there[path].version === version),
    )
  } catch {
    return false
  }
}

/** `npm ci` by the npm that runs us, else by the one on the PATH. */
function runNpm() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  args.push('--loglevel=error', '--prefer-offline')
  const npm = process.env['npm_execpath']
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['inherit', 2, 'inherit']
  if (npm?.endsWith('.js')) spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio })
  else spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' })
}

/**
 * Installs, and looks for itself: npm 10, which comes with Node 18 and 20, may give up half-way and still exit with 0
 * ("Exit handler never called"). What it fetched is in its cache, so that a second run gets further.
 */
function install() {
  runNpm()
  if (!isInstalled()) runNpm()
  return isInstalled()
}

/**
 * Makes the checkout ready and goes on with a script of this folder, under a Node that can run it.
 * @param {string} script as `start.ts`
 */
export async function goOn(script) {
  if (!canInstall(process.versions.node)) {
    say('nodeOld', { version: process.versions.node })
    process.exit(1)
  }
  if (!isInstalled()) {
    say('installing')
    if (!install()) {
      say('installFailed')
      process.exit(1)
    }
  }
  const file = join(root, 'build', script)
  const node = findNode()
  if (node === undefined) {
    say('nodeMissing', { version: process.versions.node })
    process.exit(1)
  }
  if (isRecent(process.versions.node)) await import(new URL(script, import.meta.url).href)
  else handOver(node, [file, ...process.argv.slice(2)])
}
