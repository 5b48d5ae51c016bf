import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, describeBlock, openDesk, type Desk } from './desk.ts'
import { click, press, says, tabTo } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

/** The words that are marked on the page. */
const marked = (): Promise<string[]> =>
  app.page.evaluate(() =>
    [...(CSS.highlights.get('spelling') ?? [])].map((range) => (range as Range).toString()),
  )

const marks = (...expected: string[]): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      [...(CSS.highlights.get('spelling') ?? [])]
        .map((range) => (range as Range).toString())
        .join() === wanted,
    { timeout: 60_000 },
    expected.join(),
  )

const menu = (): Promise<unknown> => app.page.waitForSelector('[role="menu"]')
const items = (): Promise<string[]> =>
  app.page.$$eval('[role="menuitem"]', (all) => all.map((item) => item.textContent.trim()))

const summary = async (desk: Desk): Promise<string> =>
  blocksOf(await desk.saved(), 'summary')
    .map((block) => describeBlock(block))
    .join('|')

describe('spelling', () => {
  it('marks what no dictionary has, in prose and in fields, and nothing else', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await app.page.keyboard.type('The atacker read a key. The organisation’s organization reacted.')
    await marks('atacker')
    await tabTo(app.page, 'Add entry')
    await desk.toText('findings')
    await click(app.page, 'Add finding')
    await app.page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Finding',
    )
    await app.page.keyboard.type('Nobody recieved it, said SOC2 at soc@exampl.org. ')
    await app.page.waitForFunction(() => {
      const words = [...(CSS.highlights.get('spelling') ?? [])].map((range) =>
        (range as Range).toString(),
      )
      return words.includes('recieved') && words.every((word) => /^(recieved|atacker)$/.test(word))
    })
  })

  it('puts a suggestion in place by keyboard, and one undo takes it back', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await app.page.keyboard.type('The **key** was seperate. It stayed.')
    await marks('seperate')
    await press(app.page, 'Control+Home', 'F7')
    await menu()
    expect(await violations(app.page)).toEqual([])
    expect(await items()).toContain('separate')
    while ((await app.page.$eval(':focus', (item) => item.textContent.trim())) !== 'separate')
      await press(app.page, 'ArrowDown')
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.querySelector('[role="menu"]') === null)
    expect(await summary(desk)).toContain('was separate.')
    await marks()
    await press(app.page, 'Control+z')
    expect(await summary(desk)).toContain('was seperate.')
    await marks('seperate')
  })

  it('learns a word for every text, and forgets it in the settings', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await app.page.keyboard.type('Aldervane answered. ')
    await marks('Aldervane')
    await press(app.page, 'Control+Home', 'F7')
    await menu()
    await press(app.page, 'End', 'Enter')
    await says(app.page, '“Aldervane” is one of your words now')
    await marks()
    expect((await app.ask('settings.get', {})).words).toEqual(['Aldervane'])
    await desk.reload()
    await app.page.waitForFunction(() => CSS.highlights.has('spelling'))
    await click(app.page, 'Settings', 'header button')
    await app.page.waitForSelector('[role="dialog"] textarea')
    await app.page.focus('[role="dialog"] textarea')
    await press(app.page, 'Control+a', 'Delete', 'Tab')
    await press(app.page, 'Escape')
    await marks('Aldervane')
  })

  it('opens at the word under the pointer, and lets others keep their own menu', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await app.page.keyboard.type('A key was publishd by us.')
    await marks('publishd')
    const place = await app.page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('spelling') ?? [])] as Range[]
      const { x, y, width, height } = range!.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2, before: x - 10 }
    })
    await app.page.mouse.click(place.before, place.y, { button: 'right' })
    await app.page.mouse.click(place.x, place.y, { button: 'right' })
    await menu()
    expect(await items()).toContain('published')
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.activeElement?.hasAttribute('data-run'))
  })

  it('knows Dutch in Dutch', async () => {
    const desk = await openDesk(app, { locale: 'nl' })
    await desk.toText('summary')
    await app.page.keyboard.type('De aanvaller las onmiddelijk de klantgegevens.')
    await app.page.waitForFunction(() =>
      [...(CSS.highlights.get('spelling') ?? [])].some(
        (range) => (range as Range).toString() === 'onmiddelijk',
      ),
    )
    // The title is in English.
    expect(await marked()).toEqual(['key', 'onmiddelijk'])
  })
})
