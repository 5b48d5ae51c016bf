import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** How to run apt-get without asking anybody: as root, or by a sudo that wants no password. */
function apt(): string[] | undefined {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined
  if (process.getuid?.() === 0) return ['apt-get']
  const { status } = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
  return status === 0 ? ['sudo', '-n', 'apt-get'] : undefined
}

export const canInstallPackages = (): boolean => apt() !== undefined

/**
 * Installs packages of a Debian-like system, after refreshing its lists (a fresh image has none). Answers whether all
 * of them were installed; apt speaks only where it fails.
 */
export function installPackages(names: readonly string[]): boolean {
  const command = apt()
  if (command === undefined) return false
  const [program, ...first] = command as [string, ...string[]]
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, [...first, ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 64 * 1024 * 1024,
    })
    if (status !== 0) process.stderr.write(`${stdout}${stderr}`)
    return status === 0
  }
  return run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', ...names)
}
