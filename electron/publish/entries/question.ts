import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Question } from '../../../model/document/block.ts'
import type { Levels } from '../levels.ts'
import type { Rendering } from '../rendering.ts'
import { isBlank } from '../../../model/document/text.ts'
import { unitElement } from '../unit.ts'

/** Each question as a heading with its answer, so that it can be found in an outline. */
export const questions = (
  page: Rendering,
  entries: readonly Question[],
  levels: Levels,
): Element[] =>
  entries.map(({ question, answer }) =>
    h('div.question', [
      ...(isBlank(question.content) ? [] : unitElement(page, levels.next(1), question)),
      ...unitElement(page, 'p', answer),
    ]),
  )
