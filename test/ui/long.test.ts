import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { allUnits } from '../../model/units/unit.ts'
import { makeAccount } from '../bench/large/account.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { settle } from './desk.ts'
import { press } from './hand.ts'

let app: TestApp
let page: Page
let id: string

beforeAll(async () => {
  app = await startApp()
  page = app.page
  await page.setViewport({ width: 1280, height: 800 })
  id = await makeAccount(app, 20_000, 150)
})
afterAll(() => app.close())

async function open(): Promise<void> {
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, last: { postmortem: id, view: 'write' } })
  const ready = app.interactive()
  await page.evaluate(() => location.reload())
  await ready
  await page.waitForSelector('[data-section]')
  await settle(page)
}

async function saved(): Promise<Postmortem> {
  await page.waitForSelector('[data-save="saved"]')
  return (await app.ask('postmortem.open', { id })).document
}

const textOf = (document: Postmortem, unit: string): string => {
  const found = [...allUnits(document)].find((each) => each.id === unit)
  return plainText(found?.content ?? [])
}

/** How many entries there are, and how many of them have what one works with. */
const entries = (): Promise<{ all: number; awake: number }> =>
  page.$$eval('[data-kind][data-block]', (all) => ({
    all: all.length,
    awake: all.filter((entry) => entry.querySelector('button') !== null).length,
  }))

/** What the page shows of each block, and what it says in the library. */
async function differences(): Promise<string[]> {
  const document = await saved()
  const shown = new Map(
    await page.$$eval('[data-run] > [data-block]', (all) =>
      all.map((block): [string, string] => [
        (block as HTMLElement).dataset['block']!,
        block.textContent,
      ]),
    ),
  )
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'prose' || block.node.type !== 'paragraph') return []
      const first = block.node.children[0]
      const says = first?.type === 'text' ? first.value : ''
      return shown.get(block.id)?.startsWith(says) === true ? [] : [says]
    }),
  )
}

const caretUnit = (): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['unit'])

/** The unit of the last text of an entry, far from what is on screen. */
const lastUnit = (): Promise<string> =>
  page.$$eval('[data-kind][data-block] [data-unit]', (all) => {
    const last = all.at(-1) as HTMLElement
    if (last.closest('[data-block]')!.querySelector('button') !== null)
      throw new Error('It is not far away')
    return last.dataset['unit']!
  })

