import type { KeyInput } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../ui/app.ts'
import { inMain, startFixture } from './fixture.ts'

declare const window: Window & { taken?: string[] }

let app: TestApp
beforeAll(async () => (app = await startFixture()))
afterAll(() => app.close())

let menus = 0

/** Sets the menu, and waits until the page hears its accelerators: they reach it on a way of their own. */
async function setMenu(items: string): Promise<void> {
  const heard = `heard ${++menus}`
  await inMain(
    app,
    `globalThis.chosen = []
     const choose = (name) => () => globalThis.chosen.push(name)
     const last = { label: 'Heard', accelerator: 'CmdOrCtrl+Shift+F9', click: choose('${heard}') }
     electron.Menu.setApplicationMenu(
       electron.Menu.buildFromTemplate([{ label: 'File', submenu: [...${items}, last] }]))`,
  )
  do await press('Control', 'Shift', 'F9')
  while (!(await chosen()).includes(heard))
  await inMain(app, 'globalThis.chosen = []')
}

async function press(...keys: KeyInput[]): Promise<void> {
  const held = keys.slice(0, -1)
  for (const key of held) await app.page.keyboard.down(key)
  await app.page.keyboard.press(keys.at(-1)!)
  for (const key of held.toReversed()) await app.page.keyboard.up(key)
}

/** What has been chosen, after a round trip that comes behind every key before it. */
const chosen = (): Promise<string[]> => inMain(app, 'return globalThis.chosen')

test('an accelerator runs its command, and only with exactly its modifiers', async () => {
  await setMenu(`[
    { label: 'New', accelerator: 'CmdOrCtrl+N', click: choose('new') },
    { label: 'Second', accelerator: 'Alt+2', click: choose('second') },
  ]`)
  await press('Control', 'n')
  await press('Control', 'Shift', 'n')
  await press('n')
  await press('Alt', '2')
  expect(await chosen()).toEqual(['new', 'second'])
})

test('a key that no keyboard gives a code for runs the command of its letter alone', async () => {
  await setMenu(`[
    { label: 'Other', accelerator: 'CmdOrCtrl+B', click: choose('other') },
    { label: 'New', accelerator: 'CmdOrCtrl+N', click: choose('new') },
  ]`)
  // As assistive programs and keyboards on a screen make them.
  await app.page.evaluate(() => {
    for (const key of ['x', 'n'])
      document.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true }),
      )
  })
  expect(await chosen()).toEqual(['new'])
})

test('an accelerator that is only shown, disabled or hidden does nothing', async () => {
  await setMenu(`[
    { label: 'Undo', accelerator: 'CmdOrCtrl+Z', registerAccelerator: false, click: choose('undo') },
    { label: 'New', accelerator: 'CmdOrCtrl+N', enabled: false, click: choose('new') },
    { label: 'Bold', accelerator: 'CmdOrCtrl+B', visible: false, click: choose('bold') },
  ]`)
  await press('Control', 'z')
  await press('Control', 'n')
  await press('Control', 'b')
  expect(await chosen()).toEqual([])
})

test('a key that the page takes for itself is not a command', async () => {
  await setMenu(`[{ label: 'New', accelerator: 'CmdOrCtrl+N', click: choose('new') }]`)
  await app.page.evaluate(() => {
    window.taken = []
    const take = (event: KeyboardEvent): void => {
      if (event.key !== 'n') return
      event.preventDefault()
      window.taken?.push(event.key)
      document.removeEventListener('keydown', take)
    }
    document.addEventListener('keydown', take)
  })
  await press('Control', 'n')
  expect(await app.page.evaluate(() => window.taken)).toEqual(['n'])
  expect(await chosen()).toEqual([])
  await press('Control', 'n')
  expect(await chosen()).toEqual(['new'])
})

test('another menu replaces the accelerators, also in the next document', async () => {
  await setMenu(`[{ label: 'New', accelerator: 'CmdOrCtrl+N', click: choose('first') }]`)
  await setMenu(`[{ label: 'New', accelerator: 'CmdOrCtrl+B', click: choose('replaced') }]`)
  await press('Control', 'n')
  await press('Control', 'b')
  expect(await chosen()).toEqual(['replaced'])
  const again = app.interactive()
  await inMain(app, 'setTimeout(() => window.webContents.reload())')
  await again
  await press('Control', 'b')
  expect(await chosen()).toEqual(['replaced', 'replaced'])
})

test('a key of the browser’s does nothing, unless the menu has it', async () => {
  const pressAll = async (): Promise<void> => {
    await press('Control', 'r')
    await press('Control', 'n')
    await press('Alt', 'ArrowLeft')
  }
  await app.page.evaluate(() => (window.taken = ['kept']))
  await setMenu('[]')
  await pressAll()
  expect(await chosen()).toEqual([])
  await setMenu(`[{ label: 'Run', accelerator: 'CmdOrCtrl+R', click: choose('run') }]`)
  await pressAll()
  expect(await chosen()).toEqual(['run'])
  expect(await app.page.evaluate(() => window.taken)).toEqual(['kept'])
  expect(await app.page.evaluate(() => history.length)).toBe(1)
})
