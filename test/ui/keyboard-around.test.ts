import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { press, says, tabTo } from './hand.ts'
import { choose, dialog, keyboardOnly, noDialog, tabOn, toText } from './keyboard.ts'

let app: TestApp
const folder = mkdtempSync(join(tmpdir(), 'afterword-keys-'))

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  keyboardOnly(app.page)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const open = async () => {
  const found = (await app.ask('library.list', {})).find(
    ({ titleText }) => titleText === 'A key in a log',
  )!
  await app.page.waitForSelector('[data-save="saved"]')
  return app.ask('postmortem.open', { id: found.id })
}

describe('from the library to the page, by keyboard alone', () => {
  it('a postmortem is made from a template', async () => {
    const { page } = app
    await press(page, 'Control+Shift+L')
    await page.waitForSelector('[role="grid"] [role="rowheader"]')
    await press(page, 'Control+n')
    await dialog(page)
    await type('A key in a log')
    expect(await violations(page)).toEqual([])
    await tabTo(page, 'Create')
    await press(page, 'Enter')
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'A key in a log')
    expect((await open()).document.sections.length).toBeGreaterThan(3)
  })

  it('its sections are put into another order in the outline', async () => {
    const { page } = app
    const before = (await open()).document.sections.map(({ kind }) => kind)
    await toText(page, 'Summary', 'summary')
    await press(page, 'Shift+F6')
    await page.waitForFunction(
      () => document.activeElement?.closest('nav [role="row"], nav [role="grid"]') !== null,
    )
    await press(page, 'Home', 'ArrowRight', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter')
    await page.waitForFunction(
      (first) => document.querySelector('[data-section]')?.getAttribute('data-kind') !== first,
      {},
      before[0]!,
    )
    await press(page, 'Control+z')
    await page.waitForFunction(
      (first) => document.querySelector('[data-section]')?.getAttribute('data-kind') === first,
      {},
      before[0]!,
    )
    await toText(page, 'Summary', 'summary')
    await press(page, 'Alt+Shift+ArrowDown')
    await page.waitForFunction(
      (first) => document.querySelector('[data-section]')?.getAttribute('data-kind') !== first,
      {},
      before[0]!,
    )
  })

  it('one goes back and forward, into focus mode and out, and looks up the keys', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await type('We lost a key.')
    await press(page, 'Alt+PageDown')
    await page.waitForFunction(
      () => document.activeElement?.closest('[data-kind="summary"]') === null,
    )
    await press(page, 'Alt+ArrowLeft')
    await page.waitForFunction(
      () => document.activeElement?.closest('[data-kind="summary"]') !== null,
    )
    await press(page, 'Alt+ArrowRight')
    await page.waitForFunction(
      () => document.activeElement?.closest('[data-kind="summary"]') === null,
    )
    await press(page, 'Control+Shift+m')
    await page.waitForSelector('[data-focus-mode]')
    expect(await violations(page)).toEqual([])
    await press(page, 'Control+Shift+m')
    await page.waitForFunction(() => document.querySelector('[data-focus-mode]') === null)
    await press(page, 'F1')
    await page.waitForSelector('[role="dialog"] dl')
    expect(await violations(page)).toEqual([])
    await press(page, 'Escape')
    await noDialog(page)
  })

  it('a question of readers is answered by the passage at the caret', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await press(page, 'F6')
    await tabOn(page, 'Problems', 0)
    await press(page, 'ArrowRight', 'Tab', 'Tab')
    await page.waitForFunction(() => document.activeElement?.closest('[data-question]') !== null)
    await press(page, 'Enter')
    await tabTo(page, 'Point to the passage at the caret', 5)
    await press(page, 'Enter')
    await page.waitForSelector('[data-question][data-state="answered"]')
    expect(await violations(page)).toEqual([])
    expect((await open()).document.metadata.answers).toMatchObject([{ kind: 'passage' }])
  })

  it('a version is named, compared and restored', async () => {
    const { page } = app
    await press(page, 'Control+Shift+s')
    await dialog(page)
    await type('As the board saw it')
    await press(page, 'Enter')
    await noDialog(page)
    await toText(page, 'Summary', 'summary')
    await type(' Later.')
    await open()
    await press(page, 'Alt+4')
    await says(page, 'As the board saw it')
    await press(page, 'F6', 'F6')
    await tabOn(page, 'Restore this version', 60)
    expect(await violations(page)).toEqual([])
    await press(page, 'Enter')
    await says(page, 'No differences')
    await page.waitForSelector('[data-save="saved"]')
    expect(JSON.stringify((await open()).document)).not.toContain('Later.')
    await press(page, 'Alt+1')
    await page.waitForSelector('[data-run]')
  })

  it('its shape is kept as a template, and another window shows it', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await press(page, 'F6')
    await press(page, 'End')
    await tabTo(page, 'Save as template…')
    await press(page, 'Enter')
    await dialog(page)
    await press(page, 'Control+a')
    await type('Our way')
    await press(page, 'Enter')
    await says(page, 'Template “Our way” saved')
    await noDialog(page)
    expect((await app.ask('template.list', {})).map(({ name }) => name)).toEqual(['Our way'])
    const other = await app.another(() => press(page, 'Control+Shift+n'))
    await other.waitForSelector('[data-run]')
    await press(other, 'Control+Shift+O')
    await other.waitForSelector('[role="dialog"] [role="combobox"]')
    await other.close()
    await page.bringToFront()
  })

  it('all of it is translated and published', async () => {
    const { page } = app
    await choose(page, 'add a language')
    await page.waitForSelector('[role="dialog"] input')
    await type('Dutch')
    await press(page, 'Enter', 'Enter')
    await page.waitForSelector('[data-unit-row]')
    await noDialog(page)
    await press(page, 'F6')
    for (let at = 0; at < 5; at++) {
      if (await page.evaluate(() => document.activeElement?.closest('main') !== null)) break
      await press(page, 'F6')
    }
    await page.waitForFunction(() => document.activeElement?.closest('[data-unit-row]') !== null)
    await type('Een sleutel in een log')
    await press(page, 'Control+Enter')
    await page.waitForFunction(() => document.activeElement?.closest('[data-unit-row]') !== null)
    await choose(page, 'copy the source')
    const { document: stored, translations } = await open()
    const title = translations.find(({ unit }) => unit === stored.title.id)
    expect(title && plainText(title.content)).toBe('Een sleutel in een log')
    expect(translations.length).toBe(2)
    await press(page, 'Alt+3')
    // Translate has a page beside it too: what is waited for must be of Publish.
    await page.waitForFunction(() =>
      [...document.querySelectorAll('main button')].some((one) =>
        one.textContent.trim().startsWith('Export '),
      ),
    )
    app.answer([join(folder, 'page.md')])
    await choose(page, 'export markdown')
    await says(page, 'Exported')
    expect(readdirSync(folder)).toEqual(['page.md'])
  })
})
