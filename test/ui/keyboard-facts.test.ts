import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action, Event } from '../../model/document/block.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, openDesk, say, settle, type Desk } from './desk.ts'
import { press } from './hand.ts'
import {
  choose,
  dialog,
  inField,
  keyboardOnly,
  noDialog,
  pick,
  tabBack,
  tabInto,
  tabOn,
  take,
  toText,
} from './keyboard.ts'

let app: TestApp
let desk: Desk

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  desk = await openDesk(app)
  keyboardOnly(app.page)
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const of = async (kind: string) => blocksOf(await desk.saved(), kind)
const actions = async (): Promise<string[]> =>
  (await of('actions')).map((block) => (block.kind === 'action' ? say(block.text.content) : ''))

/** Adds an entry by its name in the palette, and writes its first text. */
async function add(section: string, kind: string, entry: string, label: string, text: string) {
  await toText(app.page, section, kind)
  await choose(app.page, `add entry ${entry}`)
  await inField(app.page, label)
  await type(text)
  await settle(app.page)
}

/** Adds another entry below those that there are. */
async function another(button: string, label: string, text: string): Promise<void> {
  await tabOn(app.page, button)
  await press(app.page, 'Enter')
  await inField(app.page, label)
  await type(text)
  await settle(app.page)
}

/** Opens the time of the event that the caret is in. */
async function openTime(): Promise<void> {
  await tabBack(app.page, 'State the time')
  await press(app.page, 'Enter')
  await dialog(app.page)
}
const closeTime = async (): Promise<void> => {
  await press(app.page, 'Escape')
  await noDialog(app.page)
  await settle(app.page)
}
const when = async (text: string): Promise<Event['when'] | undefined> => {
  const found = (await of('timeline')).find(
    (block) => block.kind === 'event' && say(block.text.content) === text,
  )
  return found?.kind === 'event' ? found.when : undefined
}

