import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { proseOf } from './clipboard.ts'
import { openDesk, settle, type Desk } from './desk.ts'
import { press, says, tabTo } from './hand.ts'
import { dialog, keyboardOnly, noDialog, pick, tabBack, tabOn, toText } from './keyboard.ts'

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
const told = async (kind: string): Promise<string[]> => proseOf(await desk.saved(), kind)
const texts = (css: string): Promise<string[]> =>
  app.page.$$eval(css, (found) => found.map((element) => element.textContent))

/** Gives the version that stands now a name, from the text. */
async function nameNow(name: string): Promise<void> {
  await press(app.page, 'Control+Shift+s')
  await dialog(app.page)
  await type(name)
  await press(app.page, 'Enter')
  await noDialog(app.page)
}

describe('versions, by keyboard alone', () => {
  it('are named, and two of them are compared as a redline and side by side', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await type('We lost a key.')
    await toText(page, 'Impact', 'impact')
    await type('Nobody was hurt.')
    await desk.saved()
    await nameNow('For the board')
    await toText(page, 'Summary', 'summary')
    await type(' Then another.')
    await desk.saved()
    await nameNow('For the press')
    await toText(page, 'Impact', 'impact')
    await type(' We think.')
    await desk.saved()

    await press(page, 'Alt+4')
    await says(page, 'For the press')
    for (let at = 0; at < 6; at++) {
      await press(page, 'F6')
      await settle(page)
      if (await page.evaluate(() => document.activeElement?.matches('nav [role="option"]'))) break
    }
    await press(page, 'Home')
    for (let at = 0; at < 10; at++) {
      const here = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (here.startsWith('For the board')) break
      await press(page, 'ArrowDown')
    }
    await press(page, 'Space')
    await page.waitForFunction(
      () => document.querySelector('main h2')?.textContent === 'For the board',
    )
    // With what stands now: both texts differ.
    await page.waitForFunction(() => document.querySelectorAll('[data-part="block"]').length === 2)
    expect(await texts('[data-part="block"] ins')).toEqual([' Then another.', ' We think.'])
    expect(await violations(page)).toEqual([])
    // With the version between: one does.
    await pick(page, 'Now', 'For the press')
    await page.waitForFunction(() => document.querySelectorAll('[data-part="block"]').length === 1)
    expect(await texts('[data-part="block"] ins')).toEqual([' Then another.'])
    await tabOn(page, 'Redline')
    await press(page, 'ArrowRight', 'Space')
    await page.waitForSelector('[data-part="block"] p:nth-of-type(2)')
    expect(await texts('[data-part="block"] p')).toEqual([
      'We lost a key.',
      'We lost a key. Then another.',
    ])
    expect(await violations(page)).toEqual([])
    await press(page, 'ArrowLeft', 'Space')
    await page.waitForSelector('[data-part="block"] ins')
  })

  it('give one block back, and then all of it, and either is undone', async () => {
    const { page } = app
    await tabOn(page, 'Restore: ')
    await press(page, 'Enter')
    await says(page, 'Restored: ')
    expect([await told('summary'), await told('impact')]).toEqual([
      ['We lost a key.'],
      ['Nobody was hurt. We think.'],
    ])
    await press(page, 'Control+z')
    expect(await told('summary')).toEqual(['We lost a key. Then another.'])
    await tabBack(page, 'Restore this version', 60)
    await press(page, 'Enter')
    await says(page, 'Restored: For the board')
    expect([await told('summary'), await told('impact')]).toEqual([
      ['We lost a key.'],
      ['Nobody was hurt.'],
    ])
    await press(page, 'Control+z')
    expect([await told('summary'), await told('impact')]).toEqual([
      ['We lost a key. Then another.'],
      ['Nobody was hurt. We think.'],
    ])
    await press(page, 'Alt+1')
    await page.waitForSelector('[data-run]')
  })
})

describe('beginnings and questions, by keyboard alone', () => {
  it('a question of readers is left open on purpose, with the reason', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await press(page, 'F6')
    await tabOn(page, 'Problems', 0)
    await press(page, 'ArrowRight', 'Tab', 'Tab')
    await page.waitForFunction(() => document.activeElement?.closest('[data-question]') !== null)
    await tabOn(page, 'Who is accountable?')
    await press(page, 'Enter')
    await tabTo(page, 'Leave unanswered', 6)
    await press(page, 'Enter')
    await page.waitForSelector('[data-question="accountable"][data-state="declined"]')
    await settle(page)
    for (let at = 0; at < 4; at++) {
      if (await page.evaluate(() => document.activeElement?.matches('textarea'))) break
      await press(page, at < 2 ? 'Shift+Tab' : 'Tab')
    }
    await type('The court asks.')
    expect((await desk.saved()).metadata.answers).toEqual([
      { kind: 'declined', question: 'accountable', reason: 'The court asks.' },
    ])
    await tabTo(page, 'Ask again', 6)
    await press(page, 'Enter')
    await page.waitForSelector('[data-question="accountable"][data-state="open"]')
  })

  it('a postmortem begins with another template, and one with a template of one’s own', async () => {
    const { page } = app
    const kinds = async (title: string): Promise<string[]> => {
      await page.waitForFunction(
        (wanted) => document.querySelector('h1')?.textContent === wanted,
        {},
        title,
      )
      const all = await app.ask('library.list', {})
      const { id } = all.find(({ titleText }) => titleText === title)!
      const { document: made } = await app.ask('postmortem.open', { id })
      return [made.metadata.template ?? '', ...made.sections.map(({ kind }) => kind)]
    }
    const create = async (title: string, template: string): Promise<void> => {
      await press(page, 'Control+n')
      await dialog(page)
      await type(title)
      for (let at = 0; at < 6; at++) {
        if (await page.evaluate(() => document.activeElement?.matches('[type="radio"]'))) break
        await press(page, 'Tab')
      }
      for (let at = 0; at < 10; at++) {
        const here = await page.evaluate(() =>
          document.activeElement instanceof HTMLInputElement
            ? document.activeElement.labels?.[0]?.textContent.trim()
            : '',
        )
        if (here === template) break
        await press(page, 'ArrowDown')
      }
      expect(await violations(page)).toEqual([])
      await tabTo(page, 'Create')
      await press(page, 'Enter')
      await noDialog(page)
    }
    await create('Two hours without mail', 'Outage')
    const outage = await kinds('Two hours without mail')
    expect(outage[0]).toBe('outage')
    expect(outage.length).toBeGreaterThan(4)
    await page.waitForSelector('[data-run]')
    await toText(page, 'Summary', 'summary')
    await press(page, 'F6')
    await press(page, 'End')
    await tabTo(page, 'Save as template…')
    await press(page, 'Enter')
    await dialog(page)
    await press(page, 'Control+a')
    await type('Our outage')
    await press(page, 'Enter')
    await says(page, 'Template “Our outage” saved')
    await noDialog(page)
    await create('Another one', 'Our outage')
    expect((await kinds('Another one')).slice(1)).toEqual(outage.slice(1))
  })
})
