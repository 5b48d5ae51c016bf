import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { click, press } from './hand.ts'
import { goOn, testStates, type State } from './states.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

const SENTENCES = ['We found 1,234 accounts.', 'Nobody read it.', 'We withdrew the key on Monday.']

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, SENTENCES, 'A key in a log')
  await addLanguage(app.page, 'nl')
  await app.page.waitForFunction(
    (wanted) => document.querySelectorAll('[data-unit-row]').length === wanted,
    { timeout: 60_000 },
    SENTENCES.length + 2,
  )
})
afterAll(() => app.close())

/** The rows of the sentences stand behind the title and the heading. */
const ROW = 2

async function stored() {
  await app.page.waitForSelector('[data-save="saved"]')
  return app.ask('postmortem.open', { id })
}

async function translation(row: number) {
  const unit = await app.page.$$eval(
    '[data-unit-row]',
    (rows, at) => (rows[at] as HTMLElement).dataset['unitRow']!,
    row,
  )
  return (await stored()).translations.find((one) => one.unit === unit)
}

async function into(row: number): Promise<void> {
  await app.page.evaluate((at) => {
    const found = document.querySelectorAll('[data-unit-row]')[at]!
    found.querySelector<HTMLElement>('[role="textbox"]')!.focus()
  }, row)
}

/** Writes a translation over what stands in a row. */
async function write(row: number, text: string): Promise<void> {
  await into(row)
  await press(app.page, 'Control+a')
  await app.page.keyboard.type(text)
}

/** The rules that the text in hand is said to break, once they are these. */
async function wrong(...rules: readonly string[]): Promise<void> {
  await app.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[data-problems] [data-rule]')]
        .map((one) => (one as HTMLElement).dataset['rule'])
        .join() === wanted,
    { timeout: 60_000 },
    rules.join(),
  )
}

const marked = (name: string): Promise<string[]> =>
  app.page.evaluate(
    (of) => [...(CSS.highlights.get(of) ?? [])].map((range) => (range as Range).toString()),
    name,
  )

/** In which row the caret is. */
const here = (): Promise<number> =>
  app.page.evaluate(() =>
    [...document.querySelectorAll('[data-unit-row]')].findIndex((row) =>
      row.contains(document.activeElement),
    ),
  )

describe('a text with something wrong', () => {
  it('says so under it while one writes, and marks the places in both texts', async () => {
    await write(ROW, 'Wij vonden 1.243  accounts.')
    await wrong('number-changed', 'space-double')
    await app.page.waitForFunction(() => CSS.highlights.get('problem')?.size === 2)
    expect((await marked('problem')).toSorted()).toEqual(['  ', '1.243'])
    expect(await marked('problem-source')).toEqual(['1,234'])
    const fields = await app.page.$$eval('[data-unit-row] [role="textbox"]', (all) =>
      all.map((one) => one.querySelectorAll('mark').length),
    )
    expect(new Set(fields)).toEqual(new Set([0]))
  })

  it('is mended by one key, a problem at a time, and one undo takes one back', async () => {
    await into(ROW)
    await press(app.page, 'Alt+Enter')
    await wrong('space-double')
    await press(app.page, 'Alt+Enter')
    await wrong()
    expect((await translation(ROW))!.content).toEqual([
      { type: 'text', value: 'Wij vonden 1.234 accounts.' },
    ])
    await press(app.page, 'Control+z')
    await wrong('space-double')
    await press(app.page, 'Control+z')
    await wrong('number-changed', 'space-double')
    expect((await translation(ROW))!.content).toEqual([
      { type: 'text', value: 'Wij vonden 1.243  accounts.' },
    ])
  })

  it('is mended at the button of a problem as well', async () => {
    await click(app.page, 'Mend', '[data-rule="space-double"] button')
    await wrong('number-changed')
    expect(await here()).toBe(ROW)
  })

  it('is confirmed all the same, says what is wrong, and goes on when it is confirmed again', async () => {
    await into(ROW)
    await press(app.page, 'Control+Enter')
    await app.page.waitForFunction(
      () =>
        document.querySelector('[data-problems] [role="status"]')?.textContent ===
        'Confirmed with 1 problem. Confirm again to go on.',
    )
    expect([await here(), (await translation(ROW))!.state]).toEqual([ROW, 'translated'])
    await press(app.page, 'Control+Enter')
    await app.page.waitForFunction(
      (row) => !document.querySelectorAll('[data-unit-row]')[row]!.contains(document.activeElement),
      {},
      ROW,
    )
    expect(await translation(ROW)).toMatchObject({
      state: 'translated',
      content: [{ type: 'text', value: 'Wij vonden 1.243 accounts.' }],
    })
  })

  it('is found again by the key for the next problem, from anywhere', async () => {
    await app.page.waitForFunction(
      (row) => document.querySelectorAll('[data-unit-row]')[row]!.textContent.includes('1 problem'),
      { timeout: 60_000 },
      ROW,
    )
    await into(ROW + 2)
    await press(app.page, 'F8')
    await wrong('number-changed')
    expect(await here()).toBe(ROW)
  })
})

