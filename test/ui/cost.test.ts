import { afterAll, beforeAll, expect, it } from 'vitest'
import { blankEntry, blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { ordersBetween } from '../../model/document/order.ts'
import { startApp, type TestApp } from './app.ts'
import { settle } from './desk.ts'
import { press } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

/** A postmortem with so many sections, each of text and a finding, open in Write. */
async function open(sections: number): Promise<void> {
  const { id } = await app.ask('postmortem.create', { title: 'A key in a log', locale: 'en' })
  const { revision: base, document } = await app.ask('postmortem.open', { id })
  const changes = [
    ...document.sections.map((old): Change => ({ type: 'section.remove', section: old.id })),
    ...ordersBetween(null, null, sections).flatMap((order, at): Change[] => {
      const section = blankSection('findings', order, `Part ${at}`)
      const [first, second] = ordersBetween(null, null, 2)
      return [
        { type: 'section.put', section },
        {
          type: 'block.put',
          section: section.id,
          block: paragraphBlock(first!, 'Requests were refused.'),
        },
        { type: 'block.put', section: section.id, block: blankEntry('finding', second!) },
      ]
    }),
  ]
  await app.ask('postmortem.save', { id, base, changes })
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, last: { postmortem: id, view: 'write' } })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[data-section]')
  await settle(app.page)
}

type Watched = typeof globalThis & { drawn: Set<Node> }

/** Types words where the caret is and waits until they are saved. Returns what of the page was drawn for it. */
async function drawnFor(text: string): Promise<readonly [string, number][]> {
  const { page } = app
  await page.keyboard.type('so ')
  await page.waitForSelector('[data-save="saved"]')
  await settle(page)
  await page.evaluate(() => {
    const here = globalThis as Watched
    here.drawn = new Set()
    const watch = new MutationObserver((records) => {
      for (const { target } of records) here.drawn.add(target)
    })
    const options = { subtree: true, childList: true, characterData: true, attributes: true }
    for (const part of document.querySelectorAll('[data-scroller], nav, aside'))
      watch.observe(part, options)
  })
  await page.keyboard.type(text)
  await page.waitForSelector('[data-save="saved"]')
  await settle(page)
  return page.evaluate(() => {
    const count = new Map<string, number>()
    for (const node of (globalThis as Watched).drawn) {
      const element = node instanceof Element ? node : node.parentElement
      const home = element?.closest('[data-section]')
      const name = home ? (home.getAttribute('aria-label') ?? '') : 'around'
      count.set(name, (count.get(name) ?? 0) + 1)
    }
    return [...count].toSorted(([a], [b]) => a.localeCompare(b))
  })
}

for (const [name, selector] of [
  ['the text', '[data-section] [data-run]'],
  ['a finding', '[data-section] [data-kind="finding"] [data-unit]'],
] as const)
  it(`draws for words in ${name} as much of the page in a hundred sections as in two`, async () => {
    const drawn: Record<number, readonly [string, number][]> = {}
    for (const sections of [2, 100]) {
      await open(sections)
      await app.page.focus(selector)
      await settle(app.page)
      await press(app.page, 'Control+End')
      drawn[sections] = await drawnFor('and again refused.')
    }
    expect(drawn[2]!.map(([part]) => part)).toContain('Part 0')
    expect(drawn[100]!.map(([part]) => part)).toEqual(drawn[2]!.map(([part]) => part))
    for (const [at, [, count]] of drawn[100]!.entries())
      expect(count).toBeLessThanOrEqual(drawn[2]![at]![1] + 4)
  })
