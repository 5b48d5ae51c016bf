import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { startApp, type TestApp } from './app.ts'
import { press, says, tabTo } from './hand.ts'
import { choose, noDialog } from './keyboard.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string
let folder: string

/** Enough that nobody is done before it is stopped. */
const TEXTS = Array.from(
  { length: 1500 },
  (_, at) => `Gate ${at} of the harbour was closed at once.`,
)
const UNITS = 60_000

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'afterword-jobs-'))
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, TEXTS, 'The harbour')
  await addLanguage(app.page, 'nl')
  // The first text, below the title and the heading: every other one is like it.
  const fields = await app.page.$$('[data-unit-row] [role="textbox"]')
  await fields[2]!.focus()
  await app.page.keyboard.type('Poort 0 van de haven ging meteen dicht.')
  await press(app.page, 'Control+Enter', 'Control+S')
  await app.page.waitForSelector('[data-save="saved"]')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Something is done that is neither at its beginning nor at its end. */
const underWay = (): Promise<unknown> =>
  app.page.waitForFunction(() => {
    const bar = document.querySelector('[role="dialog"] [role="progressbar"]')
    const value = Number(bar?.getAttribute('aria-valuenow'))
    return value > 0 && value < Number(bar?.getAttribute('aria-valuemax'))
  })

it('shows how far it is with filling from the memory, and changes nothing when it is left', async () => {
  const { page } = app
  const before = await app.ask('postmortem.open', { id })
  await choose(page, 'Fill from the translation')
  await underWay()
  expect(await violations(page)).toEqual([])
  await press(page, 'Escape')
  await noDialog(page)
  const after = await app.ask('postmortem.open', { id })
  expect([after.revision, after.translations]).toEqual([before.revision, before.translations])
})

it('shows how far it is with a file of the memory, and has nothing of it when it is stopped', async () => {
  const { page } = app
  const file = join(folder, 'many.tmx')
  const units = Array.from(
    { length: UNITS },
    (_, at) =>
      `<tu><tuv xml:lang="en"><seg>Gate ${at} was closed.</seg></tuv><tuv xml:lang="nl"><seg>Poort ${at} ging dicht.</seg></tuv></tu>`,
  )
  writeFileSync(
    file,
    `<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>${units.join('\n')}</body></tmx>`,
  )
  app.answer([file])
  await choose(page, 'Files of the translation memory')
  await tabTo(page, 'Import TMX…')
  await press(page, 'Enter')
  await underWay()
  expect(await violations(page)).toEqual([])
  await tabTo(page, 'Stop')
  await press(page, 'Enter')
  await says(page, 'Stopped; nothing was changed.')
  expect((await app.ask('memory.files', {})).files).toEqual([])
  await page.waitForFunction(() => document.activeElement?.textContent === 'Import TMX…')
  await press(page, 'Escape')
  await noDialog(page)
})
