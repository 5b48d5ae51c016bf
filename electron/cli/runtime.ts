import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The checkout: this file is two folders below it, as a source and as a bundle. */
const ROOT = join(import.meta.dirname, '../..')
const WORKER = join(ROOT, 'dist/print/print.cjs')

/** A program that carries the print worker. */
export interface Runtime {
  readonly command: string
  readonly args: readonly string[]
}

/** Electron's binary, where the package has fetched it, and on Linux a display, without which it doesn't start. */
function electron(): Runtime | undefined {
  const folder = join(ROOT, 'node_modules/electron')
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined
  try {
    const command = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    // Chromium's sandbox refuses to run as root.
    const root = process.platform === 'linux' && process.getuid?.() === 0
    return existsSync(command)
      ? { command, args: [...(root ? ['--no-sandbox'] : []), WORKER] }
      : undefined
  } catch {
    return undefined
  }
}

/** The stand-in for Electron on an installed Chromium, Chrome or Edge; it needs no display. */
function standIn(): Runtime {
  const register = pathToFileURL(join(ROOT, 'electron/chromium/register.ts')).href
  return { command: process.execPath, args: ['--import', register, WORKER] }
}

/** What can carry the print worker here, the best first. A runtime may still turn out not to start. */
export const runtimes = (): Runtime[] => [electron(), standIn()].filter((one) => one !== undefined)

/** Where the worker is: the program must have been built. */
export const isBuilt = (): boolean => existsSync(WORKER)
