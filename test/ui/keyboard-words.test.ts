import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { proseOf } from './clipboard.ts'
import { openDesk, settle, type Desk } from './desk.ts'
import { press, says, tabTo } from './hand.ts'
import { choose, keyboardOnly, noDialog, tabInto, take, toText } from './keyboard.ts'

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
const inPanel = (): Promise<unknown> =>
  app.page.waitForFunction(() => document.activeElement?.closest('search') !== null)

/** Waits until these words are marked as unknown, and no others. */
const marks = (...words: string[]): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      [...(CSS.highlights.get('spelling') ?? [])]
        .map((range) => (range as Range).toString())
        .join() === wanted,
    { timeout: 60_000 },
    words.join(),
  )

describe('words, by keyboard alone', () => {
  it('are counted as they grow', async () => {
    const { page } = app
    await says(page, '1 min to read')
    const before = await page.$eval('[aria-label="Length and readability"]', (group) =>
      Number(/^([\d,]+) words/.exec(group.textContent)?.[1]),
    )
    await toText(page, 'Lessons', 'lessons')
    await type('Look at logs. ')
    await says(page, `${before + 3} words`)
  })

  it('are set as the language does, and one undo gives back what was typed', async () => {
    const { page } = app
    await toText(page, 'Summary', 'summary')
    await type('It wasn\'t "our" key -- yet. ')
    expect(await told('summary')).toEqual(['It wasn’t “our” key – yet. '])
    await type('A "')
    await says(page, 'A “')
    await press(page, 'Control+z')
    await says(page, 'A "')
    expect(await told('summary')).toEqual(['It wasn’t “our” key – yet. A "'])
    for (let at = 0; at < 3; at++) await press(page, 'Backspace')
    expect(await told('summary')).toEqual(['It wasn’t “our” key – yet. '])
  })

  it('are found in all languages, looked at, left out, and replaced as one step', async () => {
    const { page } = app
    await toText(page, 'Impact', 'impact')
    await type('The old key and the OLD KEY.')
    await choose(page, 'add a language')
    await page.waitForSelector('[role="dialog"] input')
    await type('Dutch')
    await press(page, 'Enter', 'Enter')
    await page.waitForSelector('[data-unit-row]')
    await noDialog(page)
    // The text that was written last is the last to be translated.
    for (let at = 0; at < 6; at++) {
      if (await page.evaluate(() => document.activeElement?.closest('[data-unit-row]') !== null))
        break
      await press(page, 'F6')
    }
    for (let at = 0; at < 12; at++) {
      const here = await page.evaluate(
        () => document.activeElement?.closest('[data-unit-row]')?.textContent ?? '',
      )
      if (here.includes('The old key')) break
      await press(page, 'Alt+ArrowDown')
      await settle(page)
    }
    await type('De old key.')
    await press(page, 'Control+Enter')
    const translated = async (): Promise<string[]> => {
      await desk.saved()
      const { translations } = await app.ask('postmortem.open', { id: desk.id })
      return translations.map(({ content }) => plainText(content))
    }
    expect(await translated()).toEqual(['De old key.'])
    await press(page, 'Alt+1')
    await page.waitForSelector('[data-run]')

    await press(page, 'Control+h')
    await inPanel()
    await type('old key')
    await says(page, '3 found')
    expect(await page.$$eval('search mark', (all) => all.map((one) => one.textContent))).toEqual([
      'old key',
      'OLD KEY',
      'old key',
    ])
    expect(await violations(page)).toEqual([])
    // Enter goes to a place and comes back to the panel by the same key.
    await press(page, 'Enter')
    await page.waitForFunction(() => document.activeElement?.matches('[data-run]'))
    await press(page, 'Control+h')
    await inPanel()
    await tabInto(page, 'Replace with')
    await type('token')
    await tabTo(page, 'Replace here: The old key and the OLD KEY.')
    await press(page, 'Tab', 'Tab', 'Space')
    await says(page, 'Replace 2')
    await page.keyboard.down('Shift')
    await tabTo(page, 'Replace 2')
    await page.keyboard.up('Shift')
    await press(page, 'Enter')
    await says(page, '2 replaced')
    expect(await told('impact')).toEqual(['The token and the OLD KEY.'])
    expect(await translated()).toEqual(['De token.'])
    await press(page, 'Escape')
    await page.waitForFunction(() => document.querySelector('search') === null)
    await toText(page, 'Impact', 'impact')
    await press(page, 'Control+z')
    await says(page, 'The old key and')
    expect(await told('impact')).toEqual(['The old key and the OLD KEY.'])
    expect(await translated()).toEqual(['De old key.'])
  })

  it('that are not known are gone to with F7, mended, or kept as one’s own and given up again', async () => {
    const { page } = app
    await toText(page, 'Response', 'response')
    await type('It was seperate. Aldervane answered. ')
    await marks('seperate', 'Aldervane')
    await press(page, 'Control+Home', 'F7')
    await take(page, 'separate')
    await marks('Aldervane')
    expect(await told('response')).toEqual(['It was separate. Aldervane answered. '])
    await settle(page)
    await press(page, 'F7')
    await take(page, 'Add “Aldervane” to my words')
    await says(page, '“Aldervane” is one of your words now')
    await marks()
    expect((await app.ask('settings.get', {})).words).toEqual(['Aldervane'])
    await press(page, 'F7')
    await says(page, 'No unknown words')
    await press(page, 'Control+,')
    await page.waitForSelector('[role="dialog"] textarea')
    for (let at = 0; at < 12; at++) {
      if (await page.evaluate(() => document.activeElement?.matches('textarea'))) break
      await press(page, 'Tab')
    }
    // The first Escape is the tooltip's of the button that Tab leads to.
    await press(page, 'Control+a', 'Delete', 'Tab')
    await settle(page)
    await press(page, 'Escape', 'Escape')
    await noDialog(page)
    await marks('Aldervane')
    expect((await app.ask('settings.get', {})).words).toEqual([])
  })

  it('are copied, cut and pasted, with their structure or as plain text', async () => {
    const { page } = app
    await toText(page, 'Questions', 'questions')
    await type('A **true** word')
    await settle(page)
    await press(page, 'Shift+Home')
    await settle(page)
    await press(page, 'Control+c')
    await settle(page)
    await press(page, 'End')
    await settle(page)
    await press(page, 'Enter')
    await settle(page)
    await press(page, 'Control+v')
    await settle(page)
    await press(page, 'Enter')
    await settle(page)
    await press(page, 'Control+Shift+v')
    await settle(page)
    const line = 'A <strong>true</strong> word'
    expect(await told('questions')).toEqual([line, line, 'A true word'])
    await press(page, 'Shift+Home')
    await settle(page)
    await press(page, 'Control+x')
    await settle(page)
    expect((await told('questions')).slice(0, 2)).toEqual([line, line])
    await press(page, 'ArrowUp', 'Home')
    await settle(page)
    await press(page, 'Control+v')
    await settle(page)
    expect((await told('questions'))[1]).toBe(`A true word${line}`)
  })

  it('are made bold, turned and linked by the tools beside them, and the link is changed and taken off', async () => {
    const { page } = app
    await toText(page, 'Outlook', 'outlook')
    await type('See page')
    await settle(page)
    await press(page, 'Control+Shift+ArrowLeft')
    await settle(page)
    const tool = async (name: string): Promise<void> => {
      await press(page, 'Alt+F10')
      await page.waitForFunction(() => document.activeElement?.closest('[data-text-tools]'))
      for (let at = 0; at < 20; at++) {
        const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
        if (label === name) break
        await press(page, 'ArrowRight')
      }
      await press(page, 'Enter')
      await settle(page)
    }
    await tool('Bold')
    expect(await told('outlook')).toEqual(['See <strong>page</strong>'])
    await tool('Quote')
    expect(await told('outlook')).toEqual(['> See <strong>page</strong>'])
    await press(page, 'Control+k')
    await page.waitForSelector('[role="dialog"] input')
    await type('example.org/a')
    await press(page, 'Enter')
    await page.waitForSelector('[data-kind="outlook"] [data-run] a')
    expect((await told('outlook'))[0]).toContain('(https://example.org/a)')
    await settle(page)
    await press(page, 'Control+k')
    await page.waitForSelector('[role="dialog"] input')
    await press(page, 'Control+a')
    await type('example.org/b')
    await press(page, 'Enter')
    expect((await told('outlook'))[0]).toContain('(https://example.org/b)')
    await settle(page)
    await press(page, 'Control+k')
    await page.waitForSelector('[role="dialog"] input')
    await tabTo(page, 'Remove link', 6)
    await press(page, 'Enter')
    expect((await told('outlook'))[0]).not.toContain('example.org')
    await press(page, 'Control+z')
    expect((await told('outlook'))[0]).toContain('(https://example.org/b)')
  })
})
