import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../model/document/text.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOf } from '../../model/units/unit.ts'
import { startApp, type TestApp } from './app.ts'
import { settle } from './desk.ts'
import { press, says, tabTo } from './hand.ts'
import { choose, keyboardOnly, noDialog, take, toText } from './keyboard.ts'
import { picture } from './picture.ts'
import { here, make, onward, type Here } from './translator-hand.ts'
import { DUTCH, EARLIER, EXACT, NEARLY, PARTS, TITLE } from './translator-texts.ts'

const UNITS = 200
let app: TestApp
let id: string

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  await make(app, 'An earlier night', [EARLIER], 'nl')
  id = await make(app, TITLE[0], PARTS)
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, last: { postmortem: id, view: 'write' } })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[data-editable]')
  keyboardOnly(app.page)
})
afterAll(() => app.close())

/** The texts with what the library has of each, in the order of the document. */
async function rows() {
  await settle(app.page)
  await app.page.waitForSelector('[data-save="saved"]')
  const { document, translations, comments } = await app.ask('postmortem.open', { id })
  const byUnit = new Map(translations.map((one) => [one.unit, one]))
  const units = unitsOf(document).map((unit) => {
    const row = byUnit.get(unit.id)
    const stale = row !== undefined && row.sourceHash !== contentHash(unit.content)
    return { unit: unit.id, source: plainText(unit.content), row, stale }
  })
  return { units, comments }
}

/** How many texts are in each state. */
async function counts(): Promise<Record<string, number>> {
  const { units } = await rows()
  const found: Record<string, number> = {}
  for (const { row, stale } of units) {
    const state = stale ? 'stale' : (row?.state ?? 'untranslated')
    found[state] = (found[state] ?? 0) + 1
  }
  return found
}

/** Puts the caret into the text with this number. */
async function goTo(number: number): Promise<Here> {
  const { page } = app
  await press(page, 'Control+g')
  await page.waitForSelector('#go-to-unit input:focus')
  await page.keyboard.type(String(number))
  await press(page, 'Enter')
  await page.waitForFunction(
    (wanted) =>
      document.activeElement?.role === 'textbox' &&
      document.activeElement
        .closest('[data-unit-row]')
        ?.querySelector('[title="Number of the text"]')?.textContent === wanted,
    {},
    String(number),
  )
  return here(app.page)
}

/** The number of the first text that says this. */
async function numberOf(source: string): Promise<number> {
  const { units } = await rows()
  return units.findIndex((one) => one.source === source) + 1
}

/** Puts the caret behind the text, where the editor knows of it. */
async function toEnd(): Promise<void> {
  await settle(app.page)
  await press(app.page, 'Control+End')
  await settle(app.page)
}

/** Writes over what stands in the text of the caret. */
async function write(text: string): Promise<void> {
  await press(app.page, 'Control+a')
  await app.page.keyboard.type(text)
}

/** The rules that the text in hand is said to break, once they are these. */
const wrong = (...rules: readonly string[]): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[data-problems] [data-rule]')]
        .map((one) => (one as HTMLElement).dataset['rule'])
        .join() === wanted,
    {},
    rules.join(),
  )

const stateHere = (state: string): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      document.activeElement?.role === 'textbox' &&
      document.activeElement.closest<HTMLElement>('[data-unit-row]')?.dataset['state'] === wanted,
    {},
    state,
  )

