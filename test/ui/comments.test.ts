import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from './app.ts'
import { click, press, says } from './hand.ts'
import { addLanguage, openTranslate } from './translating.ts'

let app: TestApp
let id: string

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
  id = await openTranslate(app, ['A key was written to a log.'], 'A key in a log')
  await addLanguage(app.page, 'nl')
})
afterAll(() => app.close())

const FIELD = '[data-unit-row] [contenteditable="true"]'

async function stored() {
  await app.page.waitForSelector('[data-save="saved"]')
  return app.ask('postmortem.open', { id })
}

const states = async () => {
  const { translations } = await stored()
  return translations.map(({ state }) => state)
}

describe('what is said about a text', () => {
  it('is asked by keyboard alone at the row, and the caret comes back into the text', async () => {
    await app.page.focus(FIELD)
    await press(app.page, 'Control+Alt+Shift+M')
    await app.page.waitForSelector('[data-talk] textarea:focus')
    await app.page.keyboard.type('Which log?')
    await press(app.page, 'Control+Enter')
    await says(app.page, '1 open')
    const { comments } = await stored()
    expect(comments).toMatchObject([
      { kind: 'query', text: 'Which log?', locale: 'nl', thread: null, resolved: null },
    ])
    await app.page.waitForSelector('[data-thread] textarea')
    const areas = await app.page.$$('[data-talk] textarea')
    await areas.at(-1)!.focus()
    await press(app.page, 'Escape')
    await app.page.waitForFunction(
      (field) => document.activeElement === document.querySelector(field),
      {},
      FIELD,
    )
  })

  it('is a warning, and on no page that goes out', async () => {
    const { problems } = await app.ask('check.run', { id, locale: 'nl' })
    expect(problems.map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'query-open',
      'warning',
    ])
    const { html } = await app.ask('preview.page', { id, locale: 'en', audience: 'internal' })
    expect(html).toContain('A key was written to a log.')
    expect(html).not.toContain('Which log?')
  })

  it('is answered and settled in Write, where its text is marked', async () => {
    await click(app.page, 'Write', 'header nav button')
    await click(app.page, 'Comments 1', '[role="tab"]')
    await says(app.page, 'Which log?')
    const marked = () =>
      app.page.evaluate(() =>
        [...document.querySelectorAll('main [data-unit], main [data-block]')].some(
          (one) => getComputedStyle(one).outlineStyle === 'dotted',
        ),
      )
    expect(await marked()).toBe(true)
    await app.page.focus('[data-thread] textarea')
    await app.page.keyboard.type('The one of the mail server.')
    await press(app.page, 'Control+Enter')
    await says(app.page, 'The one of the mail server.')
    await click(app.page, 'Settle')
    await says(app.page, 'Settled')
    expect(await marked()).toBe(false)
    const { comments } = await stored()
    const head = comments!.find(({ thread }) => thread === null)!
    expect(head.resolved).not.toBeNull()
    expect(comments!.find(({ thread }) => thread === head.id)?.text).toContain('mail server')
  })

  it('is taken back by undo like everything else', async () => {
    await press(app.page, 'Control+z')
    await app.page.waitForSelector('[data-thread][data-open]')
    const { comments } = await stored()
    expect(comments!.find(({ thread }) => thread === null)?.resolved).toBeNull()
  })
})

describe('a translation that is sent back', () => {
  it('is a draft again with the reason, and what is confirmed then settles it', async () => {
    await click(app.page, 'Translate', 'header nav button')
    await app.page.waitForSelector(FIELD)
    await app.page.focus(FIELD)
    await app.page.keyboard.type('Een sleutel')
    await press(app.page, 'Control+Enter')
    expect(await states()).toEqual(['translated'])
    await app.page.focus(FIELD)
    await press(app.page, 'Shift+F2')
    await app.page.waitForSelector('[data-talk] textarea:focus')
    await app.page.keyboard.type('Say which key.')
    await press(app.page, 'Control+Enter')
    await app.page.waitForSelector('[data-unit-row][data-state="draft"]')
    const sent = await stored()
    expect(sent.comments).toContainEqual(
      expect.objectContaining({ kind: 'rejection', text: 'Say which key.', resolved: null }),
    )
    await app.page.focus(FIELD)
    await press(app.page, 'End')
    await app.page.keyboard.type(' van de server')
    await press(app.page, 'Control+Enter')
    expect(await states()).toEqual(['translated'])
    const { comments } = await stored()
    expect(comments!.find(({ kind }) => kind === 'rejection')?.resolved).not.toBeNull()
  })
})
