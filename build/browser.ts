import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../electron/chromium/browser.ts'
import { canInstallPackages, installPackages } from './apt.ts'
import { ROOT } from './root.ts'
import { say } from './words.mjs'

/** The Chromium that Playwright keeps for itself, where somebody has installed it. */
async function playwrightBrowser(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

const named = () => Boolean(process.env['AFTERWORD_BROWSER'])

/** The browser that is named in the environment and no other; where none is named, whichever is installed. */
async function installedBrowser(): Promise<string | undefined> {
  return findBrowser() ?? (named() ? undefined : await playwrightBrowser())
}

/**
 * An installed browser of the Chromium family. Where there is none and packages may be installed without asking, it
 * installs one: Debian's own; or, where that does not exist (Ubuntu has it as a snap only), Playwright's with its
 * libraries.
 */
export async function ensureBrowser(): Promise<string | undefined> {
  const present = await installedBrowser()
  if (present !== undefined || named() || !canInstallPackages()) return present
  say('browserInstalling')
  if (!installPackages(['chromium'])) {
    const playwright = join(ROOT, 'node_modules/playwright/cli.js')
    spawnSync(process.execPath, [playwright, 'install', '--with-deps', 'chromium'], {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
    })
  }
  return installedBrowser()
}