describe('the translator, by keyboard alone', () => {
  it('opens Translate, adds the language and fills it from the memory', async () => {
    const { page } = app
    await press(page, 'Alt+2')
    await says(page, 'No translations yet')
    await choose(page, 'add a language')
    await page.waitForSelector('[role="dialog"] input')
    await page.keyboard.type('Dutch')
    await press(page, 'Enter', 'Enter')
    await page.waitForSelector('[data-unit-row]')
    await noDialog(page)
    expect(await counts()).toEqual({ untranslated: UNITS })
    await choose(page, 'Fill from the translation')
    await page.waitForSelector('[data-pretranslate] [data-found]')
    await tabTo(page, '85%')
    await press(page, 'Enter')
    await page.waitForSelector('[role="option"]:focus')
    await picture(page, 'job 01 how well it must fit')
    await press(page, 'Home')
    await take(page, `100% ${EXACT} texts`)
    await says(page, `${EXACT} untranslated texts would be filled.`)
    await tabTo(page, '100%')
    await press(page, 'Enter')
    await take(page, `75% ${EXACT + NEARLY} texts`)
    await picture(page, 'job 02 what the memory has')
    await tabTo(page, `Fill ${EXACT + NEARLY} texts`)
    await press(page, 'Enter')
    await noDialog(page)
    expect(await counts()).toEqual({
      draft: EXACT + NEARLY,
      untranslated: UNITS - EXACT - NEARLY,
    })
    await picture(page, 'job 03 filled')
  })

  it('mends a problem with one key, and sets one aside with the reason', async () => {
    const { page } = app
    await goTo(1)
    await page.keyboard.type(TITLE[1].replace(' ', '  '))
    await wrong('space-double')
    await picture(page, 'job 04 a problem')
    await press(page, 'Alt+Enter')
    await wrong()
    expect((await here(app.page)).target).toBe(TITLE[1])
    await goTo(await numberOf('Impact in detail'))
    await page.keyboard.type('Impact in detail')
    await wrong('same-as-source')
    await press(page, 'Alt+Shift+Enter')
    await page.waitForSelector('[data-problems] textarea:focus')
    await page.keyboard.type('In Dutch it is the same.')
    await picture(page, 'job 05 why it is right')
    await press(page, 'Control+Enter')
    await wrong()
    await page.waitForSelector('[data-problems] [data-aside="same-as-source"]')
    await stateHere('draft')
    await picture(page, 'job 06 set aside')
  })

  it('puts a match in by its number, and changes the word that is another', async () => {
    const { page } = app
    const [first, second] = (await rows()).units.filter(({ source }) =>
      source.startsWith('It was written nowhere'),
    )
    await goTo(await numberOf(first!.source))
    await page.keyboard.type(DUTCH.get(first!.source)!)
    await onward(app.page, 'Control+Enter')
    await goTo(await numberOf(second!.source))
    await page.waitForSelector('[data-matches] li ins')
    await picture(page, 'job 07 a match')
    await press(page, 'Control+1')
    await stateHere('draft')
    expect((await here(app.page)).target).toBe(DUTCH.get(first!.source))
    await toEnd()
    for (let at = 0; at < 'mailserver.'.length; at++) await press(page, 'Backspace')
    await page.keyboard.type('logserver.')
    expect((await here(app.page)).target).toBe(DUTCH.get(second!.source))
    await onward(app.page, 'Control+Enter')
    const { row } = (await rows()).units.find(({ unit }) => unit === second!.unit)!
    expect(row).toMatchObject({ state: 'translated', origin: 'human' })
  })

  it('goes through what is open, changes what the memory has nearly, and confirms all of it', async () => {
    const { page } = app
    await goTo(1)
    let changed = 0
    let confirmed = 0
    do {
      const { source, target } = await here(app.page)
      const right = DUTCH.get(source)!
      if (target !== right) {
        await write(right)
        changed++
      }
      confirmed++
    } while (await onward(app.page, 'Control+Enter'))
    await picture(page, 'job 08 confirmed')
    // Two are confirmed already, and two have their words.
    expect({ changed, confirmed }).toEqual({
      changed: UNITS - EXACT - 4,
      confirmed: UNITS - 2,
    })
    const { units } = await rows()
    expect(units.map(({ row }) => plainText(row!.content))).toEqual(
      units.map(({ source }) => DUTCH.get(source)),
    )
    expect(await counts()).toEqual({ translated: UNITS })
    expect(units.filter(({ row }) => row!.origin === 'memory')).toHaveLength(EXACT)
    expect((await app.ask('check.run', { id, locale: 'nl' })).ignored).toMatchObject([
      { by: { rule: 'same-as-source', reason: 'In Dutch it is the same.' } },
    ])
  })
})

const SENT_BACK = 40
const REWORDED = 61

