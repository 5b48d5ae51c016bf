import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Page } from 'puppeteer-core'
import { NO_FACE, NO_FONTS } from '../../model/theme/font.ts'
import { themeOfLook } from '../../model/theme/theme.ts'
import { coverageOf } from '../../electron/publish/fonts/coverage.ts'
import { paragraphBlock } from '../../model/document/blank.ts'
import { fontFile, JAPANESE, SANS, SANS_BOLD, withRights } from '../fixtures/fonts/files.ts'
import { startApp, type TestApp } from './app.ts'
import { openDesk, settle } from './desk.ts'
import { click } from './hand.ts'
import { goOn, testStates, type State } from './states.ts'

const folder = mkdtempSync(join(tmpdir(), 'afterword-theme-'))
const CLOSED = join(folder, 'closed.ttf')
writeFileSync(CLOSED, withRights(fontFile(SANS, 'Closed'), 2))

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 900 })
  const { id } = await openDesk(app)
  const take = async (bytes: Uint8Array) => {
    const data = Buffer.from(bytes).toString('base64')
    return (await app.ask('theme.font', { name: 'brand.ttf', data })).regular
  }
  const regular = await take(fontFile(SANS, 'Fernhollow'))
  const bold = await take(fontFile(SANS_BOLD, 'FernhollowBold'))
  const fonts = { ...NO_FONTS, text: { ...NO_FACE, regular, bold } }
  await app.ask('theme.save', { name: 'House', theme: { ...themeOfLook('spine'), fonts } })
  // More ideographs than a page should carry of a face.
  const gothic = fontFile(JAPANESE, 'Gothic')
  const ideographs = coverageOf(gothic)
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
    )
    .filter((character) => /\p{Script=Han}/u.test(character))
  const { document, revision } = await app.ask('postmortem.open', { id })
  const section = document.sections[0]!.id
  const block = paragraphBlock('zz', ideographs.slice(0, 2000).join(''))
  const changes = [{ type: 'block.put' as const, section, block }]
  await app.ask('postmortem.save', { id, base: revision, changes })
  const heavy = { ...NO_FONTS, text: { ...NO_FACE, regular: await take(gothic) } }
  const large = { ...themeOfLook('spine'), fonts: heavy }
  await app.ask('theme.save', { name: 'Large', theme: large })
  await click(app.page, 'Publish', 'header nav button')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const DIALOG = '[role="dialog"]'
const FONTS = `${DIALOG} [role="group"]:has([data-drawn])`

/** Chooses a file for what a theme has already: its third button is the one for another file of the second cut. */
async function refuse(page: Page): Promise<void> {
  const waiting = page.waitForFileChooser({ timeout: 60_000 })
  await settle(page)
  const [chooser] = await Promise.all([
    waiting,
    page.evaluate((css) => {
      const button = document.querySelector<HTMLElement>(`${css} li button`)!
      button.scrollIntoView({ block: 'center' })
      button.focus()
      button.click()
    }, FONTS),
  ])
  await chooser.accept([CLOSED])
}

const STATES: readonly State[] = [
  {
    name: 'lists the themes',
    there: `${DIALOG} li`,
    part: DIALOG,
    reach: (page) => click(page, 'Themes…'),
    leave: goOn,
  },
  {
    name: 'has a theme with faces of its own',
    there: `${FONTS} li + li`,
    part: DIALOG,
    reach: (page) => click(page, 'Change House'),
    leave: goOn,
  },
  {
    name: 'refuses a font beside its field',
    there: `${FONTS} [role="alert"]`,
    part: DIALOG,
    reach: refuse,
  },
  {
    name: 'says that pages carry much of a face',
    there: `${FONTS} li[data-poor]`,
    part: DIALOG,
    reach: async (page) => {
      await click(page, 'Themes…')
      await click(page, 'Change Large')
    },
  },
]

describe('the themes of pages', () => {
  testStates(() => app, STATES)
})
