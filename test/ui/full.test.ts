import { afterAll, beforeAll, expect, it } from 'vitest'
import { blankSection } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { MOST } from '../../model/document/limits.ts'
import { ordersBetween } from '../../model/document/order.ts'
import { startApp, type TestApp } from './app.ts'
import { openDesk, type Desk } from './desk.ts'
import { click, press, says } from './hand.ts'

let app: TestApp
let desk: Desk

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  desk = await openDesk(app, { template: 'blank' })
})
afterAll(() => app.close())

const sections = async (): Promise<number> =>
  (await app.ask('postmortem.open', { id: desk.id })).document.sections.length

it('a section too many is refused where it is added, with a word, and what is written after it is saved', async () => {
  const { page } = app
  const { document, revision } = await app.ask('postmortem.open', { id: desk.id })
  const more = ordersBetween(
    document.sections.at(-1)?.order ?? null,
    null,
    MOST.sections - document.sections.length,
  ).map((order): Change => ({ type: 'section.put', section: blankSection('prose', order) }))
  await app.ask('postmortem.save', { id: desk.id, base: revision, changes: more })
  await desk.reload()
  expect(await sections()).toBe(MOST.sections)
  await click(page, 'Add section', 'nav button')
  await click(page, 'Response', '[role^="menuitem"]')
  await says(page, `A postmortem can have ${MOST.sections.toLocaleString('en')} sections`)
  await page.focus('[data-section] [data-editable]')
  await press(page, 'Control+End')
  await page.keyboard.type('Still saved')
  const saved = JSON.stringify(await desk.saved())
  expect(saved).toContain('Still saved')
  expect(await sections()).toBe(MOST.sections)
})

it('an author too many is refused with a word and stays in its field, until there are fewer', async () => {
  const { page } = app
  const names = (count: number): string =>
    Array.from({ length: count }, (_, at) => `Author ${at}`).join('\n')
  await click(page, 'Details', '[role="tab"]')
  await page.waitForSelector('aside textarea')
  await page.focus('aside textarea')
  await page.keyboard.sendCharacter(names(MOST.authors + 1))
  await says(page, `A postmortem can have ${MOST.authors} authors`)
  await press(page, 'Tab')
  expect(await page.$eval('aside textarea', ({ value }) => value)).toBe(names(MOST.authors + 1))
  await page.focus('aside textarea')
  await press(page, 'Control+a')
  await page.keyboard.sendCharacter(names(MOST.authors))
  expect((await desk.saved()).metadata.authors).toHaveLength(MOST.authors)
})
