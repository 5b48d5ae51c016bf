import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Block, BlockKind } from '../../model/document/block.ts'
import type { Section } from '../../model/document/section.ts'
import { isBlank } from '../../model/document/text.ts'
import { anchorOf } from './anchor.ts'
import { actions } from './entries/action.ts'
import { events } from './entries/event.ts'
import { figures } from './entries/figure.ts'
import { findings } from './entries/finding.ts'
import { lessons } from './entries/lesson.ts'
import { measures } from './entries/measure.ts'
import { questions } from './entries/question.ts'
import { headingLevels, type Levels } from './levels.ts'
import { flow } from './prose.ts'
import type { Rendering } from './rendering.ts'
import { restricted } from './restricted.ts'
import { runs, type Run } from './run.ts'
import { unitElement } from './unit.ts'

type Of<K extends BlockKind> = Extract<Block, { kind: K }>
type Writer<K extends BlockKind> = (
  page: Rendering,
  entries: readonly Of<K>[],
  levels: Levels,
) => Element[]

const WRITERS: { readonly [K in BlockKind]: Writer<K> } = {
  prose: (page, blocks, levels) => blocks.flatMap(({ node }) => flow(page, levels, node)),
  finding: findings,
  lesson: lessons,
  action: actions,
  event: events,
  measure: measures,
  question: questions,
  figure: figures,
  // They stand together at the end of the page.
  footnote: () => [],
}

/** Neighbours of one kind become one list, table or timeline; prose stands as it is. */
function run(page: Rendering, levels: Levels, blocks: Run<Block>): Element[] {
  const write = WRITERS[blocks[0].kind] as Writer<BlockKind>
  return restricted(page, blocks[0].audience, write(page, blocks, levels))
}

/**
 * A section with its heading and everything in it, in the document's order. Without a heading it is a plain group: HTML's
 * sections are what an outline would list.
 */
export function section(page: Rendering, part: Section): Element {
  const anchor = anchorOf(part)
  const named = !isBlank(part.heading.content)
  const levels = headingLevels(named ? 2 : 1)
  const content = runs(
    part.blocks.filter(({ kind: one }) => one !== 'footnote'),
    ({ kind, audience }) => `${kind} ${audience}`,
  )
  return h(
    named ? 'section' : 'div',
    {
      id: anchor,
      dataKind: part.kind,
      ...(named ? { ariaLabelledBy: `${anchor}-heading` } : {}),
      // How tall it is about, for as long as it is not laid out.
      ...(page.medium === 'preview' ? { dataBlocks: part.blocks.length } : {}),
    },
    [
      ...unitElement(page, 'h2', part.heading, { id: `${anchor}-heading` }),
      ...restricted(
        page,
        part.audience,
        content.flatMap((blocks) => run(page, levels, blocks)),
      ),
    ],
  )
}
