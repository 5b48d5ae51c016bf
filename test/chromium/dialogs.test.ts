import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../ui/app.ts'
import { inMain, startFixture } from './fixture.ts'

let app: TestApp
beforeAll(async () => (app = await startFixture()))
afterAll(() => app.close())

const show = <T>(call: string): Promise<T> => inMain<T>(app, `return electron.dialog.${call}`)

test('a file to open is the one that the person chose', async () => {
  app.answer(['/tmp/a b.md'], null)
  const ask = () => show("showOpenDialog(window, { properties: ['openFile'] })")
  expect(await ask()).toEqual({ canceled: false, filePaths: ['/tmp/a b.md'] })
  expect(await ask()).toEqual({ canceled: true, filePaths: [] })
})

test('a name to save under gets the extension that was promised', async () => {
  app.answer(['/tmp/report'], ['/tmp/report.v2.html'], null)
  const ask = () =>
    show(
      "showSaveDialog(window, { defaultPath: 'report.pdf', filters: [{ name: 'PDF', extensions: ['pdf'] }] })",
    )
  expect(await ask()).toEqual({ canceled: false, filePath: '/tmp/report.pdf' })
  expect(await ask()).toEqual({ canceled: false, filePath: '/tmp/report.v2.html' })
  expect(await ask()).toEqual({ canceled: true, filePath: '' })
  expect(app.asked.at(-1)).toEqual({ kind: 'save', text: 'report.pdf', buttons: [] })
})

test('a folder is asked for as a folder', async () => {
  app.answer(['/tmp'])
  expect(await show("showOpenDialog(window, { properties: ['openDirectory'] })")).toEqual({
    canceled: false,
    filePaths: ['/tmp'],
  })
  expect(app.asked.at(-1)?.kind).toBe('folder')
})

test('a message answers with its button, and with the cancelling one where it was closed', async () => {
  app.answer(1, null)
  const ask = () =>
    show("showMessageBox({ message: 'Sure?', buttons: ['No', 'Yes', 'Later'], cancelId: 2 })")
  expect(await ask()).toEqual({ response: 1, checkboxChecked: false })
  expect(await ask()).toEqual({ response: 2, checkboxChecked: false })
  expect(app.asked.at(-1)).toEqual({
    kind: 'message',
    text: 'Sure?',
    buttons: ['No', 'Yes', 'Later'],
  })
})
