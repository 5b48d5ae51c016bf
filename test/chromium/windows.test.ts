import { afterEach, describe, expect, test } from 'vitest'
import type { TestApp } from '../ui/app.ts'
import { inMain, startFixture } from './fixture.ts'

const apps: TestApp[] = []
const start = async (): Promise<TestApp> => {
  const app = await startFixture()
  apps.push(app)
  return app
}
afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill()
})

/** Opens a second window, which is called `other` from then on. */
const OPEN = `globalThis.other = new electron.BrowserWindow({ webPreferences: { sandbox: true } })
  return globalThis.other.loadURL('app://afterword/').then(() => globalThis.other.id)`

describe('several windows', () => {
  test('each has its page, and the app knows them all', async () => {
    const app = await start()
    const id = await inMain<number>(app, OPEN)
    const ids = await inMain<number[]>(
      app,
      'return electron.BrowserWindow.getAllWindows().map((one) => one.id)',
    )
    expect(ids).toContain(id)
    expect(ids).toHaveLength(2)
    expect(await app.pages()).toHaveLength(2)
    expect(await inMain(app, "return other.webContents.executeJavaScript('document.title')")).toBe(
      'Fixture',
    )
  })

  test('one is focused, and says when it is another', async () => {
    const app = await start()
    await inMain(app, OPEN)
    const focused = (): Promise<string[]> =>
      inMain(
        app,
        `const now = electron.BrowserWindow.getFocusedWindow()
         return [now === window ? 'window' : now === other ? 'other' : 'none',
           String(window.isFocused()), String(other.isFocused())]`,
      )
    expect(await focused()).toEqual(['other', 'false', 'true'])
    await inMain(
      app,
      `window.on('focus', () => console.log('<focus>'))
       other.on('blur', () => console.log('<blur>'))
       window.focus()`,
    )
    expect(await focused()).toEqual(['window', 'true', 'false'])
    expect(app.output.match(/<[a-z]+>/g)).toEqual(['<blur>', '<focus>'])
  })

  test('closing one leaves the other, and closing the last ends the app', async () => {
    const app = await start()
    await inMain(app, OPEN)
    await inMain(app, 'other.close()')
    expect(await inMain(app, 'return [other.isDestroyed(), window.isDestroyed()]')).toEqual([
      true,
      false,
    ])
    expect(await inMain(app, 'return electron.BrowserWindow.getFocusedWindow()')).toBeNull()
    await app.page.close()
    expect(await app.exit).toBe(0)
  })

  test('quitting asks every one of them, also where the first does not want to', async () => {
    const app = await start()
    await inMain(app, OPEN)
    await inMain(
      app,
      `for (const one of [window, other])
         one.once('close', (event) => { event.preventDefault(); console.log('<asked>') })
       electron.app.quit()`,
    )
    expect(app.output.match(/<asked>/g)).toHaveLength(2)
    expect(await app.close()).toBe(0)
  })
})
