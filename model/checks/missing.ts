import type { Block } from '../document/block.ts'
import { isBlank, type UnitText } from '../document/text.ts'
import type { Problem, Severity } from './problem.ts'
import { excerpt, type Subject } from './subject.ts'

/**
 * What a document must have to be published is a title and a section: without them it is an error. So is an image that
 * nothing is said about, in a build: whoever does not see it gets nothing (WCAG 1.1.1). While one writes it is a
 * warning, because the words come after the picture. A question without its answer, a measure without a value and an
 * event without a time are warnings, because a text that was brought in from elsewhere may never have stated them, and
 * a page that leaves them out is still true.
 *
 * `params.context` names what is missing and picks the sentence (i18next's context).
 */
export function missing({ document, audience }: Subject): Problem[] {
  const problems: Problem[] = []
  const add = (
    context: string,
    severity: Severity,
    unit: string | null,
    place: Problem['place'],
    about?: UnitText,
  ): void => {
    problems.push({
      rule: 'missing',
      severity,
      locale: null,
      unit,
      place,
      params: { context, ...(about === undefined ? {} : { text: excerpt(about.content) }) },
    })
  }
  const nowhere = { section: null, block: null }
  if (isBlank(document.title.content))
    add('title', 'error', document.title.id, { ...nowhere, field: 'title' })
  if (document.sections.length === 0) add('section', 'error', null, { ...nowhere, field: null })

  const ofBlock = (section: string, block: Block): void => {
    const place = (field: string) => ({ section, block: block.id, field })
    if (block.kind === 'question' && !isBlank(block.question.content)) {
      if (isBlank(block.answer.content))
        add('answer', 'warning', block.answer.id, place('answer'), block.question)
    } else if (block.kind === 'measure' && !isBlank(block.label.content)) {
      if (block.potential === null && block.confirmed === null)
        add('value', 'warning', null, place('potential'), block.label)
    } else if (block.kind === 'event' && !isBlank(block.text.content)) {
      if (block.when === null) add('when', 'warning', null, place('when'), block.text)
    } else if (block.kind === 'figure' && !block.decorative && isBlank(block.alt.content)) {
      const severity = audience === null ? 'warning' : 'error'
      const captioned = !isBlank(block.caption.content)
      if (captioned) add('altOf', severity, block.alt.id, place('alt'), block.caption)
      else add('alt', severity, block.alt.id, place('alt'))
    }
  }
  for (const section of document.sections)
    for (const block of section.blocks) ofBlock(section.id, block)
  return problems
}
