import type { Page } from 'puppeteer-core'
import { settle } from './desk.ts'
import { press } from './hand.ts'

/** Takes everything from a test but the keyboard: what it does from now on, a person without a pointer can do. */
export function keyboardOnly(page: Page): void {
  const refuse = (): never => {
    throw new Error('Only the keyboard is there.')
  }
  Object.assign(page, { click: refuse, focus: refuse, hover: refuse, tap: refuse })
  Object.assign(page.mouse, { click: refuse, down: refuse, move: refuse, up: refuse })
}

/** Where the focus is: the part of the window, the section of the document and the name of what has it. */
export const place = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focus = document.activeElement
    const part = focus?.closest<HTMLElement>('main, [data-region]')
    const name = part?.getAttribute('aria-label') ?? part?.tagName.toLowerCase() ?? ''
    const kind = focus?.closest<HTMLElement>('[data-section]')?.dataset['kind']
    return kind === undefined ? name : `${name} ${kind}`
  })

export const dialog = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') !== null)

export const noDialog = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector(
        '[role="dialog"], [role="alertdialog"][aria-modal="true"], [role="menu"]',
      ) === null,
  )

/** Does a command by its name. */
export async function choose(page: Page, typed: string): Promise<void> {
  await press(page, 'Control+Shift+P')
  await page.waitForSelector('[role="dialog"] [role="combobox"]')
  await page.keyboard.type(typed)
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('[role="dialog"] input')?.value === wanted,
    {},
    typed,
  )
  await press(page, 'Enter')
  await page.waitForFunction(
    () =>
      document.querySelector('[role="dialog"] [role="combobox"]') === null ||
      document.querySelector('[role="listbox"][aria-label="What was found"]') === null,
  )
  await settle(page)
}

/** Goes to the text of a section, by its name, to the end of what stands there. */
export async function toText(page: Page, name: string, kind: string): Promise<void> {
  await press(page, 'Control+Shift+O')
  await page.waitForSelector('[role="dialog"] [role="combobox"]')
  await page.keyboard.type(name)
  await press(page, 'Enter')
  await inSection(page, kind)
  for (let at = 0; at < 4; at++) {
    await settle(page)
    if (await page.evaluate(() => document.activeElement?.hasAttribute('data-run') ?? false)) break
    await press(page, 'Tab')
  }
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-run'))
  await press(page, 'Control+End')
  await settle(page)
}

/** Waits until the focus is in a section of this kind. */
export const inSection = (page: Page, kind: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      document.activeElement?.closest<HTMLElement>('[data-section]')?.dataset['kind'] === wanted,
    {},
    kind,
  )

/** Waits until the caret is in an empty field of this name. */
export const inField = (page: Page, label: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) =>
      document.activeElement?.getAttribute('aria-label') === wanted &&
      document.activeElement.textContent === '',
    {},
    label,
  )

/** Moves the focus with Tab to what begins with these words, by its label or what it says. */
export async function tabOn(page: Page, start: string, most = 40): Promise<void> {
  for (let at = 0; at <= most; at++) {
    const found = await page.evaluate((wanted) => {
      const focus = document.activeElement
      return (focus?.getAttribute('aria-label') ?? focus?.textContent ?? '')
        .trim()
        .startsWith(wanted)
    }, start)
    if (found) return
    await press(page, 'Tab')
  }
  throw new Error(`Tab does not reach “${start}”.`)
}

/** Opens the menu or list of what is named so, and takes this item of it. */
export async function pick(page: Page, start: string, item: string): Promise<void> {
  await tabOn(page, start)
  await press(page, 'Enter')
  await take(page, item)
}

/** Takes an item of the open menu. */
export async function take(page: Page, item: string): Promise<void> {
  const roles = '[role="menu"], [role="listbox"]'
  await page.waitForFunction((css) => document.activeElement?.closest(css) !== null, {}, roles)
  for (let at = 0; at < 40; at++) {
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === item) {
      await press(page, 'Enter')
      await page.waitForFunction((css) => document.activeElement?.closest(css) === null, {}, roles)
      return
    }
    await press(page, 'ArrowDown')
  }
  throw new Error(`There is no item “${item}”.`)
}

/** Moves the focus with Tab into the field with this label. */
export async function tabInto(page: Page, label: string, most = 40): Promise<void> {
  for (let at = 0; at <= most; at++) {
    const found = await page.evaluate((wanted) => {
      const focus = document.activeElement
      const field = focus instanceof HTMLInputElement || focus instanceof HTMLTextAreaElement
      return field && [...(focus.labels ?? [])].some((one) => one.textContent.trim() === wanted)
    }, label)
    if (found) return
    await press(page, 'Tab')
  }
  throw new Error(`Tab does not reach the field “${label}”.`)
}

/** As `tabOn`, the other way. */
export async function tabBack(page: Page, start: string, most = 40): Promise<void> {
  await page.keyboard.down('Shift')
  try {
    await tabOn(page, start, most)
  } finally {
    await page.keyboard.up('Shift')
  }
}
