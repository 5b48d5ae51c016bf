import type { Page } from 'puppeteer-core'
import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { ordersBetween } from '../../model/document/order.ts'
import type { Translation } from '../../model/document/translation.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOfBlock } from '../../model/units/unit.ts'
import type { TestApp } from './app.ts'
import { press } from './hand.ts'
import type { Part } from './translator-texts.ts'

/** Makes a postmortem of these parts; with `locale`, everything but its title and headings is confirmed in that. */
export async function make(
  app: TestApp,
  title: string,
  parts: readonly Part[],
  locale?: string,
): Promise<string> {
  const made = await app.ask('postmortem.create', { title, locale: 'en', template: 'blank' })
  const sections = ordersBetween(null, null, parts.length)
  const changes = parts.flatMap(({ heading, texts }, part): Change[] => {
    const section = blankSection('prose', sections[part]!, heading[0])
    const orders = ordersBetween(null, null, texts.length)
    const blocks = texts.map(([source]) => paragraphBlock(orders.shift()!, source))
    return [
      { type: 'section.put', section },
      ...blocks.map((block): Change => ({ type: 'block.put', section: section.id, block })),
      ...blocks.flatMap((block, at): Change[] => {
        if (locale === undefined) return []
        const [unit] = unitsOfBlock(section.id, block)
        const translation: Translation = {
          unit: unit!.id,
          locale,
          content: [{ type: 'text', value: texts[at]![1] }],
          state: 'translated',
          origin: 'human',
          sourceHash: contentHash(unit!.content),
          changedAt: '2026-03-01T12:00:00.000Z',
        }
        return [{ type: 'translation.put', translation }]
      }),
    ]
  })
  const locales: readonly Change[] =
    locale === undefined ? [] : [{ type: 'locales.put', locales: [locale] }]
  const { revision: base } = await app.ask('postmortem.open', { id: made.id })
  await app.ask('postmortem.save', { id: made.id, base, changes: [...locales, ...changes] })
  return made.id
}

export interface Here {
  readonly unit: string
  readonly number: number
  readonly state: string
  readonly source: string
  readonly target: string
}

/** The row that the caret is in. */
export const here = (page: Page): Promise<Here> =>
  page.evaluate(() => {
    const field = document.activeElement
    const row = field?.closest<HTMLElement>('[data-unit-row]')
    if (!row || field?.getAttribute('role') !== 'textbox')
      throw new Error('The caret is in no text.')
    return {
      unit: row.dataset['unitRow']!,
      number: Number(row.querySelector('[title="Number of the text"]')!.textContent),
      state: row.dataset['state']!,
      source: row.querySelector('[data-source] [lang]')!.textContent,
      target: field.textContent,
    }
  })

/**
 * Presses a key that goes to another text, and once more where it first says what is wrong; waits until the caret is there.
 * False where there is no other.
 */
export async function onward(page: Page, chord: string): Promise<boolean> {
  const { unit, state } = await here(page)
  const once = async (again: boolean): Promise<unknown> => {
    await press(page, chord)
    const told = await page.waitForFunction(
      (from, before, pressedAgain) => {
        const focus = document.activeElement
        const row = focus?.closest<HTMLElement>('[data-unit-row]')
        if (!row || focus?.getAttribute('role') !== 'textbox') return false
        if (row.dataset['unitRow'] !== from) return 'on'
        const said = row.querySelector('[data-problems] [role="status"]')?.textContent ?? ''
        if (!pressedAgain && said.includes('again to go on')) return 'again'
        const stays = row.ariaCurrent === 'true' && row.dataset['state'] !== before
        return stays && document.body.innerText.includes('Everything in Dutch is confirmed.')
          ? 'done'
          : false
      },
      {},
      unit,
      state,
      again,
    )
    return told.jsonValue()
  }
  const first = await once(false)
  return (first === 'again' ? await once(true) : first) === 'on'
}
