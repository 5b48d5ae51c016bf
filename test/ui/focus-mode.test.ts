import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { settle } from './desk.ts'
import { press } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp
let id: string
beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  ;({ id } = await app.ask('sample.restore', {}))
})
afterAll(() => app.close())

const isOn = (on: boolean): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) => document.documentElement.hasAttribute('data-focus-mode') === wanted,
    {},
    on,
  )
const seen = (css: string): Promise<boolean> =>
  app.page.$$eval(css, (found) => found.some((element) => element.checkVisibility()))

async function show(interfaceLocale: string, theme: 'light' | 'dark'): Promise<void> {
  const last = { postmortem: id, view: 'write' as const }
  await app.ask('settings.set', { interfaceLocale, theme, last })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[data-editable]')
  await app.page.evaluate(() => document.fonts.ready.then(() => {}))
  await app.page.focus('[data-run]')
  await settle(app.page)
}

describe('focus mode', () => {
  it('puts away everything but the text, and keeps the caret', async () => {
    await show('en', 'light')
    await press(app.page, 'ArrowRight', 'ArrowRight')
    await settle(app.page)
    const caret = () =>
      app.page.evaluate(() => {
        const { anchorNode, anchorOffset } = document.getSelection()!
        return `${anchorNode!.textContent!.slice(0, 40)} ${anchorOffset}`
      })
    const before = await caret()
    await press(app.page, 'Control+Shift+M')
    await isOn(true)
    for (const css of ['[role="toolbar"]', 'nav', 'aside', 'main footer'])
      expect(await seen(css), css).toBe(false)
    expect(await seen('[data-run]')).toBe(true)
    await expect.poll(caret).toBe(before)
    await app.page.waitForSelector('[data-here]')
    await press(app.page, 'Escape')
    await isOn(false)
    expect(await seen('nav')).toBe(true)
    await expect.poll(caret).toBe(before)
    expect(await app.page.evaluate(() => document.activeElement?.hasAttribute('data-run'))).toBe(
      true,
    )
  })

  it('stays on while another view is looked at, which has everything', async () => {
    await press(app.page, 'Control+Shift+M')
    await isOn(true)
    await press(app.page, 'Alt+3')
    await isOn(false)
    expect(await seen('nav')).toBe(true)
    await press(app.page, 'Alt+1')
    await isOn(true)
    await press(app.page, 'Control+Shift+P')
    await app.page.waitForSelector('[role="combobox"]')
    await app.page.keyboard.type('focus mode')
    await press(app.page, 'Enter')
    await isOn(false)
  })

  it('keeps the line in the middle where that is wanted', async () => {
    await app.page.focus('[data-section]:nth-of-type(3) [data-run]')
    await press(app.page, 'Control+Shift+M')
    await isOn(true)
    await press(app.page, 'Control+Shift+P')
    await app.page.waitForSelector('[role="combobox"]')
    await app.page.keyboard.type('keep the line')
    await press(app.page, 'Enter')
    await app.page.waitForSelector('[data-focus-mode~="typewriter"]')
    await app.page.focus('[data-section]:nth-of-type(2) [data-run]')
    await press(app.page, 'ArrowDown', 'ArrowDown', 'ArrowUp')
    const height = () =>
      app.page.evaluate(() => {
        const { top } = document.getSelection()!.getRangeAt(0).getBoundingClientRect()
        return top / innerHeight
      })
    await expect.poll(async () => Math.abs((await height()) - 0.42)).toBeLessThan(0.06)
    await press(app.page, 'Escape')
    await isOn(false)
  })

  for (const language of ['en', 'ar', 'ja'])
    for (const theme of ['light', 'dark'] as const)
      it(`can be read and used by everybody in ${language}, ${theme}`, async () => {
        await show(language, theme)
        await press(app.page, 'Control+Shift+M')
        await isOn(true)
        await settle(app.page)
        const found = [...(await violations(app.page)), ...(await faults(app.page))]
        await press(app.page, 'Control+Shift+M')
        await isOn(false)
        expect(found).toEqual([])
      })
})
