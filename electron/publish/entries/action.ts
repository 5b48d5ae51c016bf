import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Action } from '../../../model/document/block.ts'
import { isBlank } from '../../../model/document/text.ts'
import { anchorOf } from '../anchor.ts'
import { timeElement } from '../fact.ts'
import type { Levels } from '../levels.ts'
import { marks } from '../marks.ts'
import { remarks } from '../remark.ts'
import type { Rendering } from '../rendering.ts'
import { runs } from '../run.ts'
import { unitElement } from '../unit.ts'

function action(page: Rendering, entry: Action): Element {
  const { labels, commitments, horizons } = page.words
  const { commitment, due, horizon } = entry
  const properties = {
    ...(page.linked.has(entry.id) ? { id: anchorOf(entry) } : {}),
    ...(commitment === null ? {} : { dataCommitment: commitment }),
  }
  return h('li', properties, [
    ...unitElement(page, 'p', entry.text),
    ...marks(page, [
      commitment !== null && { term: labels.commitment, value: commitments[commitment] },
      due !== null && {
        term: labels.due,
        value: timeElement(page, { kind: 'date', date: due }),
      },
      horizon !== null && { term: labels.horizon, value: horizons[horizon] },
    ]),
    ...remarks(page, [entry.owner, entry.ticket]),
  ])
}

/** The place of each workstream in the order in which readers meet them, from 1. */
function numbers(page: Rendering): ReadonlyMap<string, number> {
  const named = page.document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'action' && block.workstream ? [block.workstream] : []))
  return new Map([...new Set(named)].map((id, index) => [id, index + 1]))
}

/**
 * The heading of a workstream. Where there are several it begins with its number, as text: people cite it, and it
 * must still be there when the page is copied or read aloud.
 */
function workstreamHeading(page: Rendering, levels: Levels, id: string | null): Element[] {
  const workstream = page.document.workstreams.find((one) => one.id === id)
  if (workstream === undefined || isBlank(workstream.name.content)) return []
  const places = numbers(page)
  const place = places.get(workstream.id) ?? 0
  const number = new Intl.NumberFormat(page.locale, { useGrouping: false }).format(place)
  return unitElement(
    page,
    levels.next(1),
    workstream.name,
    {},
    places.size > 1 ? [{ type: 'text', value: `${number}. ` }] : [],
  )
}

/** What is being changed, under the heading of the workstream that each action belongs to. */
export const actions = (page: Rendering, entries: readonly Action[], levels: Levels): Element[] =>
  runs(entries, ({ workstream }) => workstream).flatMap((group) => [
    ...workstreamHeading(page, levels, group[0].workstream),
    h(
      'ul.actions',
      group.map((entry) => action(page, entry)),
    ),
  ])
