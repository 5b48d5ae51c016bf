import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Settings } from '../../model/contract/settings.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { click, press, says } from './hand.ts'
import { faults } from './layout.ts'

const SCREENS = ['library', 'write', 'translate', 'publish', 'settings'] as const
type Screen = (typeof SCREENS)[number]

/** Windows in CSS pixels; the last is 1280 by 800 enlarged to 200 %. */
const WINDOWS = [
  { width: 1024, height: 700, deviceScaleFactor: 1 },
  { width: 1920, height: 1080, deviceScaleFactor: 1 },
  { width: 640, height: 400, deviceScaleFactor: 2 },
] as const
const USUAL = { width: 1280, height: 800, deviceScaleFactor: 1 }

let folder: string
let app: TestApp

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'afterword-languages-'))
  app = await startApp({ userData: folder })
  await app.page.setViewport(USUAL)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function restart(settings: Partial<Settings>): Promise<void> {
  const [sample] = await app.ask('library.list', {})
  const old = await app.ask('settings.get', {})
  const last = { postmortem: sample!.id, view: 'write' as const }
  await app.ask('settings.set', { ...old, ...settings, last })
  await app.close()
  app = await startApp({ userData: folder })
  await app.page.setViewport(USUAL)
}

/** Goes to a screen by the places of its buttons, because their names are in another language each time. */
async function go(screen: Screen): Promise<void> {
  await app.page.setViewport(USUAL)
  // Not before the app has opened what it starts with: then its bar is still the one of the waiting.
  await app.page.waitForSelector('[data-save], [role="rowheader"]')
  await press(app.page, 'Escape')
  const at = ['write', 'translate', 'publish'].indexOf(screen)
  await app.page.evaluate((view) => {
    const buttons = document.querySelectorAll<HTMLElement>('header nav button')
    if (view >= 0) buttons[view]!.click()
  }, at)
  const there: Record<Screen, string> = {
    write: 'main article',
    translate: '[data-unit-row]',
    publish: 'main iframe',
    library: '[role="rowheader"]',
    settings: '[role="dialog"] dl dd:last-child:not(:empty)',
  }
  if (screen === 'library' || screen === 'settings')
    await app.page.evaluate((last) => {
      const bar = document.querySelector('header:has(a[href="#main"])')!
      const buttons = bar.querySelectorAll<HTMLElement>('button')
      buttons[last ? buttons.length - 1 : 0]!.click()
    }, screen === 'settings')
  await app.page.waitForSelector(there[screen])
  await app.page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

const ORDER = ['write', 'translate', 'publish', 'settings', 'library'] as const

describe('the interface in every language', () => {
  it('changes its language at once, direction and all, and the document keeps its own', async () => {
    await go('settings')
    const pick = async (own: string): Promise<void> => {
      await app.page.click('[role="dialog"] button[aria-haspopup="listbox"]')
      await app.page.waitForSelector('[role="listbox"]')
      await app.page.evaluate((wanted) => {
        const option = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find((one) =>
          one.textContent.includes(wanted),
        )!
        option.click()
      }, own)
    }
    const shown = (): Promise<string> =>
      app.page.evaluate(() => {
        const { lang, dir } = document.documentElement
        return `${lang} ${dir} ${document.querySelector('[role="dialog"] h2')?.textContent}`
      })
    await pick('العربية')
    await says(app.page, 'الإعدادات')
    expect(await shown()).toBe('ar rtl الإعدادات')
    await pick('日本語')
    await says(app.page, '設定')
    expect(await shown()).toBe('ja ltr 設定')
    await pick('Nederlands')
    await says(app.page, 'Instellingen')
    expect(await app.page.$eval('h1', (title) => title.lang)).toBe('en')
    expect((await app.ask('settings.get', {})).interfaceLocale).toBe('nl')
  })

  it('takes the first language of the system that it speaks, where none is chosen', async () => {
    const own = mkdtempSync(join(tmpdir(), 'afterword-preferred-'))
    const other = await startApp({ userData: own, language: 'fi:ja_JP.UTF-8:en' })
    try {
      expect(await other.page.evaluate(() => navigator.languages)).toEqual(['fi', 'ja-JP', 'en'])
      expect(await other.page.evaluate(() => document.documentElement.lang)).toBe('ja')
      await click(other.page, 'すべての報告書')
      await says(other.page, '新しい報告書')
    } finally {
      await other.close()
      rmSync(own, { recursive: true, force: true })
    }
  })

  for (const language of ['en', 'ar', 'ja', 'nl'])
    for (const theme of ['light', 'dark'] as const)
      it(`has nothing inaccessible or cut off in ${language}, ${theme}`, async () => {
        await restart({ interfaceLocale: language, theme })
        const found: string[] = []
        for (const screen of ORDER) {
          await go(screen)
          for (const fault of [...(await violations(app.page)), ...(await faults(app.page))])
            found.push(`${screen}: ${fault}`)
        }
        expect(found).toEqual([])
      })

  for (const language of ['en', 'ar'])
    it(`fits every window and 200 % in ${language}`, async () => {
      await restart({ interfaceLocale: language, theme: 'light' })
      const found: string[] = []
      for (const screen of ORDER) {
        await go(screen)
        for (const size of WINDOWS) {
          await app.page.setViewport(size)
          await app.page.evaluate(
            () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))),
          )
          for (const fault of [...(await violations(app.page)), ...(await faults(app.page))])
            found.push(`${screen} at ${size.width}: ${fault}`)
        }
      }
      expect(found).toEqual([])
    })

  it('puts side panels into drawers on a small window, which open and close by keyboard', async () => {
    await restart({ interfaceLocale: 'en' })
    await go('translate')
    await app.page.setViewport(WINDOWS[2])
    await app.page.waitForFunction(
      () => document.querySelector('nav[aria-label="Languages"]') === null,
    )
    await click(app.page, 'Languages', 'button')
    await app.page.waitForSelector('[role="dialog"] nav')
    expect(await violations(app.page)).toEqual([])
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  })

  it('mirrors its landmarks from right to left', async () => {
    const places = (): Promise<[string, number, number][]> =>
      app.page.evaluate(() =>
        [...document.querySelectorAll('header, #main, nav, aside')].map((element) => {
          const { left, right } = element.getBoundingClientRect()
          return [element.tagName, Math.round(left), Math.round(innerWidth - right)] as [
            string,
            number,
            number,
          ]
        }),
      )
    await restart({ interfaceLocale: 'en' })
    await go('publish')
    const leftToRight = await places()
    await restart({ interfaceLocale: 'ar' })
    await go('publish')
    const rightToLeft = await places()
    // The names of the views are of other lengths in the other language, so their list may be wider or narrower.
    const outer = ([name]: [string, number, number], at: number) => name !== 'NAV' || at > 1
    expect(rightToLeft.filter(outer).map(([name, left, right]) => [name, right, left])).toEqual(
      leftToRight.filter(outer),
    )
  })

  it('can be read where the system forces its own colours', async () => {
    await restart({ interfaceLocale: 'en' })
    await app.page.emulateMediaFeatures([
      { name: 'forced-colors' as 'prefers-color-scheme', value: 'active' },
    ])
    const found: string[] = []
    for (const screen of ORDER) {
      await go(screen)
      for (const fault of await faults(app.page)) found.push(`${screen}: ${fault}`)
    }
    await app.page.emulateMediaFeatures([])
    expect(found).toEqual([])
  })
})
