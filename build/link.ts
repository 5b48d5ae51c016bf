import { chmodSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/**
 * Puts `afterword` among the checkout's own commands, where npx looks before it asks a registry. npm links the
 * commands of dependencies only, never those of the package itself.
 */
export function linkCommand(): void {
  const target = join(ROOT, 'build/afterword.mjs')
  const link = join(ROOT, 'node_modules/.bin/afterword')
  rmSync(link, { force: true })
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\build\\afterword.mjs" %*\r\n')
    return
  }
  chmodSync(target, 0o755)
  symlinkSync('../../build/afterword.mjs', link)
}
