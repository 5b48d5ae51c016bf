import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainConcept, plainTerm } from '../../model/terms/concept.ts'
import { contentHash } from '../../model/units/hash.ts'
import { allUnits } from '../../model/units/unit.ts'
import { startApp, type TestApp } from './app.ts'
import { click, press, says, tabTo } from './hand.ts'
import { goOn, testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

const DRAFT = 'aside [data-rule="state-draft"]'
/** The one button of the release, while something stops it. */
const BLOCKED = 'button[disabled][aria-describedby="release-reason"]'
const FORBIDDEN = 'aside [data-rule="term-forbidden-source"]'

/** Everything is translated and nobody confirmed the last text, whose source has a forbidden term. */
beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 900 })
  id = await openTranslate(app, ['A data theft began at night.'], 'A key in a log')
  await addLanguage(app.page, 'nl')
  // The window saves the language a moment after it shows it.
  await app.page.waitForFunction(
    async (which) => {
      const { afterword } = window as unknown as {
        afterword: {
          call(name: string, input: object): Promise<{ value: { document: { locales: string[] } } }>
        }
      }
      const { value } = await afterword.call('postmortem.open', { id: which })
      return value.document.locales.includes('nl')
    },
    {},
    id,
  )
  await app.page.waitForSelector('[data-save="saved"]')
  const { document, revision } = await app.ask('postmortem.open', { id })
  const units = [...allUnits(document)]
  await app.ask('postmortem.save', {
    id,
    base: revision,
    changes: units.map((unit, at) => ({
      type: 'translation.put' as const,
      translation: {
        unit: unit.id,
        locale: 'nl',
        content: [{ type: 'text' as const, value: `Een tekst die ${'abc'[at] ?? 'z'} heet.` }],
        state: at === units.length - 1 ? ('draft' as const) : ('translated' as const),
        origin: 'human' as const,
        sourceHash: contentHash(unit.content),
        changedAt: '2024-03-01T09:00:00.000Z',
      },
    })),
  })
  const theft = plainConcept('theft', [{ ...plainTerm('en', 'data theft'), status: 'forbidden' }])
  await app.ask('terms.change', { put: [theft], remove: [] })
  await click(app.page, 'Publish', 'header nav button')
  await app.page.waitForSelector(DRAFT)
})
afterAll(() => app.close())

const gone = (selector: string): Promise<unknown> =>
  app.page.waitForFunction((css) => document.querySelector(css) === null, {}, selector)

/** Goes with Tab into a problem and on to its button. */
async function ask(page: Page, problem: string): Promise<void> {
  for (let at = 0; at < 80; at++) {
    const there = await page.evaluate(
      (css) =>
        document.activeElement?.closest(css) !== null &&
        document.activeElement?.hasAttribute('aria-expanded') === true,
      problem,
    )
    if (there) break
    await press(page, 'Tab')
  }
  await press(page, 'Enter')
  await page.waitForSelector(`${problem} textarea:focus`)
}
const ignored = async () =>
  (await app.ask('check.run', { id, audience: 'public' })).ignored.map(({ by }) => by)

describe('what stops a release, by keyboard', () => {
  it('is set aside with a reason, and then stops it no more', async () => {
    const { page } = app
    await page.waitForSelector(BLOCKED)
    await ask(page, DRAFT)
    await says(page, 'The library keeps your reason with the release')
    await page.keyboard.type('The regulator waits.')
    await press(page, 'Control+Enter')
    await gone(DRAFT)
    await page.waitForSelector('[data-asides] [data-aside="state-draft"]')
    expect(await ignored()).toMatchObject([{ rule: 'state-draft', reason: 'The regulator waits.' }])
    await gone(BLOCKED)
    // What had the focus is gone: the keyboard is still among the problems.
    expect(await page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true)
  })

  it('stands below with who said why, and stops it again when it is heeded', async () => {
    const { page } = app
    await says(page, 'The regulator waits.')
    await tabTo(page, 'Heed again', 80)
    await press(page, 'Enter')
    await page.waitForSelector(DRAFT)
    await gone('[data-asides]')
    expect(await ignored()).toEqual([])
  })

  it('is left as it is when one thinks better of it', async () => {
    const { page } = app
    await ask(page, DRAFT)
    await press(page, 'Escape')
    await gone(`${DRAFT} textarea`)
    expect(await ignored()).toEqual([])
  })

  it('may be a forbidden term of the source too', async () => {
    const { page } = app
    await ask(page, FORBIDDEN)
    await page.keyboard.type('So the court says.')
    await press(page, 'Control+Enter')
    await gone(FORBIDDEN)
    expect(await ignored()).toMatchObject([{ rule: 'term-forbidden-source', locale: 'en' }])
  })
})

const STATES: readonly State[] = [
  {
    name: 'asks why a draft may go out, with what was set aside below',
    there: `${DRAFT} textarea`,
    part: 'aside',
    reach: (page) => ask(page, DRAFT),
    leave: goOn,
  },
]

describe('problems that are set aside to those who see or work otherwise', () => {
  testStates(() => app, STATES)
})