describe('the reviewer, by keyboard alone', () => {
  it('reads each text, changes a word of one, and sends one back with the reason', async () => {
    const { page } = app
    let at = await goTo(1)
    for (;;) {
      if (at.number === SENT_BACK) {
        await press(page, 'Shift+F2')
        await page.waitForSelector('[data-talk] textarea:focus')
        await page.keyboard.type('Say it more plainly.')
        await picture(page, 'job 09 sent back')
        await press(page, 'Control+Enter')
        await stateHere('draft')
        await onward(app.page, 'Alt+ArrowDown')
      } else if (at.number === REWORDED) {
        await toEnd()
        await press(page, 'Backspace')
        await page.keyboard.type('!')
        await stateHere('draft')
        // It is reviewed with what is wrong, and said so.
        await wrong('final-mark')
      }
      await onward(app.page, 'Control+Shift+Enter')
      at = await here(app.page)
      // When nothing waits any more, it goes on to what is open: what was sent back.
      if (at.state === 'draft') break
    }
    expect(at.number).toBe(SENT_BACK)
    await picture(page, 'job 10 reviewed but one')
    expect(await counts()).toEqual({ reviewed: UNITS - 1, draft: 1 })
    const { units, comments } = await rows()
    expect(plainText(units[REWORDED - 1]!.row!.content)).toMatch(/!$/u)
    expect(comments).toMatchObject([
      { kind: 'rejection', text: 'Say it more plainly.', unit: at.unit, resolved: null },
    ])
  })

  it('gets it back corrected, and approves all of them', async () => {
    const { page } = app
    await toEnd()
    await press(page, 'Backspace')
    await page.keyboard.type(', zonder meer!')
    await wrong('final-mark')
    await press(page, 'Control+Enter')
    await says(page, 'Confirmed with 1 problem. Confirm again to go on.')
    expect(await counts()).toEqual({ reviewed: UNITS - 1, translated: 1 })
    expect((await rows()).comments![0]!.resolved).not.toBeNull()
    await picture(page, 'job 11 corrected')
    expect(await onward(app.page, 'Control+Shift+Enter')).toBe(false)
    expect(await counts()).toEqual({ reviewed: UNITS })
    await goTo(1)
    while (await onward(app.page, 'Control+Alt+Shift+Enter'));
    expect(await counts()).toEqual({ approved: UNITS })
    await picture(page, 'job 12 approved')
  })
})

describe('a source that changes in six places', () => {
  const ADDED = ' We know why.'
  let before: Awaited<ReturnType<typeof rows>>['units']
  const isAmongSix = ({ source }: { source: string }): boolean => source.includes(ADDED.trim())

  it('takes those six, and leaves the others as they were to the last byte', async () => {
    const { page } = app
    before = (await rows()).units
    await press(page, 'Alt+1')
    await page.waitForSelector('[data-run]')
    for (const { heading } of PARTS.slice(0, 6)) {
      await toText(page, heading[0], 'prose')
      await page.keyboard.type(ADDED)
    }
    await picture(page, 'job 13 six places')
    await press(page, 'Alt+2')
    await says(page, '6 changed in the source')
    const after = (await rows()).units
    expect(await counts()).toEqual({ approved: UNITS - 6, stale: 6 })
    expect(after.filter(({ stale }) => stale)).toEqual(after.filter(isAmongSix))
    expect(after.map(({ row }) => JSON.stringify(row))).toEqual(
      before.map(({ row }) => JSON.stringify(row)),
    )
  })

  it('has them kept or translated anew, reviewed and approved, and no other is touched', async () => {
    const { page } = app
    await goTo(1)
    expect(await onward(app.page, 'F9')).toBe(true)
    await picture(page, 'job 14 a changed source')
    const touched: string[] = []
    for (let at = 0; at < 6; at++) {
      const { unit, source, target, state } = await here(app.page)
      expect([state, isAmongSix({ source })]).toEqual(['stale', true])
      touched.push(unit)
      // Two say the same as before; the others are opened again and written on.
      if (at < 2) {
        await onward(app.page, 'F4')
        continue
      }
      await press(page, 'F2')
      await page.waitForFunction(
        () => (document.activeElement as HTMLElement | null)?.isContentEditable === true,
      )
      await toEnd()
      await page.keyboard.type(' We weten waarom.')
      expect((await here(app.page)).target).toBe(`${target} We weten waarom.`)
      await onward(app.page, 'Control+Enter')
    }
    expect(new Set(touched).size).toBe(6)
    expect(await counts()).toEqual({ approved: UNITS - 4, translated: 4 })
    await picture(page, 'job 15 translated anew')
    for (const chord of ['Control+Shift+Enter', 'Control+Alt+Shift+Enter']) {
      const { units } = await rows()
      await goTo(units.findIndex(({ row }) => row!.state !== 'approved') + 1)
      while (await onward(app.page, chord));
    }
    const { units } = await rows()
    expect(await counts()).toEqual({ approved: UNITS })
    await picture(page, 'job 16 approved again')
    const rest = (all: typeof units): string[] =>
      all.filter(({ unit }) => !touched.includes(unit)).map(({ row }) => JSON.stringify(row))
    expect(rest(units)).toHaveLength(UNITS - 6)
    expect(rest(units)).toEqual(rest(before))
    expect(
      units.filter(({ row }) => plainText(row!.content).endsWith('We weten waarom.')),
    ).toHaveLength(4)
    expect(app.problems).toEqual([])
  })
})
