import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { png } from '../fixtures/images.ts'
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
  tabOn,
  take,
  toText,
} from './keyboard.ts'

let app: TestApp
let desk: Desk
const folder = mkdtempSync(join(tmpdir(), 'afterword-keys-'))

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  desk = await openDesk(app)
  keyboardOnly(app.page)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const of = async (kind: string) => blocksOf(await desk.saved(), kind)

/** Adds an entry by its name in the palette, and writes its first text. */
async function add(section: string, kind: string, entry: string, label: string, text: string) {
  await toText(app.page, section, kind)
  await choose(app.page, `add entry ${entry}`)
  await inField(app.page, label)
  await type(text)
  await settle(app.page)
}

describe('entries, by keyboard alone', () => {
  it('a finding has its outcome, its confidence and evidence', async () => {
    const { page } = app
    await add('Findings', 'findings', 'finding', 'Finding', 'The key was read.')
    await pick(page, 'Outcome: ', 'Happened')
    await settle(page)
    await pick(page, 'Confidence: ', 'Confirmed')
    await tabOn(page, 'Internal, never published')
    await press(page, 'Enter', 'Tab')
    await type('Log 12')
    expect(await of('findings')).toMatchObject([
      { kind: 'finding', outcome: 'happened', confidence: 'confirmed', evidence: 'Log 12' },
    ])
    expect(await violations(page)).toEqual([])
  })

  it('an event has its time', async () => {
    const { page } = app
    await add('Timeline', 'timeline', 'event', 'Event', 'An alert went off.')
    await page.keyboard.down('Shift')
    for (let at = 0; at < 10; at++) {
      if (await page.evaluate(() => document.activeElement?.textContent === 'State the time')) break
      await press(page, 'Tab')
    }
    await page.keyboard.up('Shift')
    await press(page, 'Enter')
    await dialog(page)
    await press(page, 'Tab', 'Tab')
    await type('2026-03-03')
    await press(page, 'Escape')
    await noDialog(page)
    expect(await of('timeline')).toMatchObject([{ when: { kind: 'date', date: '2026-03-03' } }])
    expect(await violations(page)).toEqual([])
  })

  it('a lesson leads to a finding', async () => {
    const { page } = app
    await add('Lessons', 'lessons', 'lesson', 'Lesson', 'Look at logs.')
    await tabOn(page, 'Link finding or action')
    await press(page, 'Enter')
    await dialog(page)
    await press(page, 'Tab')
    await page.waitForFunction(() => document.activeElement?.closest('[role="listbox"]') !== null)
    await press(page, 'ArrowDown', 'Space', 'Escape')
    await noDialog(page)
    const [finding] = await of('findings')
    expect(await of('lessons')).toMatchObject([{ links: [finding!.id] }])
  })

  it('an action has its workstream, status, owner and readers', async () => {
    const { page } = app
    await add('Action plan', 'actions', 'action', 'Action', 'We rotate keys.')
    await pick(page, 'Workstream: ', 'New workstream…')
    await page.waitForFunction(() => document.activeElement?.matches('input'))
    await type('Keys')
    await press(page, 'Enter')
    await page.waitForSelector('[data-workstream]')
    const [action] = await of('actions')
    const stored = await desk.saved()
    expect(stored.workstreams.map(({ name }) => say(name.content))).toEqual(['Keys'])
    expect(action).toMatchObject({ workstream: stored.workstreams[0]!.id })
  })

  it('a measure says what was possible and what was confirmed', async () => {
    const { page } = app
    await add('Impact', 'impact', 'measure', 'What was affected', 'Tenants')
    for (const [label, value] of [
      ['Potential: ', '200'],
      ['Confirmed: ', '50'],
    ] as const) {
      await tabOn(page, label)
      await press(page, 'Enter')
      await dialog(page)
      // Where there are facts, one chooses among them or makes another.
      if (label === 'Confirmed: ') {
        await tabOn(page, 'New fact')
        await press(page, 'Enter')
        await settle(page)
      }
      await type(value)
      await press(page, 'Enter')
      await noDialog(page)
      await settle(page)
    }
    const [measure] = await of('impact')
    const facts = (await desk.saved()).facts.map(({ id }) => id)
    expect(measure).toMatchObject({ potential: facts[0]!, confirmed: facts[1]! })
    expect((await desk.saved()).facts.map(({ status }) => status)).toEqual([
      'potential',
      'confirmed',
    ])
    expect(await violations(page)).toEqual([])
  })

  it('a question has its answer, and is for one circle of readers', async () => {
    const { page } = app
    await add('Questions', 'questions', 'question', 'Question', 'Was I affected?')
    await press(page, 'Tab')
    await inField(page, 'Answer')
    await type('We wrote to you if so.')
    await choose(page, 'who may see this customers')
    expect(await of('questions')).toMatchObject([
      { kind: 'question', audience: 'customer', answer: { content: [{}] } },
    ])
    expect(await violations(page)).toEqual([])
  })

  it('a figure comes by the menu of the slash, with a caption and a description', async () => {
    const { page } = app
    const file = join(folder, 'shot.png')
    writeFileSync(file, png(320, 200))
    await toText(page, 'Summary', 'summary')
    await type('/image')
    await page.waitForSelector('[role="listbox"] [role="option"]')
    const waiting = page.waitForFileChooser({ timeout: 10_000 })
    await settle(page)
    const [chooser] = await Promise.all([waiting, press(page, 'Enter')])
    await chooser.accept([file])
    await inField(page, 'Caption')
    await type('The log')
    await press(page, 'Tab')
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-editable'))
    await type('A line of a log with a key in it')
    expect(await of('summary')).toMatchObject([
      { kind: 'figure', caption: { content: [{ value: 'The log' }] } },
    ])
    expect(JSON.stringify(await of('summary'))).toContain('A line of a log')
    await tabOn(page, 'Decoration')
    await press(page, ' ')
    expect(await of('summary')).toMatchObject([{ kind: 'figure', decorative: true }])
    await press(page, 'Control+z')
    expect(JSON.stringify(await of('summary'))).toContain('A line of a log')
    expect(await violations(page)).toEqual([])
  })

  it('a part of a finding is marked for those inside, then for customers, and for everybody again', async () => {
    const { page } = app
    await add('Outlook', 'outlook', 'finding', 'Finding', 'Seen by Bob')
    const statement = async () =>
      (await of('outlook'))
        .flatMap((block) => (block.kind === 'finding' ? [block.statement.content] : []))
        .at(-1)
    const marked = (audience: string) => [
      { type: 'text', value: 'Seen by ' },
      { type: 'passage', audience, children: [{ type: 'text', value: 'Bob' }] },
    ]
    await press(page, 'Control+Shift+ArrowLeft')
    await settle(page)
    await press(page, 'Control+Shift+i')
    expect(await statement()).toEqual(marked('internal'))
    await settle(page)
    // The tools beside the words have the other readers.
    await press(page, 'Alt+F10')
    await page.waitForFunction(() => document.activeElement?.closest('[data-text-tools]'))
    for (let at = 0; at < 20; at++) {
      const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
      if (label === 'Who may read the selected text') break
      await press(page, 'ArrowRight')
    }
    await press(page, 'Enter')
    await take(page, 'Customers only')
    expect(await statement()).toEqual(marked('customer'))
    await settle(page)
    await press(page, 'Control+z', 'Control+z')
    expect(await statement()).toEqual([{ type: 'text', value: 'Seen by Bob' }])
  })
})
