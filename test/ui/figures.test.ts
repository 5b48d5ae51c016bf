import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Figure } from '../../model/document/block.ts'
import type { Change } from '../../model/document/change.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { exifSegment, jpeg, png } from '../fixtures/images.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { blocksOf, describeBlock, openDesk, say, settle, type Desk } from './desk.ts'
import { click, press, says, tabTo } from './hand.ts'

let app: TestApp
const folder = mkdtempSync(join(tmpdir(), 'afterword-images-'))
const fileOf = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, bytes)
  return file
}
const SHOT = fileOf('shot.png', png(320, 200))
const PHOTO = fileOf('photo.jpg', jpeg(64, 32, [exifSegment(6)]))

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const figures = (document: Postmortem, kind = 'summary'): Figure[] =>
  blocksOf(document, kind).filter((block) => block.kind === 'figure')

/** Waits until so many images are drawn, which only happens when a browser can read their bytes. */
const drawn = (count: number): Promise<unknown> =>
  app.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLImageElement>('[data-kind="figure"] img')].filter(
        ({ complete, naturalWidth }) => complete && naturalWidth > 0,
      ).length === wanted,
    { timeout: 60_000 },
    count,
  )

/** Does what opens the chooser, and chooses files. */
async function choose(open: () => Promise<unknown>, ...files: string[]): Promise<void> {
  const waiting = app.page.waitForFileChooser({ timeout: 60_000 })
  // The browser must have heard of it before a key opens one.
  await settle(app.page)
  const [chooser] = await Promise.all([waiting, open()])
  await chooser.accept(files)
}

/** Opens the chooser from below the first section. */
async function addImage(): Promise<void> {
  await click(app.page, 'Add entry', '[data-kind="summary"] button')
  await click(app.page, 'Add image…', '[role="menuitem"]')
}

/** Pastes as a browser does after "copy image": the bytes and no text. */
const paste = (bytes: Uint8Array, name: string, type: string, text = ''): Promise<void> =>
  app.page.evaluate(
    (base64, fileName, fileType, plain) => {
      const data = new DataTransfer()
      const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([raw], fileName, { type: fileType }))
      if (plain !== '') data.setData('text/plain', plain)
      const event = new ClipboardEvent('paste', {
        clipboardData: data,
        bubbles: true,
        cancelable: true,
      })
      document.activeElement!.dispatchEvent(event)
    },
    Buffer.from(bytes).toString('base64'),
    name,
    type,
    text,
  )

/** Two lines of text with the caret in the first. */
async function twoLines(): Promise<Desk> {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await app.page.keyboard.type('Before.')
  await press(app.page, 'Enter')
  await app.page.keyboard.type('After.')
  await press(app.page, 'ArrowUp')
  await desk.saved()
  return desk
}

