import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { openDesk } from './desk.ts'
import { click, focused, press } from './hand.ts'

const folder = mkdtempSync(join(tmpdir(), 'afterword-windows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }))

const run = (kind: string): string => `[data-kind="${kind}"] [data-run]`

// Not its innerText: what is scrolled out of sight is not drawn, and has none.
const textIs = (page: Page, kind: string, text: string): Promise<unknown> =>
  page.waitForFunction(
    (selector, wanted) => document.querySelector(selector)?.textContent?.trim() === wanted,
    { timeout: 60_000 },
    run(kind),
    text,
  )

async function toEnd(page: Page, kind: string): Promise<void> {
  await page.bringToFront()
  await page.focus(run(kind))
  await press(page, 'Control+End')
}

const kinds = (page: Page): Promise<(string | undefined)[]> =>
  page.$$eval('main [data-section]', (all) =>
    all.map((one) => (one as HTMLElement).dataset['kind']),
  )

const kindsAre = (page: Page, wanted: readonly (string | undefined)[]): Promise<unknown> =>
  page.waitForFunction(
    (expected) =>
      JSON.stringify(
        [...document.querySelectorAll<HTMLElement>('main [data-section]')].map(
          (one) => one.dataset['kind'],
        ),
      ) === expected,
    { timeout: 60_000 },
    JSON.stringify(wanted),
  )

/** Another window on the postmortem that is open, by the keyboard. */
const sameAgain = (app: TestApp): Promise<Page> =>
  app.another(() => press(app.page, 'Control+Shift+n'))

it('two windows on one postmortem show what is typed in either, and each takes back its own', async () => {
  const app = await startApp({ userData: folder })
  try {
    const desk = await openDesk(app)
    const { page } = app
    const other = await sameAgain(app)
    await other.waitForSelector(run('summary'))
    expect(await other.title()).toBe('A key in a log – Write – Afterword')
    await toEnd(page, 'summary')
    await page.keyboard.type('One from here.')
    await textIs(other, 'summary', 'One from here.')
    await toEnd(other, 'summary')
    await other.keyboard.type(' Two from there.')
    await textIs(page, 'summary', 'One from here. Two from there.')
    // The caret of the first window stands where it stood, and types there.
    await page.bringToFront()
    await page.keyboard.type(' Three.')
    await textIs(other, 'summary', 'One from here. Three. Two from there.')
    await press(other, 'Control+z')
    await textIs(page, 'summary', 'One from here. Three.')
    await textIs(other, 'summary', 'One from here. Three.')
    await press(other, 'Control+y')
    await textIs(page, 'summary', 'One from here. Three. Two from there.')

    // A section that moves in one moves in the other.
    const before = await kinds(page)
    await page.bringToFront()
    await toEnd(page, 'timeline')
    await press(page, 'Alt+Shift+ArrowUp')
    const moved = [before[1], before[0], ...before.slice(2)]
    await kindsAre(page, moved)
    await kindsAre(other, moved)
    expect(await violations(other)).toEqual([])

    // One closes, the other stays and saves.
    await other.close()
    await toEnd(page, 'summary')
    await page.keyboard.type(' Four.')
    expect(JSON.stringify(await desk.saved())).toContain('Four.')
    expect(app.problems).toEqual([])
  } finally {
    await app.close()
  }
})

it('a translation that is confirmed in one window is so in the other', async () => {
  const app = await startApp()
  try {
    const { page } = app
    await page.waitForSelector('[data-section]')
    await press(page, 'Alt+2')
    await page.waitForSelector('[data-unit]')
    const other = await sameAgain(app)
    await other.waitForSelector('[data-unit]')
    expect(await other.title()).toContain('Translate')
    const [summary] = await app.ask('library.list', {})
    const before = await app.ask('postmortem.open', { id: summary!.id })
    const shown = await page.evaluate(
      () => document.querySelector('[role="textbox"][data-unit]')?.getAttribute('data-unit') ?? '',
    )
    expect(before.translations.find((one) => one.unit === shown)?.state).toBe('reviewed')
    const field = `[role="textbox"][data-unit="${shown}"]`
    await page.focus(field)
    await press(page, 'Control+End')
    await page.keyboard.type(' bis')
    await press(page, 'Control+Enter')
    await other.waitForFunction(
      (selector) => document.querySelector(selector)?.textContent?.endsWith(' bis'),
      { timeout: 60_000 },
      field,
    )
    // What was typed may be saved before what was confirmed.
    const state = async () => {
      const { translations } = await app.ask('postmortem.open', { id: summary!.id })
      return translations.filter((one) => one.unit === shown).map((one) => one.state)
    }
    await expect.poll(state, { timeout: 30_000 }).toContain('translated')
  } finally {
    await app.close()
  }
})

it('a postmortem of the list opens in a window of its own, and a start brings every window back', async () => {
  const userData = mkdtempSync(join(folder, 'again-'))
  let app = await startApp({ userData })
  try {
    await click(app.page, 'All postmortems')
    await app.page.waitForSelector('[role="row"][data-key]')
    await app.page.focus('[role="grid"] [role="row"][data-key]')
    for (let at = 0; at < 8 && !(await focused(app.page)).startsWith('More for'); at++)
      await press(app.page, 'ArrowRight')
    await press(app.page, 'Enter')
    await app.page.waitForSelector('[role="menu"]')
    const other = await app.another(() => press(app.page, 'Enter'))
    await other.waitForSelector('[data-section]')
    expect(await app.page.$('[role="grid"]')).not.toBeNull()
    // What one window sets is so in the other.
    const now = await app.ask('settings.get', {})
    await app.ask('settings.set', { ...now, theme: 'dark' })
    await other.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark')
    expect(await app.close()).toBe(0)

    app = await startApp({ userData })
    const until = async (count: number): Promise<Page[]> => {
      for (;;) {
        const pages = await app.pages()
        if (pages.length === count) return pages
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    const pages = await until(2)
    const shows = async (page: Page): Promise<string> => {
      await page.waitForSelector('[role="grid"], [data-section]')
      return (await page.$('[data-section]')) === null ? 'library' : 'write'
    }
    expect((await Promise.all(pages.map(shows))).toSorted()).toEqual(['library', 'write'])
  } finally {
    await app.close()
  }
})

it('what both windows saved is there after both were killed', async () => {
  const userData = mkdtempSync(join(folder, 'killed-'))
  let app = await startApp({ userData })
  let id = ''
  try {
    const desk = await openDesk(app)
    id = desk.id
    const other = await sameAgain(app)
    await other.waitForSelector(run('impact'))
    await toEnd(app.page, 'summary')
    await app.page.keyboard.type('Saved here.')
    await toEnd(other, 'impact')
    await other.keyboard.type('Saved there.')
    await textIs(app.page, 'impact', 'Saved there.')
    await textIs(other, 'summary', 'Saved here.')
  } finally {
    await app.kill()
  }
  app = await startApp({ userData })
  try {
    const stored = JSON.stringify((await app.ask('postmortem.open', { id })).document)
    expect(stored).toContain('Saved here.')
    expect(stored).toContain('Saved there.')
  } finally {
    await app.close()
  }
})
