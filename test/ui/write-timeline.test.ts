import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankEntry, unitText } from '../../model/document/blank.ts'
import type { Event } from '../../model/document/block.ts'
import { ordersBetween } from '../../model/document/order.ts'
import type { TimeValue } from '../../model/document/time.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, openDesk, say, type Desk } from './desk.ts'
import { click, focused, named, press, tabTo } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const eventsOf = async (desk: Desk): Promise<Event[]> =>
  blocksOf(await desk.saved(), 'timeline').flatMap((block) =>
    block.kind === 'event' ? [block] : [],
  )
const texts = async (desk: Desk): Promise<string[]> =>
  (await eventsOf(desk)).map(({ text }) => say(text.content))

/** Waits until this is in the window, by a test in the page. */
const shown = (selector: string): Promise<unknown> => app.page.waitForSelector(selector)

async function backTo(name: string): Promise<void> {
  await app.page.keyboard.down('Shift')
  for (let back = 0; back < 10 && (await focused(app.page)) !== name; back++)
    await press(app.page, 'Tab')
  await app.page.keyboard.up('Shift')
}

/** Adds an event, and states a moment for it, with the keyboard alone. */
async function addEvent(text: string, date: string, time: string): Promise<void> {
  await tabTo(app.page, 'Add event')
  await press(app.page, 'Enter')
  await app.page.waitForFunction(
    () =>
      document.activeElement?.getAttribute('aria-label') === 'Event' &&
      document.activeElement.textContent === '',
  )
  await type(text)
  await backTo('State the time')
  await press(app.page, 'Enter')
  await app.page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'))
  // The first field says what the time is: a date, and below it a moment.
  await press(app.page, 'Tab', 'Enter')
  await shown('[role="listbox"] [role="option"]')
  await press(app.page, 'ArrowDown', 'Enter')
  await app.page.waitForFunction(
    () => document.querySelectorAll('[role="dialog"] input[type="text"]').length >= 3,
  )
  await press(app.page, 'Tab')
  await type(date)
  await press(app.page, 'Tab')
  await type(time)
  await press(app.page, 'Escape')
  await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
}

const at = (time: string): TimeValue => ({ kind: 'instant', at: time, zone: 'UTC' })

/** Puts events into the timeline of a postmortem, and opens it. */
async function withEvents(
  desk: Desk,
  zone: string,
  events: readonly (readonly [text: string, when: TimeValue | null, endUncertain?: boolean])[],
): Promise<void> {
  const { document, revision } = await app.ask('postmortem.open', { id: desk.id })
  const section = document.sections.find(({ kind }) => kind === 'timeline')!.id
  const orders = ordersBetween(null, null, events.length)
  await app.ask('postmortem.save', {
    id: desk.id,
    base: revision,
    changes: [
      { type: 'metadata.put', metadata: { ...document.metadata, zone } },
      ...events.map(([text, when, endUncertain = false], index) => ({
        type: 'block.put' as const,
        section,
        block: {
          ...blankEntry('event', orders[index]!),
          text: unitText(text),
          when,
          endUncertain,
        },
      })),
    ],
  })
  await desk.reload()
}

const NIGHT = [
  [
    'Somebody has access.',
    {
      kind: 'span',
      of: 'instant',
      start: '2026-03-03T20:00Z',
      end: '2026-03-03T23:30Z',
      zone: 'UTC',
    },
  ],
  ['The alert goes off.', at('2026-03-03T23:18Z')],
  ['We end the session.', at('2026-03-03T23:46Z')],
  ['We look for more.', at('2026-03-04T00:10Z'), true],
  ['We tell our customers.', at('2026-05-04T09:00Z')],
  ['We publish this account.', { kind: 'date', date: '2026-06' }],
  ['Nobody knows when.', null],
] as const satisfies Parameters<typeof withEvents>[2]

