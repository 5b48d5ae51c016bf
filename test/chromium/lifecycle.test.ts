import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { AppOptions, TestApp } from '../ui/app.ts'
import { inMain, startFixture } from './fixture.ts'

const apps: TestApp[] = []
const folders: string[] = []
const start = async (options: AppOptions = {}): Promise<TestApp> => {
  const app = await startFixture(options)
  apps.push(app)
  return app
}
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'standin-test-'))
  folders.push(made)
  return made
}
afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill()
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true })
})

const lives = (pid: number): boolean => {
  try {
    // A zombie is no process any more, only its exit code waiting to be read.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('quitting', () => {
  test('asks before it closes anything, then says goodbye in Electron’s order', async () => {
    const app = await start()
    await inMain(
      app,
      `const say = (text) => () => console.log('<' + text + '>')
       for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed']) electron.app.on(name, say(name))
       window.on('close', say('close'))
       window.on('closed', say('closed'))`,
    )
    expect(await app.close()).toBe(0)
    expect(app.output.match(/<[a-z-]+>/g)).toEqual([
      '<before-quit>',
      '<close>',
      '<closed>',
      '<will-quit>',
      '<quit>',
    ])
  })

  test('stops where a window does not want to close', async () => {
    const app = await start()
    await inMain(
      app,
      "window.once('close', (event) => event.preventDefault()); electron.app.quit()",
    )
    expect(await inMain(app, 'return window.isDestroyed()')).toBe(false)
    expect(await app.close()).toBe(0)
  })

  test('stops where the program has something left to do', async () => {
    const app = await start()
    await inMain(
      app,
      `let held = false
       electron.app.on('will-quit', (event) => {
         if (held) return
         held = true
         event.preventDefault()
         setTimeout(() => { console.log('<finished>'); electron.app.quit() }, 50)
       })`,
    )
    expect(await app.close()).toBe(0)
    expect(app.output).toContain('<finished>')
  })

  test('the window’s own close button closes the window and so the program', async () => {
    const app = await start()
    await app.page.close()
    expect(await app.exit).toBe(0)
  })

  test('the close button of a window in use asks first', async () => {
    const app = await start()
    await inMain(
      app,
      "window.on('close', (event) => { event.preventDefault(); console.log('<asked>') })",
    )
    await app.page.click('main')
    const client = await app.page.createCDPSession()
    await client.send('Page.close')
    await until(() => app.output.includes('<asked>'))
    expect(await inMain(app, 'return window.isDestroyed()')).toBe(false)
  })

  test('the close button asks also after the page was kept from leaving', async () => {
    const app = await start()
    await inMain(
      app,
      `window.webContents.on('will-navigate', (event) => { event.preventDefault(); console.log('<held>') })
       window.on('close', (event) => { event.preventDefault(); console.log('<asked>') })`,
    )
    await app.page.click('main')
    await app.page.click('#out')
    await until(() => app.output.includes('<held>'))
    const client = await app.page.createCDPSession()
    await client.send('Page.close')
    await until(() => app.output.includes('<asked>'))
    expect(await inMain(app, 'return window.isDestroyed()')).toBe(false)
  })
})

describe('what crashes comes back', () => {
  test('a page', async () => {
    const app = await start()
    const again = app.interactive()
    const client = await app.page.createCDPSession()
    client.send('Page.crash').catch(() => {})
    await again
    expect(app.output).toContain('page gone: crashed')
  })

  test('the whole browser', async () => {
    const app = await start()
    const before = app.browserProcess
    const again = app.interactive()
    process.kill(before, 'SIGKILL')
    await again
    await app.join()
    expect(await app.page.title()).toBe('Fixture')
    expect(app.browserProcess).not.toBe(before)
    expect(await inMain(app, 'return electron.BrowserWindow.getAllWindows().length')).toBe(1)
  })

  test('the browser ends with a program that is killed', async () => {
    const app = await start()
    const browser = app.browserProcess
    expect(lives(browser)).toBe(true)
    await app.kill()
    await until(() => !lives(browser))
  })
})

describe('a single instance', () => {
  test('hands a second start over and ends it', async () => {
    const userData = folder()
    const app = await start({ userData })
    const second = await start({ userData, waitForWindow: false, env: { FIXTURE: 'x' } })
    expect(await second.exit).toBe(0)
    await until(() => app.output.includes('second start:'))
    expect(await app.page.title()).toBe('Fixture')
  })

  test('starts after one that was killed', async () => {
    const userData = folder()
    const first = await start({ userData })
    await first.kill()
    const second = await start({ userData })
    expect(await second.page.title()).toBe('Fixture')
  })

  test('starts where the process of an old lock is now somebody else', async () => {
    const userData = folder()
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    try {
      writeFileSync(join(userData, 'instance.lock'), String(stranger.pid))
      const app = await start({ userData })
      expect(await app.page.title()).toBe('Fixture')
    } finally {
      stranger.kill()
    }
  })

  test('starts beside one in another folder', async () => {
    await start()
    const other = await start()
    expect(await other.page.title()).toBe('Fixture')
  })
})
