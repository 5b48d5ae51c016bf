import { EventEmitter } from 'node:events'
import type { BrowserWindow } from './window.ts'
import type { Electron } from './surface.ts'

/** Every window that is there, hidden ones too. */
export const windows = new Set<BrowserWindow>()

/** What a window tells the app. */
export const windowEvents = new EventEmitter<{ created: [Electron.WebContents]; emptied: [] }>()

/** What a window must know of the app. */
export const appState = { ready: false, name: '', userData: (): string => '' }

/** Without a screen everything is hidden, and nobody can be asked anything. */
export const HEADLESS = process.env['AFTERWORD_HEADLESS'] === '1'