describe('the facts of entries, by keyboard alone', () => {
  it('an event has a day, a moment in a zone, a month, or a period, and comes to its place', async () => {
    const { page } = app
    await add('Timeline', 'timeline', 'event', 'Event', 'It was over.')
    await openTime()
    await tabInto(page, 'Date', 6)
    await type('2026-03-05')
    await closeTime()
    expect(await when('It was over.')).toEqual({ kind: 'date', date: '2026-03-05' })

    await another('Add event', 'Event', 'An alert went off.')
    await openTime()
    await pick(page, 'Date', 'Date and time')
    await tabInto(page, 'Date', 6)
    await type('2026-03-03')
    await press(page, 'Tab')
    await type('14:05')
    await tabInto(page, 'Time zone', 4)
    await press(page, 'Control+a')
    await type('Asia/Tokyo')
    await press(page, 'Enter')
    expect(await violations(page)).toEqual([])
    await closeTime()
    expect(await when('An alert went off.')).toMatchObject({
      kind: 'instant',
      zone: 'Asia/Tokyo',
    })

    await another('Add event', 'Event', 'Keys were rotated.')
    await openTime()
    await pick(page, 'Date', 'From date to date')
    await tabInto(page, 'From', 6)
    await type('2026-03-03')
    await press(page, 'Tab')
    await type('2026-03-04')
    await tabInto(page, 'The end is not certain', 4)
    await press(page, 'Space')
    await closeTime()
    expect(await when('Keys were rotated.')).toMatchObject({ kind: 'span' })

    await another('Add event', 'Event', 'It began.')
    await openTime()
    await tabInto(page, 'Date', 6)
    await type('2026-02')
    await closeTime()
    expect(await when('It began.')).toEqual({ kind: 'date', date: '2026-02' })
    // The order is that of the times, and one undo takes the last of them back.
    const said = (await of('timeline')).map((block) =>
      block.kind === 'event' ? say(block.text.content) : '',
    )
    expect([said[0], said.at(-1)]).toEqual(['It began.', 'It was over.'])
    await press(page, 'Control+z')
    expect(await when('It began.')).toBe(null)
    await press(page, 'Control+y')
    expect(await when('It began.')).toEqual({ kind: 'date', date: '2026-02' })
    expect(await violations(page)).toEqual([])
  })

  it('an action says how far it is, when, by when, whose and under what number, and changes places', async () => {
    const { page } = app
    await add('Action plan', 'actions', 'action', 'Action', 'We rotate keys.')
    await pick(page, 'Status: ', 'Started')
    await settle(page)
    await pick(page, 'Horizon: ', 'Short term')
    await settle(page)
    await tabOn(page, 'Due: ')
    await press(page, 'Enter')
    await dialog(page)
    await tabInto(page, 'Date', 4)
    await type('2026-06')
    await press(page, 'Escape')
    await noDialog(page)
    await settle(page)
    await tabOn(page, 'Internal, never published')
    await press(page, 'Enter')
    await tabInto(page, 'Owner', 4)
    await type('Mara Lind')
    await tabInto(page, 'Ticket', 4)
    await type('SEC-12')
    const [action] = await of('actions')
    expect(action).toMatchObject({
      commitment: 'started',
      horizon: 'short-term',
      due: '2026-06',
      owner: 'Mara Lind',
      ticket: 'SEC-12',
    } satisfies Partial<Action>)
    await another('Add action', 'Action', 'We keep logs.')
    expect(await actions()).toEqual(['We rotate keys.', 'We keep logs.'])
    await press(page, 'Alt+ArrowUp')
    expect(await actions()).toEqual(['We keep logs.', 'We rotate keys.'])
    await press(page, 'Control+z')
    expect(await actions()).toEqual(['We rotate keys.', 'We keep logs.'])
  })

  it('a finding replaces an earlier one and keeps its words', async () => {
    const { page } = app
    await add('Findings', 'findings', 'finding', 'Finding', 'At most 366 were seen.')
    await another('Add finding', 'Finding', 'Two were seen.')
    await tabOn(page, 'Internal, never published')
    await press(page, 'Enter')
    await tabOn(page, 'Choose the earlier finding')
    await press(page, 'Enter')
    await page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] input'))
    await press(page, 'Tab')
    await page.waitForFunction(() => document.activeElement?.closest('[role="listbox"]'))
    await press(page, 'ArrowDown', 'Enter')
    await noDialog(page)
    await settle(page)
    const [earlier, later] = await of('findings')
    expect(later).toMatchObject({ supersedes: earlier!.id, replaces: 'At most 366 were seen.' })
    // The confidence, and what was typed before it, are steps of the one history, and so is what is removed.
    await tabBack(page, 'Confidence: ')
    await press(page, 'Enter')
    await take(page, 'Confirmed')
    expect((await of('findings'))[1]).toMatchObject({ confidence: 'confirmed' })
    await press(page, 'Control+z')
    expect((await of('findings'))[1]).toMatchObject({ confidence: null })
    await tabBack(page, 'Finding')
    await press(page, 'Escape', 'Delete')
    expect(await of('findings')).toHaveLength(1)
    await press(page, 'Control+z')
    expect((await of('findings'))[1]).toMatchObject({ supersedes: earlier!.id })
  })

  it('what is said of the whole is written beside it, and undone like a text', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await press(page, 'F6')
    await press(page, 'End')
    await tabInto(page, 'Organisation', 6)
    await type('Corrimond')
    await tabInto(page, 'Date of the incident', 20)
    await type('2026-03-03')
    const now = async () => (await desk.saved()).metadata
    expect(await now()).toMatchObject({ organisation: 'Corrimond', incidentOn: '2026-03-03' })
    await press(page, 'F6', 'F6')
    await toText(page, 'Summary', 'summary')
    await press(page, 'Control+z')
    expect(await now()).toMatchObject({ organisation: 'Corrimond', incidentOn: null })
    await press(page, 'Control+z')
    expect(await now()).toMatchObject({ organisation: '' })
    await press(page, 'Control+y', 'Control+y')
    expect(await now()).toMatchObject({ organisation: 'Corrimond', incidentOn: '2026-03-03' })
  })

  it('a quote says who was quoted, and blocks are selected, moved and turned together', async () => {
    const { page } = app
    await toText(page, 'Response', 'response')
    await type('> We were told late.')
    await press(page, 'Enter', 'Enter')
    await settle(page)
    await type('Mara Lind')
    await press(page, 'Enter')
    await settle(page)
    await type('One')
    await press(page, 'Enter')
    await type('Two')
    await settle(page)
    expect((await of('response'))[0]).toMatchObject({
      node: {
        type: 'blockquote',
        attribution: { children: [{ type: 'text', value: 'Mara Lind' }] },
      },
    })
    const [quote, one, two] = (await of('response')).map(({ id }) => id)
    await press(page, 'Escape', 'Shift+ArrowUp')
    expect(await violations(page)).toEqual([])
    await press(page, 'Alt+ArrowUp')
    expect((await of('response')).map(({ id }) => id)).toEqual([one, two, quote])
    await press(page, 'Control+z')
    expect((await of('response')).map(({ id }) => id)).toEqual([quote, one, two])
  })
})
