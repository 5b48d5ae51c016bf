import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankEntry, unitText } from '../../model/document/blank.ts'
import type { Action, Entry } from '../../model/document/block.ts'
import type { Change } from '../../model/document/change.ts'
import type { Fact } from '../../model/document/fact.ts'
import type { SectionKind } from '../../model/document/section.ts'
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

/** Puts entries into the sections of their kinds, and opens the postmortem anew. */
async function withEntries(
  desk: Desk,
  entries: readonly (readonly [SectionKind, Entry])[],
  facts: readonly Fact[] = [],
): Promise<void> {
  const { document, revision } = await app.ask('postmortem.open', { id: desk.id })
  const home = (kind: SectionKind): string =>
    document.sections.find((section) => section.kind === kind)!.id
  await app.ask('postmortem.save', {
    id: desk.id,
    base: revision,
    changes: [
      ...facts.map((fact): Change => ({ type: 'fact.put', fact })),
      ...entries.map(([kind, block]): Change => ({
        type: 'block.put',
        section: home(kind),
        block,
      })),
    ],
  })
  await desk.reload()
}

const finding = (text: string, order: string): Entry => ({
  ...blankEntry('finding', order),
  statement: unitText(text),
})
const lesson = (text: string, order: string): Entry => ({
  ...blankEntry('lesson', order),
  text: unitText(text),
})

/** Puts the caret into the entry that says this. */
const into = (text: string): Promise<void> =>
  app.page.evaluate((wanted) => {
    const fields = [...document.querySelectorAll<HTMLElement>('[data-block] [data-editable]')]
    fields.find(({ textContent }) => textContent === wanted)!.focus()
  }, text)
const caretIn = (text: string): Promise<unknown> =>
  app.page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, {}, text)

describe('a lesson', () => {
  it('links to findings and actions with the keyboard, and they say which lesson they led to', async () => {
    const desk = await openDesk(app)
    await withEntries(desk, [
      ['findings', finding('The key was in a log.', 'a0')],
      ['findings', finding('Nobody looked.', 'a1')],
      ['lessons', lesson('Look at logs.', 'a0')],
    ])
    await into('Look at logs.')
    await tabTo(app.page, 'Link finding or action')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] input'))
    await type('key')
    await app.page.waitForFunction(
      () => document.querySelectorAll('[role="dialog"] [role="option"]').length === 1,
    )
    // Beside every popover stands react-aria's own hidden button that closes it: no landmark, and none is asked for.
    const found = await violations(app.page)
    expect(found.filter((one) => !one.startsWith('region '))).toEqual([])
    await press(app.page, 'Tab')
    await app.page.waitForFunction(() => document.activeElement?.closest('[role="listbox"]'))
    await press(app.page, 'ArrowDown', 'Space', 'Escape')
    await named(app.page, 'button', 'FindingThe key was in a log.')
    const links = async () =>
      blocksOf(await desk.saved(), 'lessons').map((block) => block.kind === 'lesson' && block.links)
    const target = blocksOf(await desk.saved(), 'findings')[0]!.id
    expect(await links()).toEqual([[target]])
    // There and back by the chips.
    await into('Look at logs.')
    await tabTo(app.page, 'FindingThe key was in a log.')
    await press(app.page, 'Enter')
    await caretIn('The key was in a log.')
    await tabTo(app.page, 'LessonLook at logs.')
    await press(app.page, 'Enter')
    await caretIn('Look at logs.')
    expect(await violations(app.page)).toEqual([])
    expect(await faults(app.page)).toEqual([])
    // A finding that goes leaves a link that says so; undone, it leads there again.
    await into('The key was in a log.')
    await click(app.page, 'More for this Finding', 'button')
    await click(app.page, 'Remove', '[role="menuitem"]')
    await named(app.page, '[data-kind="lesson"] span', 'This entry was removed')
    await app.page.focus('[data-kind="lesson"] [data-editable]')
    await press(app.page, 'Control+z')
    await named(app.page, 'button', 'FindingThe key was in a log.')
    expect(await links()).toEqual([[target]])
    await into('Look at logs.')
    await tabTo(app.page, 'Remove the link to Finding The key was in a log.')
    await press(app.page, 'Enter')
    expect(await links()).toEqual([[]])
  })
})

