import { BrowserWindow, type WebContents } from 'electron'
import type { Place } from '../../model/contract/settings.ts'
import { placeAddress } from './address.ts'
import { holdUntilSaved, type Closing } from './closing.ts'
import { createWindow, loadWindow } from './window.ts'
import type { Words } from './words.ts'

/** A window, what it shows, and what it does before it closes. */
export interface AppWindow {
  readonly window: BrowserWindow
  readonly closing: Closing
  /** Null: the library. */
  place: Place | null
}

export interface WindowsOptions {
  readonly words: () => Words
  /** A page crashes again and again. */
  readonly givenUp: () => void
  readonly failed: (error: unknown) => void
  /** The person kept a window open that was about to close. */
  readonly stayed: () => void
  /** There is another window, or one less, or one shows something else. */
  readonly changed: () => void
}

/** Every window of the app. */
export interface Windows {
  /** `undefined`: wherever the app begins. */
  open(place?: Place | null): AppWindow
  all(): readonly AppWindow[]
  /** The one that the person works in, or worked in last. */
  current(): BrowserWindow | undefined
  /** The one that holds this page. */
  of(contents: WebContents): AppWindow | undefined
}

export function createWindows(options: WindowsOptions): Windows {
  const open = new Set<AppWindow>()
  let last: BrowserWindow | undefined

  return {
    open(place) {
      const window = createWindow(options.words().t('app'))
      const made: AppWindow = {
        window,
        closing: holdUntilSaved(window, options.words, options.stayed),
        place: place ?? null,
      }
      open.add(made)
      last = window
      window.on('focus', () => (last = window))
      window.on('closed', () => {
        open.delete(made)
        if (last === window) last = undefined
        options.changed()
      })
      loadWindow(window, placeAddress(place), options.givenUp).catch((error: unknown) => {
        // Closed before it was there: nothing has failed.
        if (!window.isDestroyed()) options.failed(error)
      })
      return made
    },
    all: () => [...open],
    current: () => BrowserWindow.getFocusedWindow() ?? last ?? [...open].at(-1)?.window,
    of: (contents) => [...open].find(({ window }) => window.webContents === contents),
  }
}
