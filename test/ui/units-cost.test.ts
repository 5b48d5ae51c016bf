import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { settle } from './desk.ts'
import { click, press } from './hand.ts'
import { makeUnits } from './many-units.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

/** Opens a postmortem of so many units in Translate, with the page that they make. */
async function open(units: number): Promise<void> {
  const id = await makeUnits(app, units, 'nl')
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, last: { postmortem: id, view: 'translate' } })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[data-unit-row]', { timeout: 120_000 })
  await app.page.waitForFunction(
    () =>
      (document.querySelector('iframe')?.contentDocument?.querySelectorAll('[data-unit]').length ??
        0) > 0,
    { timeout: 120_000 },
  )
  await settle(app.page)
}

type Watched = typeof globalThis & { rows: Set<Element>; texts: Set<Element> }

/** Does something. Returns how many rows of the list and how many texts of the page were drawn for it. */
async function drawnFor(
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ rows: number; texts: number }> {
  await page.evaluate(() => {
    const here = globalThis as Watched
    here.rows = new Set()
    here.texts = new Set()
    const watch = (root: Node, css: string, into: Set<Element>): void => {
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records)
          for (const node of [target, ...addedNodes]) {
            const element =
              node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement
            const own = element?.closest(css)
            if (own) into.add(own)
            for (const inner of node === target ? [] : (element?.querySelectorAll(css) ?? []))
              into.add(inner)
          }
      }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
    }
    watch(document.querySelector('main')!, '[data-unit-row]', here.rows)
    watch(document.querySelector('iframe')!.contentDocument!, '[data-unit]', here.texts)
  })
  await act()
  await page.waitForSelector('[data-save="saved"]')
  await settle(page)
  return page.evaluate(() => ({
    rows: (globalThis as Watched).rows.size,
    texts: (globalThis as Watched).texts.size,
  }))
}

/** The list's own scroll area goes so far on, as with a wheel. */
const scroll = (page: Page, by: number): Promise<void> =>
  page.evaluate((pixels) => {
    document.querySelector('[data-unit-row]')!.closest('ul')!.parentElement!.scrollTop += pixels
  }, by)

it('draws as many rows for what a translator does in 20,000 units as in 200', async () => {
  const { page } = app
  const drawn: Record<string, Record<number, { rows: number; texts: number }>> = {}
  for (const units of [200, 20_000]) {
    await open(units)
    const take = async (name: string, act: () => Promise<unknown>): Promise<void> => {
      drawn[name] = { ...drawn[name], [units]: await drawnFor(page, act) }
    }
    await page.click('[data-unit-row][data-state="draft"] [role="textbox"]')
    await press(page, 'Control+End')
    await settle(page)
    await take('type', () => page.keyboard.type('nog een woord'))
    await take('step', () => press(page, 'Alt+ArrowDown'))
    await take('confirm', () => press(page, 'Control+Enter'))
    await take('scroll', () => scroll(page, 900))
    await take('filter', () => only(page, 'Open'))
    await take('all', () => only(page, 'All'))
    await take('search', async () => {
      await page.click('main input[type="search"]')
      await page.keyboard.type('(1)')
    })
  }
  const many = Object.entries(drawn).map(([name, of]) => [name, of[20_000]!] as const)
  for (const [name, { rows, texts }] of many) {
    const few = drawn[name]![200]!
    expect(few.rows, name).toBeGreaterThan(0)
    expect({ name, rows, texts }).toEqual({
      name,
      // What comes in at the edge may be a row more or less: texts are of different lengths.
      rows: expect.closeTo(few.rows, -1) as number,
      texts: expect.closeTo(few.texts, -1) as number,
    })
  }
})

/** Sets the filter whose name begins so. */
async function only(page: Page, word: string): Promise<void> {
  const name = await page.evaluate(
    (start) =>
      [...document.querySelectorAll('main [role="radio"]')]
        .map(({ textContent }) => textContent.trim())
        .find((text) => text.startsWith(start))!,
    word,
  )
  await click(page, name, 'main [role="radio"]')
}
