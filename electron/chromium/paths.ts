import { readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { env, platform } from 'node:process'

interface Manifest {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
}

/** The package.json that the started script belongs to, or nothing. */
export function manifest(script: string | undefined): Manifest {
  for (let folder = dirname(script ?? ''); ; folder = dirname(folder)) {
    try {
      return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
    } catch {
      if (folder === dirname(folder)) return {}
    }
  }
}

function appData(): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
}

/** Electron's `app.getPath`: https://www.electronjs.org/docs/latest/api/app#appgetpathname */
export function defaultPath(name: string, appName: string): string | undefined {
  switch (name) {
    case 'home':
      return homedir()
    case 'temp':
      return tmpdir()
    case 'appData':
      return appData()
    case 'userData':
    case 'sessionData':
      return join(appData(), appName)
    case 'desktop':
      return join(homedir(), 'Desktop')
    case 'documents':
      return join(homedir(), 'Documents')
    case 'downloads':
      return join(homedir(), 'Downloads')
    default:
      return undefined
  }
}