describe('a finding', () => {
  it('names the earlier one that it replaces and keeps its words', async () => {
    const desk = await openDesk(app)
    await withEntries(desk, [
      ['findings', finding('At most 366 tenants were seen.', 'a0')],
      ['findings', finding('Two tenants were seen.', 'a1')],
    ])
    await into('Two tenants were seen.')
    await tabTo(app.page, 'Internal, never published')
    await press(app.page, 'Enter')
    await tabTo(app.page, 'Choose the earlier finding')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] input'))
    await press(app.page, 'Tab')
    await app.page.waitForFunction(() => document.activeElement?.closest('[role="listbox"]'))
    await press(app.page, 'ArrowDown', 'Enter')
    await named(app.page, 'button', 'Replaced byTwo tenants were seen.')
    const [earlier, later] = blocksOf(await desk.saved(), 'findings')
    expect(later).toMatchObject({
      supersedes: earlier!.id,
      replaces: 'At most 366 tenants were seen.',
    })
    expect(await violations(app.page)).toEqual([])
  })
})

describe('actions', () => {
  const groups = async (desk: Desk): Promise<string[]> => {
    const document = await desk.saved()
    const name = (id: string | null): string => {
      const found = document.workstreams.find((one) => one.id === id)
      return found ? say(found.name.content) : '–'
    }
    return blocksOf(document, 'actions')
      .filter((block): block is Action => block.kind === 'action')
      .map(({ text, workstream }) => `${name(workstream)}: ${say(text.content)}`)
  }

  it('stand in groups by workstream: made, named, filled, ordered and removed with the keyboard', async () => {
    const desk = await openDesk(app)
    await desk.toText('actions')
    for (const [name, action] of [
      ['Logs', 'Keep them a year'],
      ['Keys', 'Rotate them'],
    ] as const) {
      await tabTo(app.page, 'Add workstream')
      await press(app.page, 'Enter')
      await app.page.waitForFunction(
        () =>
          document.activeElement?.getAttribute('aria-label') === 'Name of the workstream' &&
          document.activeElement.textContent === '',
      )
      await type(name)
      await press(app.page, 'Enter')
      await app.page.waitForFunction(
        () => document.activeElement?.getAttribute('aria-label') === 'Action',
      )
      await type(action)
    }
    await tabTo(app.page, 'Add action')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(
      () =>
        document.activeElement?.getAttribute('aria-label') === 'Action' &&
        document.activeElement.textContent === '',
    )
    await type('Find them')
    expect(await groups(desk)).toEqual([
      'Logs: Keep them a year',
      'Keys: Rotate them',
      'Keys: Find them',
    ])
    expect(await violations(app.page)).toEqual([])
    expect(await faults(app.page)).toEqual([])
    // Up within the group, then over its edge into the group before.
    await press(app.page, 'Alt+ArrowUp')
    expect(await groups(desk)).toEqual([
      'Logs: Keep them a year',
      'Keys: Find them',
      'Keys: Rotate them',
    ])
    await press(app.page, 'Alt+ArrowUp')
    expect(await groups(desk)).toEqual([
      'Logs: Keep them a year',
      'Logs: Find them',
      'Keys: Rotate them',
    ])
    expect(await focused(app.page)).toBe('Action')
    // A group goes past another as a whole.
    await click(app.page, 'More for Keys', 'button')
    await click(app.page, 'Move up', '[role="menuitem"]')
    expect(await groups(desk)).toEqual([
      'Keys: Rotate them',
      'Logs: Keep them a year',
      'Logs: Find them',
    ])
    await click(app.page, 'More for Logs', 'button')
    await click(app.page, 'Remove workstream, keep its actions', '[role="menuitem"]')
    expect(await groups(desk)).toEqual(['Keys: Rotate them', '–: Keep them a year', '–: Find them'])
    await named(app.page, '[data-workstream=""] span', 'Without a workstream')
    await into('Rotate them')
    await press(app.page, 'Control+z')
    expect(await groups(desk)).toEqual([
      'Keys: Rotate them',
      'Logs: Keep them a year',
      'Logs: Find them',
    ])
    // An action that is given another workstream goes to the end of its group.
    await into('Keep them a year')
    await click(app.page, 'Workstream: Logs', '[data-kind="action"] button')
    await click(app.page, 'Keys', '[role="menuitemradio"]')
    expect(await groups(desk)).toEqual([
      'Keys: Rotate them',
      'Keys: Keep them a year',
      'Logs: Find them',
    ])
  })

  it('are dropped into the group under whose heading they are dropped', async () => {
    const desk = await openDesk(app)
    await desk.toText('actions')
    for (const name of ['One', 'Two']) {
      await click(app.page, 'Add workstream')
      await app.page.waitForFunction(
        () =>
          document.activeElement?.getAttribute('aria-label') === 'Name of the workstream' &&
          document.activeElement.textContent === '',
      )
      await type(name)
      await press(app.page, 'Enter')
      await app.page.waitForFunction(
        () => document.activeElement?.getAttribute('aria-label') === 'Action',
      )
      await type(`Of ${name}`)
    }
    await desk.saved()
    const [x, y, under] = await app.page.evaluate(() => {
      const card = document.querySelector('[data-block][data-kind="action"]')!
      card.scrollIntoView({ block: 'center' })
      const box = card.getBoundingClientRect()
      const heading = document.querySelectorAll('[data-workstream]')[1]!
      return [box.left + 30, box.top + 12, heading.getBoundingClientRect().bottom - 2] as const
    })
    const { mouse } = app.page
    await mouse.move(x, y)
    await app.page.waitForFunction(
      (top) => {
        const grip = document.querySelector('[data-blocks] button')
        const box = grip?.getBoundingClientRect()
        return grip?.checkVisibility() === true && Math.abs(box!.top - top) < 24
      },
      {},
      y,
    )
    const grip = (await (await app.page.$('[data-blocks] button'))!.boundingBox())!
    await mouse.move(grip.x + 12, grip.y + 14)
    await mouse.down()
    await mouse.move(x, (y + under) / 2, { steps: 4 })
    await mouse.move(x, under, { steps: 4 })
    await mouse.up()
    await app.page.waitForFunction(
      () => document.querySelectorAll('[data-workstream]').length === 1,
    )
    expect(await groups(desk)).toEqual(['Two: Of One', 'Two: Of Two'])
  })
})

