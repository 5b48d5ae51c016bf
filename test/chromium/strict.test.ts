import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApp } from '../ui/app.ts'
import { inMain, startFixture } from './fixture.ts'

let app: TestApp
beforeAll(async () => (app = await startFixture()))
afterAll(() => app.close())

describe('what Electron has and the stand-in has not', () => {
  test.each([
    ['a member of app', 'electron.app.setBadgeCount(1)', 'app.setBadgeCount'],
    ['a member of a window', 'window.setOpacity(1)', 'BrowserWindow.setOpacity'],
    ['a member that is only asked for', 'window.setOpacity?.(1)', 'BrowserWindow.setOpacity'],
    ['a member of the contents', 'window.webContents.openDevTools()', 'webContents.openDevTools'],
    ['a member that is set', 'window.webContents.zoomFactor = 2', 'webContents.zoomFactor'],
    ['a member of a session', 'electron.session.defaultSession.clearCache()', 'session.clearCache'],
    ['another session', "electron.session.fromPartition('x')", 'session.fromPartition'],
    ['an event', "electron.app.on('login', () => {})", 'event login of app'],
    ['an event, once', "window.once('ready-to-show', () => {})", 'event ready-to-show'],
    ['a window option', 'new electron.BrowserWindow({ frame: false })', 'option frame'],
    [
      'a preference that would weaken a page',
      'new electron.BrowserWindow({ webPreferences: { nodeIntegration: true } })',
      'webPreferences nodeIntegration: true',
    ],
    [
      'a dialog property',
      "await electron.dialog.showOpenDialog(window, { properties: ['showHiddenFiles'] })",
      'dialog property showHiddenFiles',
    ],
    [
      'a dialog option',
      "await electron.dialog.showMessageBox({ checkboxLabel: '' })",
      'checkboxLabel',
    ],
    [
      'a menu role',
      "electron.Menu.buildFromTemplate([{ submenu: [{ role: 'toggleDevTools' }] }])",
      'menu role toggleDevTools',
    ],
    ['a place', "electron.app.getPath('crashDumps')", "app.getPath('crashDumps')"],
    [
      'a print option',
      "await window.webContents.printToPDF({ pageSize: 'A4' })",
      'option pageSize of printToPDF',
    ],
  ])('%s throws', async (_, code, name) => {
    const message = await inMain<string>(
      app,
      `return (async () => { try { ${code}; return 'nothing thrown' } catch (error) { return error.message } })()`,
    )
    expect(message).toMatch(/^The stand-in for Electron has no /)
    expect(message).toContain(name)
  })

  test('a module throws for a program that is a bundle', async () => {
    const message = await inMain<string>(
      app,
      `const electron_ = require('node:module').createRequire(process.cwd() + '/x.cjs')('electron')
       try { return typeof electron_.nativeTheme } catch (error) { return error.message }`,
    )
    expect(message).toBe('The stand-in for Electron has no electron.nativeTheme')
  })
})

test('a window before the app is ready throws, as in Electron', async () => {
  const said = await inMain<string>(
    app,
    'try { new window.constructor({ x: 1 }); return "made" } catch (error) { return error.message }',
  )
  expect(said).toContain('option x of BrowserWindow')
})
