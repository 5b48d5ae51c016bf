import type { Page } from 'puppeteer-core'
import { expect, it } from 'vitest'
import type { TestApp } from './app.ts'
import { violations } from './axe.ts'
import { press } from './hand.ts'
import { picture } from './picture.ts'

/** Light and dark, from left to right and from right to left, each one step from the one before; the last is the first. */
const LOOKS = [
  ['en', 'dark'],
  ['ar', 'dark'],
  ['ar', 'light'],
  ['en', 'light'],
] as const
export type Look = (typeof LOOKS)[number]

/** One state of the window: how it is reached from the one before, and how it is left. */
export interface State {
  readonly name: string
  /** Only in this state there is one. */
  readonly there: string
  readonly reach: (page: Page) => Promise<unknown>
  /** Without it, Escape closes what is open. */
  readonly leave?: (page: Page) => Promise<unknown>
  /** What is new in this state: the rest is looked at once, and this part in each look. Without it, the whole is. */
  readonly part?: string
  /** It does not outlive a change of the language, and is reached again, by a way that needs no words. */
  readonly afresh?: true
}

const POPUP = '[role="dialog"], [role="menu"], [data-trigger="Select"], [data-trigger="ComboBox"]'

/** Closes what is open, from the innermost to the outermost. */
export async function closeAll(page: Page): Promise<void> {
  for (let at = 0; at < 8; at++) {
    if ((await page.$(POPUP)) === null) return
    // Words that change under the hand may take the focus with them: whoever sees a dialog then goes into it first.
    await page.evaluate((css) => {
      if (document.activeElement === document.body)
        [...document.querySelectorAll<HTMLElement>(css)].at(-1)?.focus()
    }, POPUP)
    await press(page, 'Escape')
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20))),
    )
  }
  throw new Error('What is open does not close.')
}

/** Nothing is to be done to leave it: the next state goes on from it. */
export const goOn = (): Promise<void> => Promise.resolve()

/** What was set before is drawn: fonts, and what moves to its place. */
const rest = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all(
      document.getAnimations().map((each) => each.finished.then(undefined, () => undefined)),
    )
  })

/** Puts the window as it stands into a language and colours, as it follows another window that sets them. */
async function look(app: TestApp, [interfaceLocale, theme]: Look): Promise<void> {
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, interfaceLocale, theme })
  await app.page.waitForFunction(
    (lang, scheme) =>
      document.documentElement.lang === lang &&
      document.documentElement.dataset['theme'] === scheme,
    {},
    interfaceLocale,
    theme,
  )
}

/**
 * One test for each state: what axe-core finds in it, light and dark, from left to right and from right to left. `set`
 * puts the window into a look, where the settings cannot be kept.
 */
export function testStates(
  app: () => TestApp,
  states: readonly State[],
  set: (app: TestApp, look: Look) => Promise<void> = look,
): void {
  it.each(states)('$name', async ({ there, reach, leave = closeAll, part, afresh = false }) => {
    const { page } = app()
    // Nobody waits for colours that change over a moment.
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    const arrive = async (): Promise<void> => {
      await reach(page)
      await page.waitForSelector(there)
    }
    if (!afresh) await arrive()
    const found: string[] = []
    for (const [at, each] of LOOKS.entries()) {
      await set(app(), each)
      if (afresh) await arrive()
      await rest(page)
      await picture(page, `${there} ${each.join(' ')}`)
      if ((await page.$(there)) === null) found.push(`${each.join()}: it is gone`)
      for (const fault of await violations(page, at === 0 ? undefined : part))
        found.push(`${each.join()}: ${fault}`)
      if (afresh) await leave(page)
    }
    if (!afresh) await leave(page)
    expect(found).toEqual([])
  })
}
