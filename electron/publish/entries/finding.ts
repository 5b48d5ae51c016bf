import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Finding } from '../../../model/document/block.ts'
import { findBlock } from '../../../model/document/state.ts'
import { anchorOf } from '../anchor.ts'
import { nameOf } from '../description.ts'
import { marks } from '../marks.ts'
import { remarks } from '../remark.ts'
import type { Rendering } from '../rendering.ts'
import { unitElement } from '../unit.ts'

/** What the earlier finding says that this one replaces. */
function earlier(page: Rendering, { supersedes }: Finding): string {
  const found = supersedes ? findBlock(page.document, supersedes) : undefined
  return found?.kind === 'finding' ? nameOf(page, found.statement.content) : ''
}

function finding(page: Rendering, entry: Finding): Element {
  const { labels, outcomes, confidences } = page.words
  const { outcome, confidence } = entry
  return h('li', page.linked.has(entry.id) ? { id: anchorOf(entry) } : {}, [
    h('div.finding', outcome === null ? {} : { dataOutcome: outcome }, [
      ...unitElement(page, 'p', entry.statement),
      ...marks(page, [
        outcome !== null && { term: labels.outcome, value: outcomes[outcome] },
        confidence !== null && { term: labels.confidence, value: confidences[confidence] },
      ]),
      ...remarks(page, [entry.evidence, entry.replaces || earlier(page, entry)]),
    ]),
  ])
}

/** What is known to have happened, and what is known not to have: each statement with how sure it is. */
export const findings = (page: Rendering, entries: readonly Finding[]): Element[] => [
  h(
    'ul.findings',
    entries.map((entry) => finding(page, entry)),
  ),
]