describe('events', () => {
  it('come into the order of their times when these are stated, in one step of the history', async () => {
    const desk = await openDesk(app)
    await desk.toText('timeline')
    await addEvent('Second', '2026-03-03', '12:00')
    await addEvent('Third', '2026-03-03', '14:00')
    await addEvent('First', '2026-03-03', '10:00')
    expect(await texts(desk)).toEqual(['First', 'Second', 'Third'])
    await app.page.waitForFunction(() =>
      document.activeElement?.closest('[data-kind="event"]')?.textContent.includes('First'),
    )
    await press(app.page, 'Control+z')
    expect(
      (await eventsOf(desk)).map(({ text, when }) => [say(text.content), when !== null]),
    ).toEqual([
      ['Second', true],
      ['Third', true],
      ['First', false],
    ])
    await press(app.page, 'Control+Shift+z')
    expect(await texts(desk)).toEqual(['First', 'Second', 'Third'])
  })

  it('do not leave that order, and say why', async () => {
    const desk = await openDesk(app)
    await withEvents(desk, 'UTC', NIGHT)
    const before = await texts(desk)
    await app.page.evaluate(() => {
      const cards = [...document.querySelectorAll('[data-kind="event"]')]
      const card = cards.find(({ textContent }) => textContent.includes('We end the session'))!
      card.querySelector<HTMLElement>('[data-editable]')!.focus()
    })
    await press(app.page, 'Alt+ArrowUp')
    await named(
      app.page,
      '[role="alertdialog"] *, [role="status"] *, [role="region"] *',
      'Events stand in the order of their times. Change the time to move it.',
    )
    expect(await texts(desk)).toEqual(before)
  })

  it('are in the one zone of the document, which is chosen above them and undone like all else', async () => {
    const desk = await openDesk(app)
    await withEvents(desk, 'UTC', NIGHT)
    const times = () =>
      app.page.$$eval('[data-kind="event"] header > button', (buttons) =>
        buttons.map(({ textContent }) => textContent.replaceAll(/\s/gu, ' ')),
      )
    expect((await times())[1]).toBe('March 3, 2026 at 11:18 PM')
    await app.page.focus('[data-section][data-kind="timeline"] [role="heading"] [data-editable]')
    await tabTo(app.page, 'Times are in Coordinated Universal Time')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'))
    await press(app.page, 'Tab', 'Control+a')
    await type('Asia/Tokyo')
    await named(app.page, 'button', 'Times are in Japan Standard Time')
    await press(app.page, 'Escape', 'Escape')
    expect((await times())[1]).toBe('March 4, 2026 at 8:18 AM')
    expect((await desk.saved()).metadata.zone).toBe('Asia/Tokyo')
    // What was typed is kept.
    expect((await eventsOf(desk))[1]!.when).toEqual(at('2026-03-03T23:18Z'))
    await app.page.focus('[data-kind="event"] [data-editable]')
    do await press(app.page, 'Control+z')
    while ((await desk.saved()).metadata.zone !== 'UTC')
    expect((await times())[1]).toBe('March 3, 2026 at 11:18 PM')
  })

  it('that came in no order say so, and are sorted with one press', async () => {
    const desk = await openDesk(app)
    await withEvents(desk, 'UTC', NIGHT.toReversed())
    await named(app.page, '*', 'These events are not in the order of their times.')
    expect(await app.page.$('figure')).toBeNull()
    await app.page.focus('[data-section][data-kind="timeline"] [role="heading"] [data-editable]')
    await tabTo(app.page, 'Sort by time')
    await press(app.page, 'Enter')
    await shown('figure')
    expect(await texts(desk)).toEqual(NIGHT.map(([text]) => text))
  })
})

