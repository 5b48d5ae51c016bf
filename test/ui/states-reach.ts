import type { Page } from 'puppeteer-core'
import { settle } from './desk.ts'
import { click, press } from './hand.ts'
import type { State } from './states.ts'

/** Clicks the first visible element of a selector within a section, or the last. */
export const within =
  (kind: string, css: string, last = false) =>
  async (page: Page): Promise<void> => {
    await page.waitForSelector(`[data-section][data-kind="${kind}"] ${css}`)
    await page.evaluate(
      (section, wanted, fromEnd) => {
        const all = document.querySelectorAll<HTMLElement>(
          `[data-section][data-kind="${section}"] ${wanted}`,
        )
        const shown = [...all].filter((element) => element.checkVisibility())
        const found = fromEnd ? shown.at(-1) : shown[0]
        if (found === undefined) throw new Error(`No ${wanted} in ${section}`)
        found.scrollIntoView({ block: 'center' })
        found.focus()
        found.click()
      },
      kind,
      css,
      last,
    )
  }
export const DIALOG = '[role="dialog"]'
export const MENU = '[role="menu"]'
export const LIST = '[role="listbox"]'
export const SIDE = 'aside'

/** A state in which something popped up, which is what is new. */
export const popup = (
  name: string,
  there: string,
  reach: State['reach'],
  more: Partial<State> = {},
): State => ({ name, there, part: there, reach, ...more })

/** Puts the caret to the end of the first line of the summary. */
export async function caret(page: Page): Promise<void> {
  await page.focus('[data-section][data-kind="summary"] [data-run]')
  await press(page, 'Control+Home')
  await settle(page)
  await press(page, 'End')
  await settle(page)
}
export const inText =
  (...keys: string[]) =>
  async (page: Page): Promise<void> => {
    await caret(page)
    await press(page, ...keys)
  }

export const tab = (page: Page, name: string) => click(page, name, '[role="tab"]')
