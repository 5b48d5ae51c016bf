import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fontFile, SANS, SANS_BOLD, SANS_ITALIC, withRights } from '../fixtures/fonts/files.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { openDesk, settle } from './desk.ts'
import { click, named, press, says } from './hand.ts'
import { faults } from './layout.ts'

const folder = mkdtempSync(join(tmpdir(), 'afterword-fonts-'))
const made = (name: string, bytes: Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}
const REGULAR = made('brand-regular.ttf', fontFile(SANS, 'Fernhollow'))
const BOLD = made('brand-bold.ttf', fontFile(SANS_BOLD, 'FernhollowBold'))
const ITALIC = made('brand-italic.ttf', fontFile(SANS_ITALIC, 'FernhollowItalic'))
const CLOSED = made('closed.ttf', withRights(fontFile(SANS, 'Closed'), 2))
const DIALOG = '[role="dialog"]'
const TEXT = 'Own face for the text'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 900 })
  await openDesk(app)
  await click(app.page, 'Publish', 'header nav button')
  await click(app.page, 'Themes…')
  await click(app.page, 'New theme like Spine')
  await app.page.waitForSelector(`${DIALOG} iframe`)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Does what opens the chooser, and chooses files. */
async function choose(open: () => Promise<unknown>, ...files: string[]): Promise<void> {
  const waiting = app.page.waitForFileChooser({ timeout: 60_000 })
  // The browser must have heard of it before a key opens one.
  await settle(app.page)
  const [chooser] = await Promise.all([waiting, open()])
  await chooser.accept(files)
}
/** The families that the page beside the form has loaded. */
const loaded = (): Promise<string[]> =>
  app.page.evaluate(() => {
    const { fonts } = [...document.querySelectorAll('iframe')].at(-1)!.contentDocument!
    return [...fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replace(/["']/g, ''))
  })
const look = async (): Promise<void> => {
  expect(await violations(app.page)).toEqual([])
  expect(await faults(app.page)).toEqual([])
}

it('files chosen together stand where they belong, and the page beside the form is set in them', async () => {
  expect(await loaded()).not.toContain('Own text')
  await choose(() => click(app.page, `Choose font files: ${TEXT}`), BOLD, REGULAR, ITALIC)
  await named(app.page, `${DIALOG} bdi`, 'Fernhollow Regular')
  await named(app.page, `${DIALOG} bdi`, 'FernhollowBold Regular')
  await says(app.page, 'English: all characters')
  await expect.poll(loaded, { timeout: 30_000 }).toContain('Own text')
  // A line in each cut, drawn in the face itself.
  await app.page.waitForFunction(
    (css) => document.querySelectorAll(`${css} [data-drawn]`).length === 3,
    { timeout: 30_000 },
    DIALOG,
  )
  await look()
})

it('a file that may not be embedded says so beside the field, and what was there stays', async () => {
  await choose(() => click(app.page, `Choose a file for Bold: ${TEXT}`), CLOSED)
  await says(app.page, 'The font closed.ttf says that it must not be embedded')
  await named(app.page, `${DIALOG} bdi`, 'FernhollowBold Regular')
  await look()
})

it('a cut is taken out and chosen by keyboard', async () => {
  const focus = (label: string): Promise<void> =>
    app.page.focus(`${DIALOG} button[aria-label="${label}"]`)
  await focus(`Remove Italic: ${TEXT}`)
  await press(app.page, 'Enter')
  await app.page.waitForFunction(
    (css) => document.querySelectorAll(`${css} [data-drawn]`).length === 2,
    {},
    DIALOG,
  )
  await focus(`Choose a file for Italic: ${TEXT}`)
  await choose(() => press(app.page, 'Enter'), ITALIC)
  await named(app.page, `${DIALOG} bdi`, 'FernhollowItalic Regular')
})

it('the theme keeps them, and leaving the form without saving keeps nothing', async () => {
  await click(app.page, 'Save theme')
  await named(app.page, `${DIALOG} bdi`, 'Spine, our own')
  const { themes } = await app.ask('theme.list', {})
  expect(themes).toMatchObject([
    {
      theme: {
        fonts: {
          text: {
            regular: { family: 'Fernhollow' },
            bold: { family: 'FernhollowBold' },
            italic: { family: 'FernhollowItalic' },
            boldItalic: null,
          },
          headings: { regular: null },
        },
      },
    },
  ])
  await click(app.page, 'Change Spine, our own')
  await named(app.page, `${DIALOG} bdi`, 'Fernhollow Regular')
  await click(app.page, `Remove Regular: ${TEXT}`)
  // As its button does, over which a notice may stand.
  await press(app.page, 'Escape')
  await named(app.page, `${DIALOG} bdi`, 'Spine, our own')
  expect((await app.ask('theme.list', {})).themes).toEqual(themes)
})