describe('figures', () => {
  it('are put in, described, moved, marked and removed with the keyboard alone, and undone', async () => {
    const desk = await twoLines()
    await press(app.page, 'End')
    await settle(app.page)
    await app.page.keyboard.type(' /ima')
    await app.page.waitForFunction(
      () =>
        document.querySelector('[role="option"][aria-selected="true"]')?.textContent === 'Image…',
    )
    await choose(() => press(app.page, 'Enter'), SHOT)
    await drawn(1)
    await app.page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Caption',
    )
    await app.page.keyboard.type('The status page at noon.')
    await tabTo(app.page, 'Description')
    await app.page.keyboard.type('A red banner over an empty list.')
    const written = await desk.saved()
    expect(blocksOf(written, 'summary').map(describeBlock)).toEqual([
      'Before. ',
      'figure',
      'After.',
    ])
    const [figure] = figures(written)
    expect(figure).toMatchObject({ width: 320, height: 200, audience: 'public' })
    expect([say(figure!.alt.content), say(figure!.caption.content)]).toEqual([
      'A red banner over an empty list.',
      'The status page at noon.',
    ])
    expect(
      await app.page.$eval('[data-kind="figure"] img', (image) => image.getAttribute('alt')),
    ).toBe('A red banner over an empty list.')
    await press(app.page, 'Alt+ArrowDown')
    expect(blocksOf(await desk.saved(), 'summary').map(describeBlock)).toEqual([
      'Before. ',
      'After.',
      'figure',
    ])
    await tabTo(app.page, 'Decoration')
    await press(app.page, 'Space')
    expect(figures(await desk.saved())).toMatchObject([{ decorative: true, alt: { content: [] } }])
    expect(await violations(app.page)).toEqual([])
    await press(app.page, 'Control+z')
    expect(figures(await desk.saved())).toEqual([expect.objectContaining({ alt: figure!.alt })])
    await click(app.page, 'More for this Figure', 'button')
    await click(app.page, 'Remove', '[role="menuitem"]')
    expect(figures(await desk.saved())).toEqual([])
    await press(app.page, 'Control+z')
    expect(figures(await desk.saved())).toHaveLength(1)
    await drawn(1)
  })

  it('come by paste, in the place of the empty line, and a text beside a picture is pasted as text', async () => {
    const desk = await twoLines()
    await press(app.page, 'End')
    await settle(app.page)
    await press(app.page, 'Enter')
    await desk.saved()
    await paste(png(40, 30), 'image.png', 'image/png')
    await drawn(1)
    const pasted = await desk.saved()
    expect(blocksOf(pasted, 'summary').map(describeBlock)).toEqual(['Before.', 'figure', 'After.'])
    await desk.toText('lessons')
    await paste(png(40, 30), 'image.png', 'image/png', 'A cell')
    await says(app.page, 'A cell')
    expect(figures(await desk.saved(), 'lessons')).toEqual([])
  })

  it('come by drop between two blocks, several as one step, upright and without where they were taken', async () => {
    const desk = await twoLines()
    const session = await app.page.createCDPSession()
    const [x, y] = await app.page.evaluate(() => {
      const blocks = document.querySelectorAll('[data-kind="summary"] [data-run] [data-block]')
      const { left, bottom } = blocks[0]!.getBoundingClientRect()
      return [left + 40, bottom - 2] as const
    })
    const data = { items: [], files: [SHOT, PHOTO], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'dragOver'] as const)
      await session.send('Input.dispatchDragEvent', { type, x, y, data })
    await app.page.waitForSelector('[data-image-landing]')
    await session.send('Input.dispatchDragEvent', { type: 'drop', x, y, data })
    await drawn(2)
    const dropped = await desk.saved()
    expect(blocksOf(dropped, 'summary').map(describeBlock)).toEqual([
      'Before.',
      'figure',
      'figure',
      'After.',
    ])
    const [, photo] = figures(dropped)
    expect(photo).toMatchObject({ width: 32, height: 64 })
    // The browser turns it by the tag that was kept.
    const natural = await app.page.$$eval('[data-kind="figure"] img', (images) =>
      images.map((image) => [
        (image as HTMLImageElement).naturalWidth,
        (image as HTMLImageElement).naturalHeight,
      ]),
    )
    expect(natural).toEqual([
      [320, 200],
      [32, 64],
    ])
    const { data: stored } = await app.ask('asset.get', { id: photo!.asset })
    expect(Buffer.from(stored, 'base64').includes('Pocketcam')).toBe(false)
    expect(await app.page.$('[data-image-landing]')).toBeNull()
    await press(app.page, 'Control+z')
    expect(figures(await desk.saved())).toEqual([])
  })

  it('that cannot be taken are named with the reason, and the others are put in', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    const page = fileOf('page.png', Buffer.from('<!doctype html><script>alert(1)</script>'))
    await choose(addImage, page, SHOT)
    await drawn(1)
    await says(app.page, 'page.png is no image that Afterword takes.')
    expect(figures(await desk.saved())).toHaveLength(1)
  })

  it('keep their words when the image is replaced, and say so where it is not in the library', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await choose(addImage, SHOT)
    await drawn(1)
    await app.page.waitForFunction(
      () => document.activeElement?.getAttribute('aria-label') === 'Caption',
    )
    await app.page.keyboard.type('Caption stays.')
    await choose(() => click(app.page, 'Replace image…', 'button'), PHOTO)
    await app.page.waitForFunction(
      () => document.querySelector('[data-kind="figure"] img')?.getAttribute('width') === '32',
    )
    await drawn(1)
    const [figure] = figures(await desk.saved())
    expect([figure!.height, say(figure!.caption.content)]).toEqual([64, 'Caption stays.'])
    const { document: now, revision } = await app.ask('postmortem.open', { id: desk.id })
    const section = now.sections.find(({ kind }) => kind === 'summary')!.id
    await app.ask('postmortem.save', {
      id: desk.id,
      base: revision,
      changes: [{ type: 'block.put', section, block: { ...figure!, asset: '0'.repeat(64) } }],
    })
    await desk.reload()
    await says(app.page, 'This image is not in the library.')
    expect(await violations(app.page)).toEqual([])
  })

  it('are translated with a word on what each text is, and shown in the page beside it', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await choose(addImage, SHOT)
    await drawn(1)
    await tabTo(app.page, 'Description')
    await app.page.keyboard.type('A red banner.')
    await desk.saved()
    const { document: now, revision } = await app.ask('postmortem.open', { id: desk.id })
    const changes: Change[] = [{ type: 'locales.put', locales: ['nl'] }]
    await app.ask('postmortem.save', { id: desk.id, base: revision, changes })
    expect(now.locales).toEqual([])
    await desk.reload()
    await click(app.page, 'Translate')
    await says(app.page, 'Description of the image, for readers who do not see it')
    const frame = await app.page.waitForSelector('iframe')
    const page = await frame!.contentFrame()
    await page.waitForFunction(
      () => {
        const image = document.querySelector('figure img')
        return image instanceof HTMLImageElement && image.naturalWidth === 320
      },
      { timeout: 60_000 },
    )
    expect(await page.$eval('figure img', (image) => image.getAttribute('alt'))).toBe(
      'A red banner.',
    )
    expect(await violations(app.page)).toEqual([])
  })

  it('are compared in the history, the image as it was beside the one that is', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await choose(addImage, SHOT)
    await drawn(1)
    await desk.saved()
    await app.ask('history.keep', { id: desk.id })
    await choose(() => click(app.page, 'Replace image…', 'button'), PHOTO)
    await app.page.waitForFunction(
      () => document.querySelector('[data-kind="figure"] img')?.getAttribute('width') === '32',
    )
    await desk.saved()
    await click(app.page, 'Version history', 'button')
    await app.page.waitForFunction(
      () => {
        const images = [...document.querySelectorAll<HTMLImageElement>('[data-part="block"] img')]
        return images.map(({ naturalWidth }) => naturalWidth).join() === '320,32'
      },
      { timeout: 60_000 },
    )
    expect(await violations(app.page)).toEqual([])
  })

  it('are without fault for assistive technology, light and dark, left to right and right to left', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await choose(addImage, SHOT)
    await drawn(1)
    await desk.saved()
    const settings = await app.ask('settings.get', {})
    for (const interfaceLocale of ['en', 'ar'])
      for (const scheme of ['light', 'dark']) {
        await app.ask('settings.set', { ...settings, interfaceLocale })
        await app.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
        await desk.reload()
        await drawn(1)
        expect(await violations(app.page), `${interfaceLocale} ${scheme}`).toEqual([])
      }
    await app.ask('settings.set', settings)
    await app.page.emulateMediaFeatures([])
  })
})
