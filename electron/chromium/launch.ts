import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getuid, platform } from 'node:process'
import { systemLanguages } from './languages.ts'

/** `screen`: windows that a person sees. `none`: a browser without windows, which prints, and carries tests. */
export type Display = 'screen' | 'none'

export interface FirstWindow {
  readonly title: string
  readonly background: string
  readonly width: number
  readonly height: number
}

/** Features of a browser for the web that a program of its own has no use for; several would call home. */
const WITHOUT = [
  'Translate',
  'OptimizationHints',
  'MediaRouter',
  'AutofillServerCommunication',
  'GlobalMediaControls',
  'CertificateTransparencyComponentUpdater',
  'InterestFeedContentSuggestions',
]

/** Everything resolves to nothing: the program's pages are answered by interception, and nothing else is asked. */
const NO_HOSTS = 'MAP * ~NOTFOUND'

export function launchArguments(profile: string, display: Display, first?: FirstWindow): string[] {
  return [
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=${NO_HOSTS}`,
    `--disable-features=${WITHOUT.join(',')}`,
    // As Electron's pages do, ours hear which languages the person prefers.
    `--accept-lang=${systemLanguages().join(',')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--disable-extensions',
    '--disable-sync',
    '--disable-default-apps',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-search-engine-choice-screen',
    '--disable-breakpad',
    '--password-store=basic',
    '--use-mock-keychain',
    '--noerrdialogs',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    // Chromium's sandbox refuses to run as root; `--test-type` hides the bar that warns of it.
    ...(platform === 'linux' && getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ...(display === 'none' ? ['--headless=new', '--hide-scrollbars', '--mute-audio'] : []),
    ...(first === undefined ? ['--no-startup-window'] : windowArguments(first)),
  ]
}

function windowArguments({ title, background, width, height }: FirstWindow): string[] {
  const page = `<title>${title.replaceAll('<', '&lt;')}</title><body bgcolor="${background}">`
  return [
    `--window-size=${width},${height}`,
    // What a window manager on Linux knows the program by, instead of the address below.
    `--class=${title.toLowerCase()}`,
    // Not the program's own address: nothing could answer it before the pipe is there, and the start would hang.
    `--app=data:text/html,${encodeURIComponent(page)}`,
  ]
}

/**
 * The browser's own folder. With a screen it is kept (window size, zoom), without one it is thrown away. The
 * settings stand before the first start: ask where to save, fill in nothing, connect no device.
 */
export function prepareProfile(display: Display, userData: string): string {
  const profile = display === 'none' ? throwaway() : join(userData, 'chromium')
  const folder = join(profile, 'Default')
  mkdirSync(folder, { recursive: true })
  const preferences = join(folder, 'Preferences')
  if (!existsSync(preferences)) writeFileSync(preferences, JSON.stringify(PREFERENCES))
  return profile
}

const THROWAWAY = /^standin-profile-(\d+)-/

/** A fresh folder, after sweeping those of programs that were killed before they could. */
function throwaway(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = THROWAWAY.exec(name)?.[1]
    if (owner === undefined || lives(Number(owner))) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Another user's.
    }
  }
  return mkdtempSync(join(tmpdir(), `standin-profile-${process.pid}-`))
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const BLOCKED = 2
const PREFERENCES = {
  download: { prompt_for_download: true },
  credentials_enable_service: false,
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  spellcheck: { use_spelling_service: false },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false },
  profile: {
    default_content_setting_values: {
      usb_guard: BLOCKED,
      hid_guard: BLOCKED,
      serial_guard: BLOCKED,
      bluetooth_guard: BLOCKED,
    },
  },
}