describe('a problem that is none', () => {
  it('is set aside with a reason, by keyboard alone, and so in the library', async () => {
    await into(ROW)
    await press(app.page, 'Alt+Shift+Enter')
    await app.page.waitForSelector('[data-problems] textarea:focus')
    await app.page.keyboard.type('Nine are our own.')
    await press(app.page, 'Control+Enter')
    await wrong()
    await app.page.waitForSelector('[data-problems] [data-aside="number-changed"]')
    const { ignored } = await app.ask('check.run', { id, locale: 'nl' })
    expect(ignored).toMatchObject([{ by: { rule: 'number-changed', reason: 'Nine are our own.' } }])
    await app.page.waitForFunction(
      (row) => document.querySelectorAll('[data-unit-row]')[row]!.contains(document.activeElement),
      {},
      ROW,
    )
  })

  it('is one again when the text is another, and none when it is what it was', async () => {
    await into(ROW)
    await press(app.page, 'End')
    await app.page.keyboard.type('!')
    await wrong('number-changed', 'final-mark')
    await press(app.page, 'Backspace')
    await wrong()
    expect(await marked('problem')).toEqual([])
  })

  it('stands in a list with who said why, and is heeded again from there', async () => {
    await click(app.page, 'More for Dutch', 'nav button')
    await click(app.page, 'What was set aside', '[role="menuitem"]')
    await app.page.waitForSelector('[role="dialog"] [data-aside="number-changed"]')
    const said = await app.page.$eval('[role="dialog"]', (dialog) => dialog.textContent)
    expect(said).toContain('Nine are our own.')
    await click(app.page, 'Heed again', '[role="dialog"] button')
    await app.page.waitForFunction(
      () => document.querySelector('[role="dialog"] [data-aside]') === null,
    )
    await press(app.page, 'Escape')
    await into(ROW)
    await wrong('number-changed')
    expect((await app.ask('check.run', { id, locale: 'nl' })).ignored).toEqual([])
  })
})

/** Opens the rules from the palette, which asks for no place. */
async function openRules(): Promise<void> {
  await press(app.page, 'Control+Shift+P')
  await app.page.waitForSelector('[role="dialog"] input')
  await app.page.keyboard.type('Rules for translations')
  await press(app.page, 'Enter')
  await app.page.waitForSelector('[role="dialog"] [data-rule="number-changed"]')
}

describe('the rules of the library', () => {
  it('are searched, weighed and put back, and what they weigh is seen at once', async () => {
    await openRules()
    await app.page.keyboard.type('one value went')
    await app.page.waitForFunction(
      () => document.querySelectorAll('[role="dialog"] [data-rule]').length === 1,
    )
    await click(app.page, 'Error', '[role="dialog"] [role="radio"]')
    await app.page.waitForSelector(
      '[data-problems] [data-rule="number-changed"][data-severity="error"]',
    )
    expect(await app.ask('check.settings', {})).toEqual({ 'number-changed': 'error' })
    await click(app.page, 'Off', '[role="dialog"] [role="radio"]')
    await wrong()
    await click(app.page, 'Reset all rules', '[role="dialog"] button')
    await wrong('number-changed')
    expect(await app.ask('check.settings', {})).toEqual({})
    await press(app.page, 'Escape', 'Escape')
    await app.page.waitForFunction(() => document.querySelector('[role="dialog"]') === null)
  })

  it('follow what another window or the command line sets', async () => {
    await into(ROW)
    await app.ask('check.configure', { 'number-changed': 'off' })
    await wrong()
    await app.ask('check.configure', {})
    await wrong('number-changed')
    expect(await here()).toBe(ROW)
  })
})

const STATES: readonly State[] = [
  {
    name: 'has a text with something wrong and what was said when it was confirmed',
    there: '[data-problems] [data-rule]',
    part: 'main',
    async reach(page) {
      await write(ROW, 'Wij vonden 1.243  accounts')
      await wrong('number-changed', 'final-mark', 'space-double')
      await press(page, 'Control+Enter')
    },
    leave: goOn,
  },
  {
    name: 'asks why a problem is none',
    there: '[data-problems] textarea',
    part: 'main',
    async reach(page) {
      await into(ROW)
      await press(page, 'Alt+Shift+Enter')
    },
    leave: (page) => press(page, 'Escape'),
  },
  {
    name: 'has a text with something set aside',
    there: '[data-problems] [data-aside]',
    part: 'main',
    async reach(page) {
      await into(ROW)
      await press(page, 'Alt+Shift+Enter')
      await page.waitForSelector('[data-problems] textarea:focus')
      await page.keyboard.type('Nine are our own.')
      await press(page, 'Control+Enter')
    },
    leave: goOn,
  },
  {
    name: 'has the list of what was set aside',
    there: '[role="dialog"] [data-aside]',
    part: '[role="dialog"]',
    async reach(page) {
      await click(page, 'More for Dutch', 'nav button')
      await click(page, 'What was set aside', '[role="menuitem"]')
    },
  },
  {
    name: 'has the rules of the library, one of them changed',
    there: '[role="dialog"] [data-rule]',
    part: '[role="dialog"]',
    async reach() {
      await app.ask('check.configure', { 'number-changed': 'error' })
      await openRules()
    },
  },
]

describe('the checks in Translate to those who see or work otherwise', () => {
  testStates(() => app, STATES)
})
