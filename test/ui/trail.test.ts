import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Change } from '../../model/document/change.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp, type TestApp } from './app.ts'
import { openDesk, settle, type Desk } from './desk.ts'
import { click, press } from './hand.ts'

let app: TestApp
let desk: Desk
const userData = mkdtempSync(join(tmpdir(), 'afterword-trail-'))

async function start(): Promise<void> {
  app = await startApp({ userData })
  await app.page.setViewport({ width: 1280, height: 800 })
}
beforeAll(start)
afterAll(async () => {
  await app.close()
  rmSync(userData, { recursive: true, force: true })
})

/** The kind of the section that the caret is in, and the text from its block's start to the caret. */
const where = (): Promise<string> =>
  app.page.evaluate(() => {
    const selection = document.getSelection()
    const node = selection?.anchorNode ?? null
    const element = node instanceof Element ? node : node?.parentElement
    if (!element || !document.activeElement?.contains(element)) return ''
    const block = element.closest('[data-unit], [data-block]')
    const range = document.createRange()
    if (block === null) return ''
    range.selectNodeContents(block)
    range.setEnd(node!, selection!.anchorOffset)
    const kind = element.closest<HTMLElement>('[data-section]')?.dataset['kind'] ?? 'title'
    return `${kind}: ${range.toString()}`
  })
const isAt = async (place: string): Promise<void> => {
  await expect.poll(where, { timeout: 8_000, interval: 50 }).toBe(place)
}
/** How far below the top of the window the caret's block stands, in CSS pixels. */
const height = (): Promise<number> =>
  app.page.evaluate(() => {
    const node = document.getSelection()?.anchorNode ?? null
    const element = node instanceof Element ? node : node?.parentElement
    return Math.round(element?.closest('[data-block]')?.getBoundingClientRect().top ?? -1)
  })

/** Puts the caret into a section, so many characters before its end. */
async function to(kind: string, before = 0): Promise<void> {
  // The browser finds the end of a line only once that line is drawn.
  await app.page.$eval(`[data-section][data-kind="${kind}"] [data-run]`, (run) =>
    run.scrollIntoView({ block: 'center' }),
  )
  await settle(app.page)
  await desk.toText(kind)
  await settle(app.page)
  for (let at = 0; at < before; at++) await press(app.page, 'ArrowLeft')
  await settle(app.page)
}

describe('a trail of places', () => {
  beforeAll(async () => {
    desk = await openDesk(app)
    await to('summary')
    await app.page.keyboard.type('We lost a key.')
    await to('response')
    await app.page.keyboard.type('We found it.')
    await desk.saved()
    await to('summary', 2)
  })

  it('goes back to the caret that a jump left, and forward again', async () => {
    await isAt('summary: We lost a ke')
    await click(app.page, 'How we responded', '[role="row"] span')
    await expect.poll(where).toMatch(/^response/)
    await to('response')
    await isAt('response: We found it.')
    await press(app.page, 'Alt+ArrowLeft')
    await isAt('summary: We lost a ke')
    await press(app.page, 'Alt+ArrowRight')
    await isAt('response: We found it.')
  })

  it('goes through the views, and to the library', async () => {
    await press(app.page, 'Alt+3')
    await app.page.waitForSelector('iframe')
    await press(app.page, 'Alt+4')
    await app.page.waitForFunction(() => document.querySelector('iframe') === null)
    await press(app.page, 'Control+Shift+L')
    await app.page.waitForSelector('[role="grid"] [role="rowheader"]')
    await press(app.page, 'Alt+ArrowLeft', 'Alt+ArrowLeft')
    await app.page.waitForSelector('iframe')
    await press(app.page, 'Alt+ArrowLeft')
    await isAt('response: We found it.')
  })

  it('is walked with the two keys of a mouse', async () => {
    await app.page.mouse.click(600, 300, { button: 'back' })
    await isAt('summary: We lost a ke')
    await app.page.mouse.click(600, 300, { button: 'forward' })
    await isAt('response: We found it.')
    expect(await height()).toBeGreaterThan(0)
  })

  it('is no change of the document, and so in no undo', async () => {
    const { versions } = await app.ask('history.list', { id: desk.id })
    await press(app.page, 'Alt+ArrowLeft')
    await isAt('summary: We lost a ke')
    expect((await app.ask('history.list', { id: desk.id })).versions).toEqual(versions)
    expect(await app.page.$eval('[data-save]', (one) => one.getAttribute('data-save'))).toBe(
      'saved',
    )
  })

  it('is mirrored where the interface runs from right to left', async () => {
    const now = await app.ask('settings.get', {})
    const reload = async (interfaceLocale: string): Promise<void> => {
      // It is kept when the window has nothing to do; a page that is loaded anew tells nobody before.
      const block = await app.page.evaluate(
        () =>
          document.getSelection()!.anchorNode!.parentElement!.closest<HTMLElement>('[data-block]')!
            .dataset['block'],
      )
      await expect
        .poll(async () => (await app.ask('spot.get', { id: desk.id, view: 'write' })).spot?.block, {
          timeout: 20_000,
        })
        .toBe(block)
      await app.ask('settings.set', {
        ...now,
        interfaceLocale,
        last: { postmortem: desk.id, view: 'write' },
      })
      const ready = app.interactive()
      await app.page.evaluate(() => location.reload())
      await ready
      await app.page.waitForSelector('[data-editable]')
    }
    await reload('ar')
    await isAt('summary: We lost a ke')
    await press(app.page, 'Alt+PageDown')
    await expect.poll(where).not.toMatch(/^summary/)
    await press(app.page, 'Alt+ArrowRight')
    await isAt('summary: We lost a ke')
    await reload('en')
  })
})

describe('coming back', () => {
  it('brings caret and scroll back after the view was left, and after a restart', async () => {
    await isAt('summary: We lost a ke')
    await to('response', 1)
    await isAt('response: We found it')
    const before = await height()
    expect(await app.page.$eval('[data-scroller]', ({ scrollTop }) => scrollTop)).toBeGreaterThan(
      99,
    )
    await press(app.page, 'Alt+3')
    await app.page.waitForSelector('iframe')
    await press(app.page, 'Alt+1')
    await isAt('response: We found it')
    await expect.poll(async () => Math.abs((await height()) - before)).toBeLessThan(3)
    expect(await app.close()).toBe(0)
    await start()
    await isAt('response: We found it')
    await expect.poll(async () => Math.abs((await height()) - before)).toBeLessThan(3)
  })

  it('goes to what stood beside a block that is gone', async () => {
    const stored = await app.ask('postmortem.open', { id: desk.id })
    const section = stored.document.sections.find(({ kind }) => kind === 'response')!
    const changes = section.blocks.map(({ id }): Change => ({ type: 'block.remove', block: id }))
    await app.page.waitForFunction(
      () => document.querySelector('[data-save]')?.getAttribute('data-save') === 'saved',
    )
    await app.ask('postmortem.save', { id: desk.id, base: stored.revision, changes })
    const ready = app.interactive()
    await app.page.evaluate(() => location.reload())
    await ready
    await expect.poll(where, { timeout: 30_000 }).toMatch(/^response/)
  })
})
