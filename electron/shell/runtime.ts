import { session } from 'electron'

/** What carries the app, for people to report: `Electron 45.4.1`, or `Chromium 156` on the stand-in. */
export function runtimeName(): string {
  const { electron } = process.versions
  if (electron) return `Electron ${electron}`
  const chromium = /Chrome\/(\d+)/.exec(session.defaultSession.getUserAgent())?.[1]
  return chromium === undefined ? 'Chromium' : `Chromium ${chromium}`
}
