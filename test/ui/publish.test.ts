import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { click, press, says, tabTo } from './hand.ts'

let app: TestApp
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'afterword-publish-'))
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  await click(app.page, 'Publish', 'header nav button')
  await says(app.page, 'Nothing to solve')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A folder to publish into, new for each test. */
function target(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

const PUBLISH = 'aside button'

const isDisabled = (name: string): Promise<boolean> =>
  app.page.evaluate(
    (css, wanted) =>
      [...document.querySelectorAll<HTMLButtonElement>(css)].find(
        (button) => button.textContent.trim() === wanted,
      )!.disabled,
    PUBLISH,
    name,
  )

/** Chooses a language to look at; its name stands before what is said about it. */
const choose = (language: string): Promise<void> =>
  app.page.evaluate((name) => {
    const options = [...document.querySelectorAll<HTMLElement>('nav [role="option"]')]
    options.find((option) => option.textContent.startsWith(name))!.click()
  }, language)

interface Manifest {
  readonly files: readonly { readonly file: string; readonly sha256: string }[]
}

describe('publishing', () => {
  it('shows the page in the language that is chosen, as wide as a screen or as a phone', async () => {
    await choose('Japanese')
    await app.page.waitForFunction(
      () => document.querySelector('iframe')?.contentDocument?.documentElement?.lang === 'ja',
    )
    const width = (): Promise<number> =>
      app.page.$eval('iframe', (frame) => frame.getBoundingClientRect().width)
    const wide = await width()
    await click(app.page, 'Phone', '[role="radio"]')
    await app.page.waitForFunction(
      () => document.querySelector('iframe')!.getBoundingClientRect().width <= 390,
    )
    expect(wide).toBeGreaterThan(600)
    await click(app.page, 'Desktop', '[role="radio"]')
  })

  it('writes every language as a page and a document by keyboard, and lists what it wrote', async () => {
    const path = target('all')
    app.answer([path])
    await tabTo(app.page, 'Publish all languages', 80)
    await press(app.page, 'Enter')
    await app.page.waitForFunction(() => document.body.innerText.includes('6 files published'), {
      timeout: 50_000,
    })
    const [release] = readdirSync(path).some((name) => name === 'manifest.json')
      ? [path]
      : readdirSync(path).map((name) => join(path, name))
    const manifest = JSON.parse(readFileSync(join(release!, 'manifest.json'), 'utf8')) as Manifest
    expect(manifest.files).toHaveLength(6)
    for (const { file, sha256 } of manifest.files) {
      const bytes = readFileSync(join(release!, file))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      await says(app.page, file)
    }
    const shown = app.question(({ kind }) => kind === 'reveal')
    await click(app.page, 'Show in folder')
    expect((await shown).text).toContain(path)
  })

  it('says nothing when the person closes the dialog', async () => {
    await click(app.page, 'Publish all languages', PUBLISH)
    await app.page.waitForFunction(() => !document.body.innerText.includes('files published'))
    await app.page.waitForFunction(
      () => document.querySelector('aside [role="progressbar"]') === null,
    )
    expect(await isDisabled('Publish all languages')).toBe(false)
  })

  it('stops when asked, and leaves nothing behind', async () => {
    const path = target('stopped')
    app.answer([path])
    await click(app.page, 'Publish all languages', PUBLISH)
    await click(app.page, 'Stop')
    await app.page.waitForFunction(
      () => document.body.innerText.includes('Stopped. Nothing was published.'),
      { timeout: 50_000 },
    )
    expect(readdirSync(path)).toEqual([])
  })

  it('publishes only the languages and formats that are chosen', async () => {
    await click(app.page, 'Japanese', 'aside button')
    await click(app.page, 'Document (PDF)', 'aside button')
    await says(app.page, '2 files and a manifest with checksums')
    await click(app.page, 'Dutch', 'aside button')
    await click(app.page, 'English', 'aside button')
    await says(app.page, 'Choose a language')
    expect(await isDisabled('Publish 0 languages')).toBe(true)
    await click(app.page, 'English', 'aside button')
    const path = target('some')
    app.answer([path])
    await click(app.page, 'Publish 1 language', PUBLISH)
    await says(app.page, '1 file published')
    for (const name of ['Japanese', 'Dutch', 'Document (PDF)'])
      await click(app.page, name, 'aside button')
  })

  it('exports one language as one file', async () => {
    const file = join(target('one'), 'page.md')
    app.answer([file])
    await choose('Dutch')
    await click(app.page, 'Export Dutch')
    await click(app.page, 'Text (Markdown)', '[role="menuitem"]')
    await says(app.page, 'Exported Dutch')
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(/^# /m)
  })

  it('exports the article alone for the page of a CMS', async () => {
    const file = join(target('fragment'), 'article.html')
    app.answer([file])
    await click(app.page, 'Export Dutch')
    await click(app.page, 'Fragment for a CMS (HTML)', '[role="menuitem"]')
    await click(app.page, 'Title as heading 3', '[role="menuitem"]')
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(/^<article lang="nl" dir="ltr">\s*<header>\s*<h3>/)
  })

  it('exports one language as a Word document', async () => {
    const file = join(target('word'), 'page.docx')
    app.answer([file])
    await click(app.page, 'Export Dutch')
    await click(app.page, 'Word document (DOCX)', '[role="menuitem"]')
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    expect(readFileSync(file).subarray(0, 2).toString('latin1')).toBe('PK')
  })

  it('exports a part of it as a picture', async () => {
    const file = join(target('picture'), 'card.png')
    app.answer([file])
    await click(app.page, 'Export Dutch')
    await click(app.page, 'Title, for links and social media', '[role="menuitem"]')
    await app.page.waitForFunction(() => document.body.innerText.split('Exported Dutch').length > 1)
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    expect(readFileSync(file).subarray(1, 4).toString('latin1')).toBe('PNG')
  })

  it('holds back what the checks refuse, says why beside the button, and shows the place', async () => {
    const [sample] = await app.ask('library.list', {})
    await click(app.page, 'Translate', 'header nav button')
    await click(app.page, 'Add a language', 'nav button')
    await app.page.waitForSelector('[role="dialog"] input')
    await app.page.keyboard.type('de')
    await press(app.page, 'Tab')
    await click(app.page, 'Add', '[role="dialog"] button')
    await app.page.waitForSelector('[data-save="saved"]')
    await click(app.page, 'Publish', 'header nav button')
    const { problems } = await app.ask('check.run', { id: sample!.id, audience: 'public' })
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(errors.length).toBeGreaterThan(50)
    await says(app.page, `Solve ${errors.length} problems first`)
    expect(await isDisabled('Publish all languages')).toBe(true)
    await click(app.page, 'German', 'aside button')
    // What is stopped stays behind with a reason, which the manifest has.
    await says(app.page, 'Say why German is left out')
    expect(await isDisabled('Publish 3 languages')).toBe(true)
    await app.page.focus('aside input[type="text"]')
    await app.page.keyboard.type('Nobody has begun')
    await says(app.page, '6 files and a manifest with checksums')
    expect(await isDisabled('Publish 3 languages')).toBe(false)
    // What was exported before is still told of at the lower edge, and lies over what stands there.
    await app.page.$eval('aside li button', (button) => button.scrollIntoView({ block: 'start' }))
    await click(app.page, 'Show', 'aside li button')
    const first = errors[0]!
    await app.page.waitForSelector(`[data-unit-row="${first.unit}"][aria-current="true"]`)
    await says(app.page, 'German')
  })
})
