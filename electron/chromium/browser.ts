import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env, platform } from 'node:process'

const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
]
const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
]
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
]

function candidates(): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env['HOME'] ?? '', 'Applications')]
    return folders.flatMap((folder) => MAC.map((app) => join(folder, app)))
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return folders.flatMap((folder) => (folder ? WINDOWS.map((app) => join(folder, app)) : []))
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * The executable of an installed browser of the Chromium family, or undefined. `AFTERWORD_BROWSER` names one and then
 * no other is taken, so that a wrong name is noticed.
 */
export function findBrowser(): string | undefined {
  const named = env['AFTERWORD_BROWSER']
  if (named) return existsSync(named) ? named : undefined
  return candidates().find((path) => existsSync(path))
}
