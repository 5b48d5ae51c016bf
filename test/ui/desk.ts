import type { CDPSession, Page } from 'puppeteer-core'
import type { Block } from '../../model/document/block.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { plainText, type Content } from '../../model/document/text.ts'
import type { TestApp } from './app.ts'

/** A postmortem open in Write, and what a test needs to work in it. */
export interface Desk {
  readonly app: TestApp
  readonly page: Page
  readonly id: string
  /** What the library has, once the window says that everything is saved. */
  saved(): Promise<Postmortem>
  /** Puts the caret at the end of the run of prose in the section of this kind. */
  toText(kind: string): Promise<void>
  /** Opens the postmortem anew, as after a start. */
  reload(): Promise<void>
}

/** Shows a postmortem in Write as a person comes back to it. */
async function show(app: TestApp, id: string): Promise<void> {
  const now = await app.ask('settings.get', {})
  await app.ask('settings.set', { ...now, last: { postmortem: id, view: 'write' } })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[data-editable]')
}

/** A new postmortem, open in Write. */
export async function openDesk(
  app: TestApp,
  options: { locale?: string; template?: 'blank' | 'incident' } = {},
): Promise<Desk> {
  const { locale = 'en', template = 'incident' } = options
  const { id } = await app.ask('postmortem.create', { title: 'A key in a log', locale, template })
  await show(app, id)
  const { page } = app
  return {
    app,
    page,
    id,
    async saved() {
      // A key that was just pressed shows as unsaved at once, so "saved" here means all of it.
      await page.waitForFunction(
        () => document.querySelector('[data-save]')?.getAttribute('data-save') === 'saved',
        { timeout: 60_000 },
      )
      return (await app.ask('postmortem.open', { id })).document
    },
    async toText(kind) {
      await page.focus(`[data-section][data-kind="${kind}"] [data-run]`)
      await page.keyboard.down('Control')
      await page.keyboard.press('End')
      await page.keyboard.up('Control')
    },
    reload: () => show(app, id),
  }
}

export const blocksOf = (document: Postmortem, kind: string): readonly Block[] =>
  document.sections.find((section) => section.kind === kind)?.blocks ?? []

export const say = (content: Content): string => plainText(content, (fact) => `{${fact}}`)

/** What a block of prose says, with what it is. */
export function describeBlock(block: Block): string {
  if (block.kind !== 'prose') return block.kind
  const { node } = block
  switch (node.type) {
    case 'paragraph':
      return say(node.children)
    case 'heading':
      return `${'#'.repeat(node.depth)} ${say(node.children)}`
    default:
      return node.type
  }
}

/** The editor learns of a moved caret from the browser's event, which comes some frames after the key. */
export const settle = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let frames = 0
        const next = (): void => {
          frames += 1
          if (frames < 5) requestAnimationFrame(next)
          else setTimeout(() => resolve(null), 30)
        }
        next()
      }),
  )

/** Steps of an input method in the page: what is being composed, and what it becomes. */
export async function compose(
  session: CDPSession,
  steps: readonly string[],
  result: string,
): Promise<void> {
  for (const text of steps)
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await session.send('Input.insertText', { text: result })
}
