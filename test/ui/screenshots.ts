/** `npm run screenshots`: the pictures of the docs, taken from the built app with the sample in it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DEFAULT_SETTINGS, type Settings } from '../../model/contract/settings.ts'
import { startApp, type TestApp } from './app.ts'

const FOLDER = join(import.meta.dirname, '../../docs/screenshots')
const SIZE = { width: 1280, height: 800, deviceScaleFactor: 1 }
const SCREENS = ['library', 'write', 'translate', 'publish'] as const
const THEMES = ['light', 'dark'] as const
/** Interface languages, with what they add to a picture's name. */
const LANGUAGES = [
  ['en', ''],
  ['ar', '-ar'],
] as const

/** What else stands in the library. */
const OTHERS = [
  ['Certificates that ran out on a Sunday', 'en'],
  ['Verkeerd ingestelde opslag bij een leverancier', 'nl'],
] as const

const userData = mkdtempSync(join(tmpdir(), 'afterword-screenshots-'))

/** The app with a window of the pictures' size, ended when the work is done or has failed. */
async function withApp<T>(work: (app: TestApp) => Promise<T>): Promise<T> {
  const app = await startApp({ userData })
  try {
    await app.page.setViewport(SIZE)
    return await work(app)
  } finally {
    await app.close()
  }
}

/** Leaves settings with which the next start comes back to a screen. */
const leave = (settings: Settings) => withApp((app) => app.ask('settings.set', settings))

try {
  mkdirSync(FOLDER, { recursive: true })
  const sample = await withApp(async (app) => {
    const [found] = await app.ask('library.list', {})
    if (found === undefined) throw new Error('The new library has no sample')
    for (const [title, locale] of OTHERS)
      await app.ask('postmortem.create', { title, locale, template: 'incident' })
    return found.id
  })
  for (const [interfaceLocale, suffix] of LANGUAGES)
    for (const theme of THEMES)
      for (const screen of SCREENS) {
        const last = screen === 'library' ? null : { postmortem: sample, view: screen }
        await leave({ ...DEFAULT_SETTINGS, interfaceLocale, theme, last })
        const path = join(FOLDER, `${screen}-${theme}${suffix}.png`)
        await withApp(async (app) => {
          // Previews and checks come from the core after the screen is there; a picture may wait for them.
          await setTimeout(2000)
          await app.page.screenshot({ path: path as `${string}.png` })
        })
        process.stderr.write(`${path}\n`)
      }
} finally {
  rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}
