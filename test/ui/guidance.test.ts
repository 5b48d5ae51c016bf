import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { openDesk } from './desk.ts'
import { click, press, says, tabTo } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const hint = (kind: string): Promise<string | null> =>
  app.page.$eval(
    `[data-kind="${kind}"]`,
    (section) => section.querySelector('[role="note"]')?.textContent ?? null,
  )

it('a template is chosen by keyboard, and says in each empty section what to write', async () => {
  await click(app.page, 'All postmortems')
  await click(app.page, 'New postmortem')
  await app.page.waitForSelector('[role="dialog"] input')
  await app.page.keyboard.type('Two hours without mail')
  await press(app.page, 'Tab', 'Tab')
  await app.page.waitForFunction(() => document.activeElement?.matches('[type="radio"]'))
  await press(app.page, 'ArrowDown', 'ArrowDown', 'ArrowDown')
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
  await says(app.page, 'How long, for whom and why')
  await tabTo(app.page, 'Create')
  await press(app.page, 'Enter')
  await app.page.waitForSelector('[data-section]')
  expect(await hint('timeline')).toContain('times of the first failure')
  expect(await hint('summary')).toContain('in a few sentences')
})

it('guidance goes when the section says something, comes back with undo, and is never saved', async () => {
  const desk = await openDesk(app, { template: 'incident' })
  const words = (await hint('summary'))!
  await desk.toText('summary')
  await app.page.keyboard.type('W')
  const written = await desk.saved()
  expect(await hint('summary')).toBe(null)
  expect(await hint('impact')).not.toBe(null)
  expect(JSON.stringify(written)).not.toContain(words)
  await press(app.page, 'Control+z')
  await says(app.page, words)
})

it('an empty document has no guidance', async () => {
  await openDesk(app, { template: 'blank' })
  expect(await app.page.$$('[role="note"]')).toEqual([])
})

it.each(['en', 'nl', 'ja', 'ar'])('guidance in %s reads without fault', async (interfaceLocale) => {
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, interfaceLocale })
  await openDesk(app, { template: 'incident' })
  await app.page.waitForSelector('[role="note"]')
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
})

it.each(['en', 'nl', 'ja', 'ar'])(
  'the choice of templates in %s reads without fault',
  async (interfaceLocale) => {
    const now = await app.ask('settings.get', {})
    await app.ask('settings.set', { ...now, interfaceLocale, last: null })
    for (const [width, height] of [
      [1280, 800],
      [640, 400],
    ] as const) {
      await app.page.setViewport({ width, height })
      const ready = app.interactive()
      await app.page.evaluate(() => location.reload())
      await ready
      await app.page.waitForSelector('[role="rowheader"]')
      await app.page.click('main button:nth-of-type(2)')
      await app.page.waitForSelector('[role="dialog"] [type="radio"]')
      expect(await app.page.$$('[role="dialog"] [type="radio"]')).toHaveLength(7)
      expect(await violations(app.page)).toEqual([])
      expect(await faults(app.page)).toEqual([])
    }
  },
)
