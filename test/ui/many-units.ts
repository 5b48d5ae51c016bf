import { blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { Change } from '../../model/document/change.ts'
import { ordersBetween } from '../../model/document/order.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOfBlock } from '../../model/units/unit.ts'
import type { TestApp } from './app.ts'
import { textOf } from '../bench/editor/text.ts'

/** Of every hundred units, so many are drafts and so many are confirmed; the rest is untranslated. */
const DRAFTS = 20
const CONFIRMED = 60
const IN_SECTION = 400

/** The sentences of a text, as many as are asked for; each says which it is, so that all differ. */
function sentences(count: number): string[] {
  const words = textOf(count * 16)
    .flatMap(({ paragraphs }) => paragraphs)
    .join(' ')
    .split(' ')
  return Array.from({ length: count }, (_, at) => {
    // From a line to a paragraph.
    const length = 4 + ((at * 7) % 24)
    const from = (at * 13) % (words.length - length)
    return `${words.slice(from, from + length).join(' ')} (${at}).`
  })
}

/** A postmortem of so many units, most of them translated into one language. Returns its id. */
export async function makeUnits(app: TestApp, count: number, locale: string): Promise<string> {
  const { id } = await app.ask('postmortem.create', {
    title: `${count} units`,
    locale: 'en',
    template: 'blank',
  })
  const texts = sentences(count)
  const sections = Math.ceil(count / IN_SECTION)
  const changes = ordersBetween(null, null, sections).flatMap((order, part): Change[] => {
    const section = blankSection('prose', order, `Part ${part + 1}`)
    const own = texts.slice(part * IN_SECTION, (part + 1) * IN_SECTION)
    const orders = ordersBetween(null, null, own.length)
    return [
      { type: 'section.put', section },
      ...own.flatMap((text, at): Change[] => {
        const block = paragraphBlock(orders[at]!, text)
        const put: Change = { type: 'block.put', section: section.id, block }
        const [unit] = unitsOfBlock(section.id, block)
        if (at % 100 >= DRAFTS + CONFIRMED) return [put]
        return [
          put,
          {
            type: 'translation.put',
            translation: {
              unit: unit!.id,
              locale,
              content: [{ type: 'text', value: `Vertaald: ${text}` }],
              state: at % 100 < DRAFTS ? 'draft' : 'translated',
              origin: 'human',
              sourceHash: contentHash(unit!.content),
              changedAt: '2026-03-01T12:00:00.000Z',
            },
          },
        ]
      }),
    ]
  })
  const { revision: base } = await app.ask('postmortem.open', { id })
  await app.ask('postmortem.save', {
    id,
    base,
    changes: [{ type: 'locales.put', locales: [locale] }, ...changes],
  })
  return id
}
