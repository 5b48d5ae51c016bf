import { join, resolve } from 'node:path'
import { app } from 'electron'

/** The folder of the person's own data, which the command line knows too. */
export function userDataFolder(): string {
  const named = process.env['AFTERWORD_USER_DATA']
  return named ? resolve(named) : join(app.getPath('appData'), 'afterword')
}

/** The library file: named by `AFTERWORD_LIBRARY`, or the one in the person's folder. */
export function libraryFile(): string {
  const named = process.env['AFTERWORD_LIBRARY']
  return named ? resolve(named) : join(userDataFolder(), 'library.afterword')
}
