import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { press, says } from './hand.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

beforeAll(async () => {
  app = await startApp()
  id = await openTranslate(app, ['The gate stood open.', 'Nobody read it.'], 'A gate')
  await addLanguage(app.page, 'nl')
})
afterAll(() => app.close())

/** Carries a command out by its name, as from the palette. */
async function command(name: string): Promise<void> {
  await press(app.page, 'Control+Shift+P')
  await app.page.waitForSelector('[role="dialog"] input')
  await app.page.keyboard.type(name)
  await app.page.waitForFunction(
    (wanted) => document.querySelector('[role="option"]')?.textContent.includes(wanted),
    {},
    name,
  )
  await press(app.page, 'Enter')
  await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
}

async function stored(count: number): Promise<readonly { origin: string; state: string }[]> {
  await app.page.waitForFunction(
    (wanted) =>
      document.querySelectorAll('[data-unit-row][data-state="draft"]').length === wanted &&
      document.querySelector('[data-save="saved"]') !== null,
    { timeout: 60_000 },
    count,
  )
  return (await app.ask('postmortem.open', { id })).translations
}

test('a language is filled with pseudo-text by a command, and one undo takes all of it back', async () => {
  await command('Fill with pseudo-text')
  await says(app.page, '\u2045Ţĥë ĝáţë šţööđ öƥëñ'.slice(0, 10))
  const filled = await stored(4)
  expect(filled.map(({ origin, state }) => [origin, state])).toEqual(
    Array.from({ length: 4 }, () => ['machine', 'draft']),
  )
  await press(app.page, 'Control+Z')
  expect(await stored(0)).toEqual([])
  await press(app.page, 'Control+Y')
  expect(await stored(4)).toHaveLength(4)
  await command('Take the pseudo-text out')
  expect(await stored(0)).toEqual([])
  expect(app.problems).toEqual([])
})
