import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBrowser } from '../../electron/chromium/browser.ts'
import { startFixture } from './fixture.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'standin-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A program that writes a line to stderr and ends, as a browser does that may not run. */
function program(line: string): string {
  const path = join(folder, 'browser')
  writeFileSync(path, `#!/bin/sh\necho ${JSON.stringify(line)} >&2\nexit 1\n`)
  chmodSync(path, 0o755)
  return path
}

async function failure(browser: string): Promise<string> {
  const app = await startFixture({ waitForWindow: false, env: { AFTERWORD_BROWSER: browser } })
  expect(await app.exit).toBe(1)
  return app.output
}

describe('without a browser that can be used', () => {
  test('it says what to install', async () => {
    expect(await failure(join(folder, 'none'))).toContain(
      'No Chromium, Chrome or Edge was found. Install one, or name its program in AFTERWORD_BROWSER.',
    )
  })

  test('it says that a policy forbids it', async () => {
    const browser = program('DevTools remote debugging is disallowed by the system admin.')
    expect(await failure(browser)).toContain('A policy on this machine forbids remote debugging')
  })

  test('it says what the browser said', async () => {
    expect(await failure(program('Cannot open the flux capacitor'))).toContain(
      'did not start. Cannot open the flux capacitor',
    )
  })
})

test('the browser that was named is taken, and no other where the name is wrong', () => {
  const before = process.env['AFTERWORD_BROWSER']
  try {
    const path = program('x')
    process.env['AFTERWORD_BROWSER'] = path
    expect(findBrowser()).toBe(path)
    process.env['AFTERWORD_BROWSER'] = join(folder, 'none')
    expect(findBrowser()).toBeUndefined()
  } finally {
    if (before === undefined) delete process.env['AFTERWORD_BROWSER']
    else process.env['AFTERWORD_BROWSER'] = before
  }
})
