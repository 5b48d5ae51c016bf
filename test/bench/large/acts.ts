import type { Page } from 'puppeteer-core'
import { click, press } from '../../ui/hand.ts'
import { until, watch, type Cost } from './watch.ts'

/** A word that stands in a third of the paragraphs, and one that stands in none. */
const COMMON = 'certificate'
const RARE = 'diploma'
const TYPED = 'relay '
const STEP = 600

/** What a person does in a long postmortem that is open in Write, in the order in which it is measured. */
export const ACTS = ['scroll', 'translate', 'write', 'move', 'type', 'replace', 'undo'] as const
export type Act = (typeof ACTS)[number]

interface Passed {
  /** The longest time between two frames, in ms. */
  readonly longest: number
  readonly frames: number
}

/** Goes from the top to the end, a step a frame. */
const passThrough = (page: Page, css: string): Promise<Passed> =>
  page.evaluate(
    async (selector, step) => {
      const scroller = document.querySelector<HTMLElement>(selector)!
      scroller.scrollTop = 0
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      let longest = 0
      let frames = 0
      let last = await frame()
      for (;;) {
        const before = scroller.scrollTop
        scroller.scrollTop += step
        const now = await frame()
        longest = Math.max(longest, now - last)
        frames += 1
        last = now
        if (scroller.scrollTop === before) return { longest, frames }
      }
    },
    css,
    STEP,
  )

/** Scrolls from the top to the end. Answers what a frame costs, and how long the longest was. */
export async function scrollThrough(page: Page, css: string): Promise<Cost> {
  let frames = 1
  const cost = await watch(page, async () => {
    const passed = await passThrough(page, css)
    frames = passed.frames
    return passed.longest
  })
  return { ...cost, all: cost.all / frames }
}

const SCROLLER = '[data-scroller]'

/** Moves the first section down by its menu. */
async function moveSection(page: Page): Promise<Cost> {
  const [first, second] = await page.$$eval('[data-section]', (all) =>
    all.slice(0, 2).map((section) => (section as HTMLElement).dataset['section']!),
  )
  await page.evaluate((css) => document.querySelector(css)!.scrollTo(0, 0), SCROLLER)
  const name = await page.$eval('[data-section]', (section) => section.getAttribute('aria-label')!)
  await click(page, `More for ${name}`)
  await page.waitForSelector('[role="menu"]')
  return watch(page, () =>
    until(page, `[data-section="${second}"] ~ [data-section="${first}"]`, () =>
      click(page, 'Move down', '[role="menuitem"]'),
    ),
  )
}

/** Types a word at the end of the middle finding. Answers what a key costs. */
async function typeInFinding(page: Page): Promise<Cost> {
  const unit = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-kind="finding"] [data-unit]')]
    const field = all[Math.floor(all.length / 2)]!
    field.scrollIntoView({ block: 'center' })
    field.focus()
    return field.dataset['unit']!
  })
  const field = await page.waitForSelector(`[data-unit="${unit}"]`)
  await field!.click()
  await press(page, 'Control+End')
  const cost = await watch(page, async () => {
    const started = performance.now()
    for (const character of TYPED.repeat(4))
      await page.keyboard.press(character === ' ' ? 'Space' : (character as 'a'))
    return performance.now() - started
  })
  const says = await page.$eval(`[data-unit="${unit}"]`, (element) => element.textContent)
  if (!says.replaceAll('\u{A0}', ' ').includes(TYPED.trim())) throw new Error('A key was lost')
  const keys = TYPED.length * 4
  return { wall: cost.wall / keys, task: cost.task, all: cost.all / keys }
}

/** Replaces a common word, in all languages. */
async function replaceAll(page: Page): Promise<Cost> {
  await press(page, 'Control+F')
  await page.waitForSelector('search input')
  await click(page, 'Replace', 'search button')
  await page.waitForFunction(() => document.querySelectorAll('search input').length === 2)
  await page.click('search input')
  await page.keyboard.type(COMMON)
  await page.waitForSelector('search [role="status"]:not(:empty)')
  await page.waitForFunction(() =>
    [...document.querySelectorAll('search button')].some(
      (button) => /^Replace [\d,]+$/.test(button.textContent) && !button.hasAttribute('disabled'),
    ),
  )
  const other = await page.$$('search input')
  await other[1]!.click()
  await page.keyboard.type(RARE)
  const button = await page.evaluate(
    () =>
      [...document.querySelectorAll('search button')].find(({ textContent }) =>
        /^Replace [\d,]+$/.test(textContent),
      )!.textContent,
  )
  const cost = await watch(page, () =>
    until(page, '[role="alertdialog"]', () => click(page, button, 'search button')),
  )
  await press(page, 'Escape')
  return cost
}

/** Takes the replacing back. */
async function undoReplace(page: Page): Promise<Cost> {
  const cost = await watch(page, async () => {
    await page.evaluate((word) => {
      const says = ({ textContent }: Element): boolean => textContent.includes(word)
      const run = [...document.querySelectorAll('[data-run] [data-block]')].find(says)
      if (run === undefined) throw new Error('Nothing was replaced')
      const look = (): void => {
        if (run.isConnected && says(run)) requestAnimationFrame(look)
        else document.documentElement.dataset['undone'] = ''
      }
      requestAnimationFrame(look)
    }, RARE)
    return until(page, '[data-undone]', () => press(page, 'Control+Z'))
  })
  await page.evaluate(() => delete document.documentElement.dataset['undone'])
  return cost
}

export const DO: Readonly<Record<Act, (page: Page) => Promise<Cost>>> = {
  scroll: (page) => scrollThrough(page, SCROLLER),
  translate: (page) =>
    watch(page, () => until(page, '[data-unit-row]', () => click(page, 'Translate', 'nav button'))),
  write: (page) =>
    watch(page, () => until(page, '[data-section]', () => click(page, 'Write', 'nav button'))),
  move: moveSection,
  type: typeInFinding,
  replace: replaceAll,
  undo: undoReplace,
}
