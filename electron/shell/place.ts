import { join, resolve } from 'node:path'
import { app } from 'electron'

/**
 * The folder of the app's own data. Electron would name it after the product; the command line, which has no Electron
 * to ask, finds the library in this one.
 */
export function userDataFolder(): string {
  const named = process.env['AFTERWORD_USER_DATA']
  return named ? resolve(named) : join(app.getPath('appData'), 'afterword')
}
