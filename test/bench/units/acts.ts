import type { Page } from 'puppeteer-core'
import { click, press } from '../../ui/hand.ts'
import { until, watch, type Cost } from '../large/watch.ts'

const TYPED = 'nog een woord '
/** What a hand makes of a wheel: a notch is 100 px, and somebody who looks for a place turns it several times in a frame. */
const TURNS = 60
const NOTCH = 600
const DRAGS = 60

/** What a translator does in Translate, in the order in which it is measured. */
export const ACTS = [
  'wheel',
  'drag',
  'step',
  'type',
  'confirm',
  'filter',
  'all',
  'search',
  'order',
] as const
export type Act = (typeof ACTS)[number]

const scroller = (page: Page) =>
  page.evaluate(() => {
    const list = document.querySelector('[data-unit-row]')!.closest('ul')!.parentElement!
    const { x, y, width, height } = list.getBoundingClientRect()
    return [x + width / 2, y + height / 2] as const
  })

/** Turns the wheel fast. */
async function wheel(page: Page): Promise<Cost> {
  await page.mouse.move(...(await scroller(page)))
  return watch(page, async () => {
    const started = performance.now()
    for (let at = 0; at < TURNS; at++) await page.mouse.wheel({ deltaY: NOTCH })
    return (performance.now() - started) / TURNS
  })
}

/** Drags the bar from the top to the end and back: each frame another part of the list. */
const drag = (page: Page): Promise<Cost> =>
  watch(page, () =>
    page.evaluate(async (drags) => {
      const list = document.querySelector('[data-unit-row]')!.closest('ul')!.parentElement!
      const frame = () => new Promise((next) => requestAnimationFrame(next))
      const end = list.scrollHeight - list.clientHeight
      const started = performance.now()
      for (let at = 0; at <= drags; at++) {
        list.scrollTop = end * (1 - Math.abs(1 - (2 * at) / drags))
        await frame()
      }
      return (performance.now() - started) / drags
    }, DRAGS),
  )

/** Puts the caret into the first translation that is on the page. */
async function into(page: Page): Promise<void> {
  await page.evaluate(() => {
    const list = document.querySelector('[data-unit-row]')!.closest('ul')!.parentElement!
    list.scrollTop = 0
  })
  const css = '[data-unit-row][data-state="draft"] [role="textbox"]'
  await page.waitForSelector(css)
  await page.click(css)
  await page.waitForFunction(() => document.activeElement?.closest('[data-unit-row]') !== null)
}

/** Goes from text to text by keyboard. */
async function step(page: Page): Promise<Cost> {
  await into(page)
  return watch(page, async () => {
    const started = performance.now()
    for (let at = 0; at < 20; at++) await press(page, 'Alt+ArrowDown')
    return (performance.now() - started) / 20
  })
}

async function type(page: Page): Promise<Cost> {
  await into(page)
  await press(page, 'Control+End')
  const cost = await watch(page, async () => {
    const started = performance.now()
    await page.keyboard.type(TYPED.repeat(3))
    return performance.now() - started
  })
  const keys = TYPED.length * 3
  return { wall: cost.wall / keys, task: cost.task, all: cost.all / keys }
}

/** Confirms a text and goes on. */
async function confirm(page: Page): Promise<Cost> {
  await into(page)
  const row = await page.evaluate(
    () => document.activeElement!.closest<HTMLElement>('[data-unit-row]')!.dataset['unitRow']!,
  )
  return watch(page, () =>
    until(page, `[data-unit-row="${row}"][data-state="translated"]`, () =>
      press(page, 'Control+Enter'),
    ),
  )
}

const choice = (page: Page, word: string, there: string): Promise<Cost> =>
  watch(page, async () => {
    const name = await page.evaluate(
      (start) =>
        [...document.querySelectorAll('main [role="radio"]')]
          .map(({ textContent }) => textContent.trim())
          .find((text) => text.startsWith(start))!,
      word,
    )
    return until(page, there, () => click(page, name, 'main [role="radio"]'))
  })

const shows = (count: string) => `main ul > li[aria-setsize${count}]`

async function search(page: Page): Promise<Cost> {
  await page.click('main input[type="search"]')
  const cost = await watch(page, async () => {
    const started = performance.now()
    await page.keyboard.type('certificate', { delay: 30 })
    await page.waitForFunction(
      () => document.querySelector('main ul > li')?.getAttribute('aria-setsize') !== null,
    )
    return performance.now() - started
  })
  await press(page, 'Escape')
  return cost
}

async function order(page: Page): Promise<Cost> {
  const first = await page.$eval(
    '[data-unit-row]',
    (one) => (one as HTMLElement).dataset['unitRow']!,
  )
  await page.evaluate(() => {
    const lists = document.querySelectorAll<HTMLElement>('main button[aria-haspopup]')
    lists[1]!.focus()
  })
  await press(page, 'Enter')
  await page.waitForSelector('[role="listbox"]')
  await page.keyboard.type('Longest')
  return watch(page, () =>
    until(page, `main ul > li:first-child:not(:has([data-unit-row="${first}"]))`, () =>
      press(page, 'Enter'),
    ),
  )
}

export const DO: Readonly<Record<Act, (page: Page, total: number) => Promise<Cost>>> = {
  wheel,
  drag,
  step,
  type,
  confirm,
  filter: (page, total) => choice(page, 'Open', `${shows('')}:not([aria-setsize="${total}"])`),
  all: (page, total) => choice(page, 'All', shows(`="${total}"`)),
  search,
  order,
}
