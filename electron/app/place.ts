import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const FOLDER = 'afterword'
const LIBRARY = 'library.afterword'

type Environment = Readonly<Record<string, string | undefined>>

/** Where programs keep a person's data on this system: the same folder as Electron's `app.getPath('appData')`. */
function appData(env: Environment, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library/Application Support')
  if (platform === 'win32') return env['APPDATA'] || join(home, 'AppData/Roaming')
  return env['XDG_CONFIG_HOME'] || join(home, '.config')
}

/**
 * The library file of a program without Electron: named by `AFTERWORD_LIBRARY`, in the folder that
 * `AFTERWORD_USER_DATA` names, or the one that the desktop app opens.
 */
export function libraryPlace(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const named = env['AFTERWORD_LIBRARY']
  if (named) return resolve(named)
  const folder = env['AFTERWORD_USER_DATA']
  return folder
    ? join(resolve(folder), LIBRARY)
    : join(appData(env, platform, home), FOLDER, LIBRARY)
}
