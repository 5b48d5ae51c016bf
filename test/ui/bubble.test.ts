import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { proseOf } from './clipboard.ts'
import { openDesk, settle } from './desk.ts'
import { click, focused, press, says } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const TOOLS = '[role="toolbar"][aria-label="Selected text"]'

const shown = (): Promise<unknown> =>
  app.page.waitForFunction(
    (css) => document.querySelector(css)?.checkVisibility({ visibilityProperty: true }) === true,
    { timeout: 60_000 },
    TOOLS,
  )
const gone = (): Promise<unknown> =>
  app.page.waitForFunction(
    (css) => document.querySelector(css) === null,
    { timeout: 60_000 },
    TOOLS,
  )

/** Selects the last so many characters before the caret. */
async function selectBack(count: number): Promise<void> {
  for (let at = 0; at < count; at++) await press(app.page, 'Shift+ArrowLeft')
  await settle(app.page)
}

/** Whether the tools stand on what is selected. */
const covers = (): Promise<boolean> =>
  app.page.evaluate((css) => {
    const tools = document.querySelector(css)!.parentElement!.getBoundingClientRect()
    const text = document.getSelection()!.getRangeAt(0).getBoundingClientRect()
    return tools.top < text.bottom && tools.bottom > text.top
  }, TOOLS)

describe('the tools at a selection', () => {
  it('come when keys rest, never on the text, and go with Escape, with typing and with the selection', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Some words')
    expect(await app.page.$(TOOLS)).toBeNull()
    await selectBack(5)
    await shown()
    expect(await covers()).toBe(false)
    expect(await violations(app.page)).toEqual([])
    await press(app.page, 'Escape')
    await gone()
    expect(await app.page.evaluate(() => document.getSelection()!.toString())).toBe('words')
    expect(await app.page.$('[data-picked]')).toBeNull()
    await press(app.page, 'Shift+ArrowRight')
    await shown()
    await type('x')
    await gone()
    await selectBack(2)
    await shown()
    await press(app.page, 'ArrowRight')
    await gone()
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['Some wx'])
  })

  it('are gone to and worked by keys, and Escape and Tab lead back', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Some words')
    await selectBack(5)
    await press(app.page, 'Alt+F10')
    await app.page.waitForFunction(
      (css) => document.querySelector(css)?.contains(document.activeElement) === true,
      {},
      TOOLS,
    )
    const passed: string[] = []
    while ((await focused(app.page)) !== 'Bold' && passed.length < 20) {
      passed.push(await focused(app.page))
      await press(app.page, 'ArrowRight')
    }
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.activeElement?.hasAttribute('data-run'))
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['Some <strong>words</strong>'])
    for (const key of ['Escape', 'Tab']) {
      await press(app.page, 'Alt+F10')
      await app.page.waitForFunction(
        (css) => document.querySelector(css)?.contains(document.activeElement) === true,
        {},
        TOOLS,
      )
      await press(app.page, key)
      await app.page.waitForFunction(() => document.activeElement?.hasAttribute('data-run'))
    }
    await press(app.page, 'ArrowRight')
    await gone()
    await settle(app.page)
    await press(app.page, 'Alt+F10')
    await app.page.waitForFunction(() =>
      document.activeElement?.closest('[role="toolbar"][aria-label="Text"]'),
    )
    await press(app.page, 'Escape')
    await app.page.waitForFunction(() => document.activeElement?.hasAttribute('data-run'))
    await type('!')
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['Some <strong>words!</strong>'])
  })

  it('come with the mouse, turn a line into a heading, and are not in code', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Headline')
    await settle(app.page)
    const box = await app.page.$eval('[data-kind="summary"] [data-run] > *', (line) => {
      const { left, top } = line.getBoundingClientRect()
      return { x: left + 20, y: top + 10 }
    })
    await app.page.mouse.click(box.x, box.y, { count: 2 })
    await shown()
    expect(await covers()).toBe(false)
    await app.page.evaluate((css) => {
      const list = [...document.querySelectorAll<HTMLElement>(`${css} button`)]
      list.find((button) => button.getAttribute('aria-label') === 'Quote')!.dataset['it'] = ''
    }, TOOLS)
    await app.page.click(`${TOOLS} button[data-it]`)
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['> Headline'])
    await app.page.mouse.click(box.x, box.y + 300)
    await gone()
    await desk.toText('outlook')
    await type('``` ')
    await settle(app.page)
    await type('code')
    await selectBack(2)
    // Asked for, they come at once where they can.
    await press(app.page, 'Alt+F10')
    await app.page.waitForFunction(() =>
      document.activeElement?.closest('[role="toolbar"][aria-label="Text"]'),
    )
    expect(await app.page.$(TOOLS)).toBeNull()
  })

  it('leave out blocks in the text of an entry', async () => {
    const desk = await openDesk(app)
    await click(app.page, 'Add finding')
    await app.page.waitForFunction(
      () => document.activeElement?.closest('[data-kind="finding"]') !== null,
    )
    await type('No keys left')
    await selectBack(4)
    await shown()
    expect(await app.page.$(`${TOOLS} [aria-label="Quote"]`)).toBeNull()
    await press(app.page, 'Control+b')
    expect(JSON.stringify(await desk.saved())).toContain('"type":"strong"')
  })
})

describe('a link', () => {
  it('is edited, opened and removed with the caret in it', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('See page now')
    for (let at = 0; at < 4; at++) await press(app.page, 'ArrowLeft')
    await settle(app.page)
    await selectBack(4)
    await press(app.page, 'Control+k')
    await app.page.waitForSelector('[role="dialog"] input')
    await type('file:///etc/passwd')
    await press(app.page, 'Enter')
    await says(app.page, 'Only web and e-mail addresses can be published.')
    expect(
      await app.page.$eval('[role="dialog"] [role="alert"]', (alert) => alert.textContent),
    ).toContain('Only web and e-mail')
    expect(await violations(app.page)).toEqual([])
    await press(app.page, 'Control+a')
    await type('example.org/a')
    await press(app.page, 'Enter')
    expect(proseOf(await desk.saved(), 'summary')).toEqual([
      'See [page](https://example.org/a) now',
    ])
    await press(app.page, 'ArrowLeft', 'ArrowRight')
    await settle(app.page)
    await press(app.page, 'Control+k')
    await app.page.waitForSelector('[role="dialog"] input')
    expect(await app.page.$eval('[role="dialog"] input', (input) => input.value)).toBe(
      'https://example.org/a',
    )
    await click(app.page, 'Open link')
    const asked = await app.question(({ kind }) => kind === 'external')
    expect(asked.text).toBe('https://example.org/a')
    await app.page.focus('[role="dialog"] input')
    await press(app.page, 'Control+a')
    await type('example.org/b')
    await press(app.page, 'Enter')
    expect(proseOf(await desk.saved(), 'summary')).toEqual([
      'See [page](https://example.org/b) now',
    ])
    await press(app.page, 'Control+k')
    await click(app.page, 'Remove link')
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['See page now'])
    await press(app.page, 'Control+z')
    expect(proseOf(await desk.saved(), 'summary')).toEqual([
      'See [page](https://example.org/b) now',
    ])
  })
})
