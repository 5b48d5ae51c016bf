import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { startApp, type TestApp } from './app.ts'
import { paste, proseOf, take } from './clipboard.ts'
import { blocksOf, openDesk, say, settle, type Desk } from './desk.ts'
import { click, press } from './hand.ts'

let app: TestApp

beforeAll(async () => {
  app = await startApp()
  await app.page.setViewport({ width: 1280, height: 800 })
})
afterAll(() => app.close())

const type = (text: string): Promise<void> => app.page.keyboard.type(text)
const lessons = (document: Postmortem): string[] =>
  blocksOf(document, 'lessons').map((block) =>
    block.kind === 'lesson' ? `lesson ${say(block.text.content)}` : block.kind,
  )
const idsIn = (document: Postmortem, kind: string): string[] =>
  blocksOf(document, kind).map(({ id }) => id)

/** Two lines in the summary and a lesson below; the line and the lesson are selected that the summary ends with. */
async function prepare(): Promise<Desk> {
  const desk = await openDesk(app)
  await desk.toText('summary')
  await type('One')
  await press(app.page, 'Enter')
  await type('Two')
  await desk.toText('lessons')
  await click(app.page, 'Add lesson')
  await app.page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'Lesson',
  )
  await type('Look')
  await desk.toText('summary')
  await settle(app.page)
  await press(app.page, 'Escape', 'Shift+ArrowDown')
  return desk
}

const picked = (): Promise<number> =>
  app.page.evaluate(() => document.querySelectorAll('[data-picked]').length)

describe('whole blocks on the clipboard', () => {
  it('come back as themselves when they were cut, and as others when they were copied', async () => {
    const desk = await prepare()
    const before = await desk.saved()
    const line = idsIn(before, 'summary')[1]
    const lesson = idsIn(before, 'lessons').at(-1)
    expect(await picked()).toBe(2)
    const cut = await take(app.page, 'cut')
    expect(cut['text/plain']).toBe('Two\n\nLook')
    expect(cut['text/html']).toBe('<div lang="en" dir="ltr"><p>Two</p><p>Look</p></div>')
    const without = await desk.saved()
    expect(proseOf(without, 'summary')).toEqual(['One'])
    expect(lessons(without)).not.toContain('lesson Look')

    await desk.toText('summary')
    await settle(app.page)
    await press(app.page, 'Escape')
    await paste(app.page, cut)
    const back = await desk.saved()
    expect(proseOf(back, 'summary')).toEqual(['One', 'Two'])
    expect(idsIn(back, 'summary').slice(1)).toEqual([line, lesson])
    expect(await picked()).toBe(2)

    await paste(app.page, cut)
    const twice = await desk.saved()
    expect(blocksOf(twice, 'summary')).toHaveLength(5)
    expect(new Set(idsIn(twice, 'summary')).size).toBe(5)
    await press(app.page, 'Control+z')
    expect(idsIn(await desk.saved(), 'summary').slice(1)).toEqual([line, lesson])
    await press(app.page, 'Control+z')
    expect(idsIn(await desk.saved(), 'summary')).toHaveLength(1)
    await press(app.page, 'Control+z')
    expect(await desk.saved()).toEqual(before)
  })

  it('come in at the caret, entries too, in the place of an empty line, and as words where there is a place for no more', async () => {
    const desk = await prepare()
    const copied = await take(app.page, 'copy')
    await desk.toText('outlook')
    await paste(app.page, copied)
    expect(blocksOf(await desk.saved(), 'outlook').map(({ kind }) => kind)).toEqual([
      'prose',
      'lesson',
    ])
    await click(app.page, 'Add finding')
    await app.page.waitForFunction(
      () => document.activeElement?.closest('[data-kind="finding"]') !== null,
    )
    await settle(app.page)
    await paste(app.page, copied)
    const [finding] = blocksOf(await desk.saved(), 'findings').slice(-1)
    expect(finding?.kind === 'finding' && say(finding.statement.content)).toBe('Two\nLook')
  })

  it('stay for those who may see them', async () => {
    const desk = await openDesk(app)
    await desk.toText('summary')
    await type('Secret')
    await press(app.page, 'Control+Shift+i')
    await settle(app.page)
    await press(app.page, 'Escape')
    const copied = await take(app.page, 'copy')
    expect(copied['text/plain']).toBe('[Internal, not for publication] Secret')
    await click(app.page, 'Add finding')
    await app.page.waitForFunction(
      () => document.activeElement?.closest('[data-kind="finding"]') !== null,
    )
    await settle(app.page)
    await paste(app.page, copied)
    const [finding] = blocksOf(await desk.saved(), 'findings').slice(-1)
    expect(finding?.kind === 'finding' && finding.statement.content).toMatchObject([
      { type: 'passage', audience: 'internal' },
    ])
    const other = await openDesk(app)
    await other.toText('summary')
    await paste(app.page, copied)
    const [block] = blocksOf(await other.saved(), 'summary')
    expect(block).toMatchObject({ audience: 'internal' })
    expect(block?.id).not.toBe(idsIn(await desk.saved(), 'summary')[0])
  })

  it('give way to what other programs and our own texts bring', async () => {
    const desk = await prepare()
    await press(app.page, 'Escape')
    await desk.toText('summary')
    await press(app.page, 'Escape')
    await paste(app.page, { 'text/html': '<h2>From</h2><ul><li>outside</li></ul>' })
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['One', 'Two', '# From', '- outside'])
    await press(app.page, 'Control+z')
    expect(proseOf(await desk.saved(), 'summary')).toEqual(['One', 'Two'])
  })

  it('are copied and pasted with the keys of the system', async () => {
    const desk = await prepare()
    const session = await app.page.createCDPSession()
    /** A key with what the system's keyboard says that it means. */
    const key = async (letter: string, command: string): Promise<void> => {
      const shared = { key: letter, code: `Key${letter.toUpperCase()}`, modifiers: 2 }
      await session.send('Input.dispatchKeyEvent', {
        ...shared,
        type: 'rawKeyDown',
        commands: [command],
      })
      await session.send('Input.dispatchKeyEvent', { ...shared, type: 'keyUp' })
    }
    const hears = (words: string): Promise<unknown> =>
      app.page.waitForFunction(
        (wanted) => document.querySelector('[data-blocks] [role="status"]')?.textContent === wanted,
        { timeout: 60_000 },
        words,
      )
    await key('c', 'Copy')
    await hears('2 blocks copied')
    await key('v', 'Paste')
    await hears('2 blocks pasted')
    expect(
      blocksOf(await desk.saved(), 'lessons')
        .slice(-2)
        .map(({ kind }) => kind),
    ).toEqual(['prose', 'lesson'])
  })
})
