import { afterAll, beforeAll, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, openDesk } from './desk.ts'
import { click, press, tabTo } from './hand.ts'
import { faults } from './layout.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const becomes = (question: string, state: string): Promise<unknown> =>
  app.page.waitForSelector(`[data-question="${question}"][data-state="${state}"]`)

it('a question is pointed to the passage at the caret by keyboard, and undone', async () => {
  const desk = await openDesk(app, { template: 'incident' })
  await desk.toText('summary')
  await app.page.keyboard.type('We knew at nine.')
  await desk.saved()
  await app.page.focus('[role="tab"]')
  await press(app.page, 'ArrowRight')
  await app.page.waitForSelector('[data-question]')
  await app.page.focus('[data-question="known-when"] button')
  await press(app.page, 'Enter')
  await tabTo(app.page, 'Point to the passage at the caret', 5)
  await press(app.page, 'Enter')
  await becomes('known-when', 'answered')
  const written = await desk.saved()
  const block = blocksOf(written, 'summary')[0]!.id
  expect(written.metadata.answers).toEqual([{ kind: 'passage', question: 'known-when', block }])
  await tabTo(app.page, 'Go to the passage', 60)
  await press(app.page, 'Enter')
  await app.page.waitForFunction(() => document.activeElement?.matches('[data-run]') ?? false)
  await press(app.page, 'Control+z')
  await becomes('known-when', 'open')
  expect((await desk.saved()).metadata.answers).toBeUndefined()
})

it('a question may be left unanswered with a reason that no reader sees', async () => {
  const desk = await openDesk(app, { template: 'incident' })
  await click(app.page, 'Readers', '[role="tab"]')
  await app.page.click('[data-question="accountable"] button')
  await click(app.page, 'Leave unanswered')
  await becomes('accountable', 'declined')
  await app.page.focus('[data-question="accountable"] textarea')
  await app.page.keyboard.type('The court asks.')
  const document = await desk.saved()
  expect(document.metadata.answers).toEqual([
    { kind: 'declined', question: 'accountable', reason: 'The court asks.' },
  ])
  const { html } = await app.ask('preview.page', {
    id: desk.id,
    locale: 'en',
    audience: 'internal',
  })
  expect(html).toContain('A key in a log')
  expect(html).not.toContain('The court asks.')
  expect(await violations(app.page)).toEqual([])
  await click(app.page, 'Ask again')
  await becomes('accountable', 'open')
})

it.each(['en', 'nl', 'ja', 'ar'])('the questions in %s read without fault', async (language) => {
  const sample = (await app.ask('library.list', {})).find((summary) => summary.sample)
  await app.ask('settings.set', {
    interfaceLocale: language,
    theme: language === 'nl' ? 'dark' : 'light',
    last: { postmortem: sample!.id, view: 'write' },
  })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[role="tab"]')
  await app.page.click('[role="tab"]:nth-child(2)')
  await app.page.click('[data-question="changing"] button')
  await app.page.waitForSelector('[data-question="changing"] button[aria-expanded="true"]')
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
})
