import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')
const PACKAGE = join(ROOT, 'node_modules/electron')

/** Electron's binary where it has been fetched. The package itself would try to fetch it when it is imported. */
export function electronBinary(): string | undefined {
  try {
    const binary = join(PACKAGE, 'dist', readFileSync(join(PACKAGE, 'path.txt'), 'utf8'))
    return existsSync(binary) ? binary : undefined
  } catch {
    return undefined
  }
}

/** Chromium's sandbox refuses to run as root. */
export const RUNTIME_ARGUMENTS: readonly string[] =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
