import type { Page } from 'puppeteer-core'
import {
  blankEntry,
  blankSection,
  paragraphBlock,
  unitText,
} from '../../../model/document/blank.ts'
import type { Change } from '../../../model/document/change.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import { DEFAULT_SETTINGS } from '../../../model/contract/settings.ts'
import type { TestApp } from '../../ui/app.ts'
import type { Part } from './text.ts'

/** A new postmortem in the app's library, made of these changes. Returns its id. */
async function make(app: TestApp, title: string, changes: Change[]): Promise<string> {
  const { id } = await app.ask('postmortem.create', { title, locale: 'en', template: 'blank' })
  const { revision: base } = await app.ask('postmortem.open', { id })
  await app.ask('postmortem.save', { id, base, changes })
  return id
}

/** A postmortem with the text: a section for each part. */
export function makeText(app: TestApp, parts: readonly Part[]): Promise<string> {
  const orders = ordersBetween(null, null, parts.length)
  const changes = parts.flatMap(({ heading, paragraphs }, at): Change[] => {
    const section = blankSection('prose', orders[at]!, heading)
    const within = ordersBetween(null, null, paragraphs.length)
    return [
      { type: 'section.put', section },
      ...paragraphs.map((text, index): Change => ({
        type: 'block.put',
        section: section.id,
        block: paragraphBlock(within[index]!, text),
      })),
    ]
  })
  return make(app, 'Typing', changes)
}

/** A postmortem with so many findings, each with a sentence. */
export function makeEntries(app: TestApp, count: number, sentence: string): Promise<string> {
  const [order] = ordersBetween(null, null, 1)
  const section = blankSection('findings', order!, 'Findings')
  const changes = ordersBetween(null, null, count).map((place): Change => ({
    type: 'block.put',
    section: section.id,
    block: { ...blankEntry('finding', place), statement: unitText(sentence) },
  }))
  return make(app, 'Entries', [{ type: 'section.put', section }, ...changes])
}

/** Opens a postmortem in Write, in a page that begins anew. Resolves when the window takes input. */
export async function openWrite(app: TestApp, id: string): Promise<Page> {
  await app.ask('settings.set', {
    ...DEFAULT_SETTINGS,
    interfaceLocale: 'en',
    last: { postmortem: id, view: 'write' },
  })
  const ready = app.interactive()
  await app.page.evaluate(() => location.reload())
  await ready
  await app.page.waitForSelector('[data-section]')
  return app.page
}
