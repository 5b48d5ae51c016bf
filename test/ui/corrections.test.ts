import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '../../model/document/block.ts'
import type { Audience } from '../../model/document/audience.ts'
import { startApp, type TestApp } from './app.ts'
import { violations } from './axe.ts'
import { click, press, says, tabTo } from './hand.ts'

let app: TestApp
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'afterword-corrections-'))
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  await click(app.page, 'Publish', 'header nav button')
  await says(app.page, 'Nothing to solve')
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function publishEnglish(name: string): Promise<string> {
  const path = join(folder, name)
  mkdirSync(path)
  app.answer([path])
  await click(app.page, 'Publish 1 language', 'aside button')
  await says(app.page, 'file published')
  const [release] = readdirSync(path)
  return join(path, release!)
}

/** Another window changes the first paragraph of the sample. */
async function change(words: string): Promise<void> {
  const [sample] = await app.ask('library.list', {})
  const { document, revision } = await app.ask('postmortem.open', { id: sample!.id })
  for (const section of document.sections)
    for (const block of section.blocks)
      if (
        block.audience === ('public' as Audience) &&
        block.kind === 'prose' &&
        block.node.type === 'paragraph'
      ) {
        const children = [...block.node.children, { type: 'text' as const, value: ` ${words}` }]
        const next: Block = { ...block, node: { ...block.node, children } }
        const changes = [{ type: 'block.put' as const, section: section.id, block: next }]
        await app.ask('postmortem.save', { id: document.id, base: revision, changes })
        return
      }
}

/** The page beside it has the correction, as it was decided or published. */
const previewTellsOfIt = (): Promise<unknown> =>
  app.page.waitForFunction(() =>
    document
      .querySelector('iframe')
      ?.contentDocument?.querySelector('.corrections')
      ?.textContent.includes('It took longer than we said.'),
  )

describe('what was published and is different now', () => {
  it('must be decided before it is published again, by keyboard, and nothing is decided by itself', async () => {
    for (const language of ['Dutch', 'Japanese']) await click(app.page, language, 'aside button')
    await click(app.page, 'Document (PDF)', 'aside button')
    await publishEnglish('first')
    await change('It took longer than we said.')
    await says(app.page, 'Different from the last release')
    await says(app.page, 'It took longer than we said.')
    await says(app.page, 'Decide 1 change first')
    for (const theme of ['dark', 'light'] as const) {
      const settings = await app.ask('settings.get', {})
      await app.ask('settings.set', { ...settings, theme })
      await app.page.waitForFunction(
        (wanted) => document.documentElement.dataset['theme'] === wanted,
        {},
        theme,
      )
      // Colours go over into the others: what is between them is nobody's.
      await app.page.evaluate(async () => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        await Promise.all(
          document.getAnimations().map((each) => each.finished.then(undefined, () => undefined)),
        )
      })
      expect(await violations(app.page)).toEqual([])
    }
    await app.page.focus('aside button')
    await tabTo(app.page, 'Correction', 80)
    await press(app.page, 'Space')
    await says(app.page, '1 file and a manifest with checksums')
    await previewTellsOfIt()
    const second = await publishEnglish('second')
    const html = readFileSync(
      join(
        second,
        readdirSync(second).find((name) => name.endsWith('.en.html'))!,
      ),
      'utf8',
    )
    expect(html.slice(html.indexOf('class="corrections"'))).toContain(
      'It took longer than we said.',
    )
    await previewTellsOfIt()
    // What was just published differs from nothing.
    await app.page.waitForFunction(
      () => !document.body.innerText.includes('Different from the last release'),
    )
  })
})