describe('a measure', () => {
  const fact = (id: string, value: string, status: 'potential' | 'confirmed'): Fact => ({
    id,
    name: id,
    value: { kind: 'number', value, unit: null, currency: null },
    bound: 'exactly',
    status,
    audience: 'public',
    evidence: '',
    replaces: null,
  })

  it('shows what was confirmed beside what was possible, and warns where it is more', async () => {
    const desk = await openDesk(app)
    const measure = (text: string, order: string, potential: string, confirmed: string): Entry => ({
      ...blankEntry('measure', order),
      label: unitText(text),
      potential,
      confirmed,
    })
    await withEntries(
      desk,
      [
        ['impact', measure('Tenants', 'a0', 'many', 'few')],
        ['impact', measure('Keys', 'a1', 'few', 'many')],
      ],
      [fact('many', '200', 'potential'), fact('few', '50', 'confirmed')],
    )
    await app.page.focus('[data-section][data-kind="impact"] [data-editable]')
    await app.page.waitForSelector(
      '[role="img"][aria-label="The confirmed value is 25% of the potential one"]',
    )
    await named(app.page, 'p', 'More was confirmed than was thought possible')
    await named(
      app.page,
      'span',
      'Impact“Keys”: more is confirmed than was possible. Correct one of the two values.',
    )
    expect(await violations(app.page)).toEqual([])
    expect(await faults(app.page)).toEqual([])
  })
})
