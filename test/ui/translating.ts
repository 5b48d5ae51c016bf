import type { Page } from 'puppeteer-core'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { ordersBetween } from '../../model/document/order.ts'
import type { TestApp } from './app.ts'
import { click, press } from './hand.ts'

/** A postmortem with a title, a section and one paragraph a sentence, open in Translate. */
export async function openTranslate(
  app: TestApp,
  sentences: readonly string[],
  title: string,
): Promise<string> {
  const made = await app.ask('postmortem.create', { title, locale: 'en', template: 'blank' })
  const opened = await app.ask('postmortem.open', { id: made.id })
  const [first = 'a0'] = ordersBetween(null, null, 1)
  const section = blankSection('prose', first, 'What happened')
  const orders = ordersBetween(null, null, sentences.length)
  const changes: Change[] = [
    { type: 'section.put', section },
    ...sentences.map((sentence, at): Change => ({
      type: 'block.put',
      section: section.id,
      block: paragraphBlock(orders[at]!, sentence),
    })),
  ]
  await app.ask('postmortem.save', { id: made.id, base: opened.revision, changes })
  await click(app.page, 'All postmortems')
  await app.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[role="rowheader"]')].some((cell) =>
        cell.textContent.includes(wanted),
      ),
    {},
    title,
  )
  await app.page.evaluate((key) => {
    document.querySelector<HTMLElement>(`[data-key="${key}"]`)!.focus()
  }, made.id)
  await press(app.page, 'Enter')
  await app.page.waitForSelector('header nav')
  await click(app.page, 'Translate', 'header nav button')
  return made.id
}

/** Adds a language to the postmortem in Translate, and waits for its units. */
export async function addLanguage(page: Page, language: string): Promise<void> {
  await click(page, 'Add a language', 'nav button')
  await page.waitForSelector('[role="dialog"] input')
  await page.keyboard.type(language)
  await press(page, 'Tab')
  await click(page, 'Add', '[role="dialog"] button')
  await page.waitForSelector('[data-unit-row]')
}
