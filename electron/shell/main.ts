import { mkdirSync } from 'node:fs'
import { app, protocol, session, shell } from 'electron'
import type { Method } from '../../model/contract/calls.ts'
import type { Place, Settings } from '../../model/contract/settings.ts'
import { libraryPlace } from '../app/place.ts'
import type { Core, Ports } from '../app/ports.ts'
import { userName } from '../app/user.ts'
import { SCHEME } from './address.ts'
import { openBridge, sendEvent } from './bridge.ts'
import { createDialogs } from './dialogs.ts'
import { setMenu, showAbout } from './menu.ts'
import { guard } from './navigation.ts'
import { openLibrary } from './opening.ts'
import { restrict } from './permissions.ts'
import { userDataFolder } from './place.ts'
import { closePrintWindows, printPage } from './printer.ts'
import { runtimeName } from './runtime.ts'
import { secrets } from './secrets.ts'
import { PRIVILEGES, createServer } from './serve.ts'
import { createWindows, type AppWindow } from './windows.ts'
import { createWords } from './words.ts'

/** By which Windows knows that a window and the installed app are one. The installer registers it. */
const APP_ID = 'org.afterword.desktop'

/** Started by a parent that wants to know when the window takes input, and falls back where it never does. */
const tellParent = (): void => void process.send?.('interactive')

async function run(): Promise<void> {
  let quitting = false
  let words = createWords(null, app.getPreferredSystemLanguages())
  let keepPlaces = (): void => {}
  const windows = createWindows({
    words: () => words,
    givenUp: () => app.exit(1),
    failed: giveUp,
    stayed: () => (quitting = false),
    changed: () => {
      if (windows.all().length === 0) closePrintWindows()
      keepPlaces()
    },
  })

  app.on('web-contents-created', (_event, contents) => guard(contents))
  app.on('second-instance', () => {
    const window = windows.current()
    if (window === undefined) return void windows.open()
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('before-quit', () => (quitting = true))
  app.on('window-all-closed', () => {
    // On macOS an app stays in the dock without a window, until the person quits it.
    if (process.platform !== 'darwin' || quitting) app.quit()
  })

  await app.whenReady()
  restrict(session.defaultSession)

  const ports: Ports = {
    clock: () => new Date(),
    user: userName(),
    version: app.getVersion(),
    get runtime() {
      return runtimeName()
    },
    dialogs: createDialogs(() => windows.current()),
    printer: { print: printPage },
    secrets,
    reveal: (path) => shell.showItemInFolder(path),
  }
  mkdirSync(userDataFolder(), { recursive: true })
  const opened = await openLibrary(libraryPlace(), ports, words)
  if (opened === undefined) return app.exit(1)
  protocol.handle(SCHEME, createServer(opened))
  closeWithApp(opened)

  const applyLanguage = (chosen: string | null): void => {
    words = createWords(chosen, app.getPreferredSystemLanguages())
    setMenu({
      words,
      mac: process.platform === 'darwin',
      command: (command) => sendEvent(windows.current(), 'menu.command', { command }),
      about: () => showAbout({ ...ports, words, window: windows.current() }),
    })
  }
  const settings = await opened.call('settings.get', {}, 'window')
  applyLanguage(settings.ok ? settings.value.interfaceLocale : null)

  /** What a window's calls mean for the shell. The core has parsed `input` by now. */
  const done = (method: Method, input: unknown, from: AppWindow): void => {
    if (method === 'settings.set') applyLanguage((input as Settings).interfaceLocale)
    if (method === 'window.flushed') from.closing.flushed((input as { saved: boolean }).saved)
    if (method === 'window.open') windows.open((input as { place: Place | null }).place)
    if (method === 'window.shows') {
      from.place = (input as { place: Place | null }).place
      keepPlaces()
    }
    if (method !== 'window.interactive') return
    from.closing.answering(true)
    tellParent()
  }
  openBridge({ windows, core: opened, done })

  // The next start opens the windows that were open at the end of this one. One alone comes back by itself.
  keepPlaces = () => {
    const places = windows.all().map(({ place }) => place)
    if (quitting || places.length === 0) return
    void opened.call('windows.keep', { places }, 'window')
  }
  const [first, ...others] = (settings.ok && settings.value.windows) || []
  windows.open(others.length > 0 ? first : undefined)
  for (const place of others) windows.open(place)
  app.on('activate', () => {
    if (windows.current() === undefined) windows.open()
  })
}

/** Holds the end of the app back until the core has finished what it does. */
function closeWithApp(core: Core): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void core.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

/** The start failed in a way that no dialog can help with: say why, for whoever started it, and end. */
function giveUp(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  app.exit(1)
}

protocol.registerSchemesAsPrivileged([PRIVILEGES])
app.enableSandbox()
if (process.platform === 'win32') app.setAppUserModelId(APP_ID)
app.setPath('userData', userDataFolder())

if (app.requestSingleInstanceLock()) run().catch(giveUp)
else app.exit(0)
