import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, Platform } from 'electron-builder'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { electronVersion } from '../../build/electron.ts'
import { ROOT } from '../../build/root.ts'
import { makeElectronDummy } from './electron-dummy.ts'

const folder = mkdtempSync(join(tmpdir(), 'afterword-package-'))
const output = join(folder, 'release')
const unpacked = join(output, process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked')
const archive = join(unpacked, 'resources/app.asar')

beforeAll(async () => {
  await makeElectronDummy(folder, electronVersion())
  await build({
    targets: Platform.LINUX.createTarget('dir', process.arch === 'arm64' ? Arch.arm64 : Arch.x64),
    projectDir: ROOT,
    publish: 'never',
    config: {
      extends: join(ROOT, 'build/electron-builder.config.cjs'),
      electronDist: join(folder, 'dist'),
      directories: { output },
    },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the archive has the program and its packages, and nothing else', () => {
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
  for (const file of [
    '/package.json',
    '/LICENSE',
    '/NOTICE',
    '/dist/main/main.cjs',
    '/dist/preload/preload.cjs',
    '/dist/memory/memory.cjs',
    '/dist/renderer/index.html',
    '/node_modules/better-sqlite3/package.json',
    '/dist/fonts/harfbuzz-subset.wasm',
  ])
    expect(files).toContain(file)
  expect(files.some((file) => file.startsWith('/dist/fonts/'))).toBe(true)
  const strange = files.filter(
    (file) =>
      !/^\/(package\.json|LICENSE|NOTICE|node_modules|dist|dist\/(main|preload|memory|renderer|fonts)(\/.*)?|node_modules\/.*)$/.test(
        file,
      ),
  )
  expect(strange).toEqual([])
  expect(files.filter((file) => /\.(map|ts)$/.test(file))).toEqual([])
  expect(files.filter((file) => /^\/node_modules\/(node-|electron|vite|react)/.test(file))).toEqual(
    [],
  )
})

test('SQLite lies outside the archive, for this system alone', () => {
  const natives = readdirSync(join(unpacked, 'resources/app.asar.unpacked'), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.node'))
  expect(natives).toEqual([
    join('node_modules/better-sqlite3/prebuilds', `linux-${process.arch}.node`),
  ])
})

test('Chromium’s strings are there for the languages of the interface', () => {
  expect(readdirSync(join(unpacked, 'locales'))).toEqual(['en-US.pak', 'nl.pak'])
})

test('the fuses are blown as the security page says', async () => {
  const wire = await getCurrentFuseWire(join(unpacked, 'afterword'))
  expect(wire.version).toBe(FuseVersion.V1)
  const is = (fuse: FuseV1Options, state: FuseState) =>
    expect(wire[fuse], FuseV1Options[fuse]).toBe(state)
  is(FuseV1Options.RunAsNode, FuseState.DISABLE)
  is(FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE)
  is(FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE)
  is(FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE)
  is(FuseV1Options.EnableCookieEncryption, FuseState.ENABLE)
  is(FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE)
  is(FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE)
})

/** Starts what the archive holds, far from the checkout, on the stand-in, and waits for its window. */
async function startPackaged(): Promise<{
  interactive: boolean
  output: string
  library: boolean
}> {
  const place = join(folder, 'extracted')
  extractAll(archive, place)
  const userData = join(folder, 'user-data')
  const child = fork(join(place, 'dist/main/main.cjs'), {
    execArgv: ['--import', join(ROOT, 'electron/chromium/register.ts')],
    cwd: place,
    env: { ...process.env, AFTERWORD_HEADLESS: '1', AFTERWORD_USER_DATA: userData },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<boolean>((resolve) => child.once('exit', () => resolve(false)))
  const shown = new Promise<boolean>((resolve) => {
    child.on('message', (message) => {
      if (message === 'interactive') resolve(true)
    })
  })
  const interactive = await Promise.race([shown, ended])
  if (interactive) {
    child.kill('SIGTERM')
    await ended
  }
  return { interactive, output, library: existsSync(join(userData, 'library.afterword')) }
}

// The archive is packed for Linux, so its SQLite runs there only; other systems start theirs in the release workflow.
test.runIf(process.platform === 'linux')(
  'what was packaged starts and makes a library',
  async () => {
    const { interactive, output, library } = await startPackaged()
    expect(interactive, output).toBe(true)
    expect(library, output).toBe(true)
  },
)