describe('the picture of the timeline', () => {
  it('stands beside the list, which tells silences and overlaps, and leads to each entry', async () => {
    const desk = await openDesk(app)
    await withEvents(desk, 'UTC', NIGHT)
    await app.page.focus('[data-kind="timeline"] [data-editable]')
    await shown('figure svg[role="img"]')
    const list = await app.page.$eval('[data-kind="timeline"]', (section) =>
      (section as HTMLElement).innerText.replaceAll(/\s+/gu, ' '),
    )
    expect(list).toContain('61 days without an event')
    expect(list).toContain('27 days without an event')
    expect(list.match(/without an event/g)).toHaveLength(2)
    expect(list).toContain('During: Somebody has access.')
    expect(list).toContain('from March 4, 2026 at 12:10 AM, end not known')
    expect(list).toContain('Without a time')
    expect(await app.page.$eval('figure svg', (svg) => svg.getAttribute('aria-label'))).toMatch(
      /^6 events, from March 3, 2026.* to June 2026\. The longest time without an event is /u,
    )
    expect((await app.page.$$('figure svg [data-event]')).length).toBe(6)
    await tabTo(app.page, 'Times are in Coordinated Universal Time')
    await press(app.page, 'Tab')
    expect(await focused(app.page)).toMatch(/^Event 1 of 6: /)
    await press(app.page, 'ArrowDown', 'ArrowDown')
    await app.page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Event 3 of 6: '),
    )
    await press(app.page, 'End')
    await app.page.waitForFunction(() =>
      document.activeElement?.getAttribute('aria-label')?.startsWith('Event 6 of 6: '),
    )
    await press(app.page, 'Enter')
    await app.page.waitForFunction(
      () => document.activeElement?.textContent === 'We publish this account.',
    )
    // The pointer goes there at once.
    await app.page.evaluate(() => document.querySelector('figure')!.scrollIntoView())
    await app.page.click('figure svg rect[data-event]')
    await app.page.waitForFunction(
      () => document.activeElement?.textContent === 'Somebody has access.',
    )
  })

  it('says whose doing an event was, by mouse and by keyboard, and undoes it', async () => {
    const desk = await openDesk(app)
    await withEvents(desk, 'UTC', NIGHT)
    const lanes = async () => (await eventsOf(desk)).map(({ lane }) => lane ?? null)
    expect((await lanes()).every((lane) => lane === null)).toBe(true)
    await app.page.evaluate(() =>
      document.querySelector('[data-section][data-kind="timeline"]')!.scrollIntoView(),
    )
    await click(app.page, 'Whose doing: Not stated', '[data-kind="event"] button')
    await app.page.waitForSelector('[role="menu"]')
    await press(app.page, 'ArrowDown', 'Enter')
    await named(app.page, '[data-kind="event"] button', 'Whose doing: Attacker')
    expect((await lanes())[0]).toBe('attacker')
    await press(app.page, 'Control+z')
    expect((await lanes())[0]).toBeNull()
  })

  it.each([
    ['en', 'light', 1280],
    ['en', 'dark', 560],
    ['ar', 'dark', 1280],
    ['ja', 'light', 1280],
  ] as const)('can be used by everybody: %s, %s, %i wide', async (language, theme, width) => {
    const desk = await openDesk(app)
    await withEvents(desk, 'Europe/Amsterdam', NIGHT)
    const settings = await app.ask('settings.get', {})
    try {
      await app.page.setViewport({ width, height: 800 })
      await app.ask('settings.set', { ...settings, interfaceLocale: language, theme })
      await desk.reload()
      await app.page.evaluate(() =>
        document.querySelector('[data-section][data-kind="timeline"]')!.scrollIntoView(),
      )
      await shown('figure button')
      await app.page.focus('figure button')
      expect(await violations(app.page)).toEqual([])
      expect(await faults(app.page)).toEqual([])
      const { picture, list } = await app.page.evaluate(() => {
        const { left, right, top } = document.querySelector('figure')!.getBoundingClientRect()
        const first = document.querySelector('[data-kind="event"]')!.getBoundingClientRect()
        return {
          picture: { left, right, top },
          list: { left: first.left, right: first.right, top: first.top },
        }
      })
      if (width < 1000) expect(picture.top).toBeLessThan(list.top)
      else if (language === 'ar') expect(picture.right).toBeLessThanOrEqual(list.left)
      else expect(picture.left).toBeGreaterThanOrEqual(list.right)
    } finally {
      await app.page.setViewport({ width: 1280, height: 800 })
      await app.ask('settings.set', settings)
    }
  })
})