describe('a long postmortem', () => {
  it('has few entries with all that one works with, wherever one has been', async () => {
    await open()
    const before = await entries()
    expect(before.all).toBeGreaterThan(140)
    expect(before.awake).toBeLessThan(80)
    for (let step = 0; step < 40; step++)
      await page.evaluate(
        (at) =>
          new Promise((resolve) => {
            const scroller = document.querySelector('[data-scroller]')!
            scroller.scrollTop = (scroller.scrollHeight * at) / 40
            requestAnimationFrame(() => requestAnimationFrame(resolve))
          }),
        step,
      )
    await settle(page)
    const after = await entries()
    expect(after.all).toBe(before.all)
    expect(after.awake).toBeLessThan(80)
    expect(await differences()).toEqual([])
  })

  it('takes what is typed in a text that was far away, and an undo goes there', async () => {
    // One comes back to where one was: the end is far away from the top.
    await page.evaluate(() => document.querySelector('[data-scroller]')!.scrollTo(0, 0))
    await page.focus('header [data-unit]')
    await settle(page)
    await open()
    const unit = await lastUnit()
    const text = textOf(await saved(), unit)
    await page.focus(`[data-unit="${unit}"]`)
    await settle(page)
    expect(await caretUnit()).toBe(unit)
    await press(page, 'Control+End')
    await page.keyboard.type(' And more.')
    expect(textOf(await saved(), unit)).toBe(`${text} And more.`)
    await page.evaluate(() => document.querySelector('[data-scroller]')!.scrollTo(0, 0))
    await page.focus('header [data-unit]')
    await settle(page)
    await press(page, 'Control+Z')
    await settle(page)
    expect(await caretUnit()).toBe(unit)
    expect(textOf(await saved(), unit)).toBe(text)
  })

  it('keeps the caret where it was put in a block that was far away', async () => {
    await open()
    const block = await page.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLElement>('[data-run] > [data-block]')]
      const block = all.at(-3)!
      const run = block.closest<HTMLElement>('[data-run]')!
      if ('__lexicalEditor' in run) throw new Error('It is not far away')
      const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()!
      getSelection()!.collapse(text, 4)
      run.focus({ preventScroll: true })
      return block.dataset['block']!
    })
    await settle(page)
    await page.keyboard.type('so ')
    const now = await saved()
    const found = now.sections.flatMap(({ blocks }) => blocks).find((one) => one.id === block)
    const node = found?.kind === 'prose' ? found.node : undefined
    const says = node?.type === 'paragraph' ? plainText(node.children) : ''
    expect(says.slice(4, 7)).toBe('so ')
    await press(page, 'Control+Z')
    expect(await differences()).toEqual([])
  })

  it('shows everywhere what was replaced, and what it was when that is undone', async () => {
    await open()
    const count = (word: string): Promise<number> =>
      page.$$eval(
        '[data-section] [data-editable]',
        (all, wanted) =>
          all.reduce((sum, text) => sum + text.textContent.split(wanted).length - 1, 0),
        word,
      )
    const before = await count('certificate')
    expect(before).toBeGreaterThan(100)
    await press(page, 'Control+F')
    await page.waitForSelector('search input')
    await page.click('search button[aria-label="Replace"]')
    await page.waitForFunction(() => document.querySelectorAll('search input').length === 2)
    await page.click('search input')
    await page.keyboard.type('certificate')
    const [, other] = await page.$$('search input')
    await other!.click()
    await page.keyboard.type('diploma')
    const button = await page.waitForSelector('search button:not([aria-label]):not(:disabled)')
    await button!.click()
    await page.waitForSelector('[role="alertdialog"]')
    expect([await count('certificate'), await count('diploma')]).toEqual([0, before])
    expect(await differences()).toEqual([])
    await press(page, 'Escape')
    await press(page, 'Control+Z')
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-editable') ?? false)
    expect([await count('certificate'), await count('diploma')]).toEqual([before, 0])
    expect(await differences()).toEqual([])
  })

  it('is walked by key from text to text, also where they were far away', async () => {
    await open()
    const unit = await lastUnit()
    await page.focus(`[data-unit="${unit}"]`)
    await settle(page)
    const passed: (string | undefined)[] = []
    for (let at = 0; at < 4; at++) {
      await press(page, 'Control+Home')
      await press(page, 'ArrowUp')
      await settle(page)
      passed.push(await caretUnit())
    }
    const order = await page.$$eval('[data-section] [data-editable]', (all) =>
      all.map((text) => (text as HTMLElement).dataset['unit']),
    )
    const at = order.indexOf(unit)
    expect(passed).toEqual([1, 2, 3, 4].map((back) => order[at - back]))
  })

  it('selects all blocks, those that come near later too', async () => {
    await open()
    await page.focus('[data-run]')
    await settle(page)
    await press(page, 'Escape')
    await page.waitForSelector('[data-picked]')
    await press(page, 'Control+A')
    await settle(page)
    await press(page, 'Control+A')
    await settle(page)
    await page.evaluate(() => {
      const scroller = document.querySelector('[data-scroller]')!
      scroller.scrollTop = scroller.scrollHeight
    })
    await settle(page)
    const left = await page.$$eval('[data-run] > [data-block], [data-kind][data-block]', (all) => [
      all.length,
      all.filter((block) => block.matches('[data-picked]')).length,
    ])
    expect(left[0]).toBe(left[1])
    expect(left[0]).toBeGreaterThan(300)
  })

  it('has nothing that axe finds fault with, near or far', async () => {
    await open()
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('[data-section], [data-block]'))
        if (!element.matches('[data-block] [data-block]')) element.style.contentVisibility = 'auto'
    })
    expect(await violations(page)).toEqual([])
    expect((await entries()).awake).toBeLessThan(80)
  })
})
