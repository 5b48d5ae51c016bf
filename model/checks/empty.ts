import { isEntry } from '../document/block.ts'
import { UNIT_FIELDS } from '../document/entry.ts'
import { says, textsOf } from '../document/says.ts'
import { isBlank } from '../document/text.ts'
import type { Problem } from './problem.ts'
import { excerpt, type Subject } from './subject.ts'

/**
 * Warnings: an entry without a word, and a section in which nothing says anything. A blank paragraph among others is
 * no problem, because it is not published. `params.context` is the kind of entry, `section`, or `headed` for a section
 * with a heading, whose beginning is `params.text`.
 */
export function empty({ document }: Subject): Problem[] {
  const warn = (params: Problem['params'], unit: string, place: Problem['place']): Problem => ({
    rule: 'empty',
    severity: 'warning',
    locale: null,
    unit,
    place,
    params,
  })
  return document.sections.flatMap((section) => {
    const entries = section.blocks
      .filter(isEntry)
      .filter((entry) => !says(entry))
      .map((entry) => {
        const field = UNIT_FIELDS[entry.kind][0]
        return warn({ context: entry.kind }, textsOf(entry)[0]!.id, {
          section: section.id,
          block: entry.id,
          field,
        })
      })
    if (section.blocks.some(says) || entries.length > 0) return entries
    const { id, content } = section.heading
    const which = isBlank(content)
      ? { context: 'section' }
      : { context: 'headed', text: excerpt(content) }
    return [warn(which, id, { section: section.id, block: null, field: 'heading' })]
  })
}
