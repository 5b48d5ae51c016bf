import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from '../../build/root.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'afterword-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }))

interface Run {
  readonly code: number | null
  readonly said: string
}

/** `npm start`, ended by SIGTERM once it has said `until`. */
function start(env: Record<string, string>, args: string[] = [], until?: string): Promise<Run> {
  const child = spawn(process.execPath, [join(ROOT, 'build/start.mjs'), ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      LANGUAGE: 'en',
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
      AFTERWORD_USER_DATA: folder,
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (until !== undefined && said.includes(until)) child.kill('SIGTERM')
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}

test.runIf(process.platform === 'linux')(
  'without a display it says so, and names the ways that need none',
  async () => {
    const { code, said } = await start({ AFTERWORD_HEADLESS: '' })
    expect(code).toBe(1)
    expect(said).toContain('There is no display.')
    expect(said).toContain('xvfb-run -a npm start')
    expect(said).toContain('npx afterword --help')
  },
)

test('a runtime that does not exist is refused', async () => {
  const { code, said } = await start({ AFTERWORD_HEADLESS: '1' }, ['--runtime=firefox'])
  expect(code).toBe(1)
  expect(said).toContain('There is no runtime firefox.')
})

test('where the named browser is not there, it says what to install and installs nothing', async () => {
  const { code, said } = await start(
    { AFTERWORD_HEADLESS: '1', AFTERWORD_BROWSER: join(folder, 'nothing') },
    ['--runtime=chromium'],
  )
  expect(code).toBe(1)
  expect(said).toContain('Nothing here can show the window.')
  expect(said).not.toContain('Installing Chromium')
})

test('on the stand-in it says what it runs on and when it is ready, and ends when asked', async () => {
  const { code, said } = await start(
    { AFTERWORD_HEADLESS: '1' },
    ['--runtime=chromium'],
    'Ready after',
  )
  expect(said).toMatch(/^Starting in \S+$/m)
  expect(said).toMatch(/^Ready after [\d.]+ s$/m)
  expect(code).toBe(0)
})

test.runIf(process.platform !== 'win32')(
  'an Electron that dies before its window is there gives way to the stand-in',
  async () => {
    const binary = join(folder, 'electron')
    writeFileSync(binary, '#!/bin/sh\nkill -ABRT $$\n')
    chmodSync(binary, 0o755)
    const { said } = await start(
      { AFTERWORD_HEADLESS: '1', ELECTRON_OVERRIDE_DIST_PATH: folder },
      [],
      'Ready after',
    )
    expect(said).toMatch(/^Starting in Electron \d/m)
    expect(said).toContain('Electron ended before its window was there (SIGABRT).')
    expect(said).toMatch(/^Ready after [\d.]+ s$/m)
  },
)
