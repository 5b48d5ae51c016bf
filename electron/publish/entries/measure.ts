import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Measure } from '../../../model/document/block.ts'
import type { Fact } from '../../../model/document/fact.ts'
import { factElement } from '../fact.ts'
import { shareBar, sharesOf } from '../figures/share.ts'
import type { Rendering } from '../rendering.ts'
import { unitElement } from '../unit.ts'

const COLUMNS = ['potential', 'confirmed'] as const

const factOf = (page: Rendering, id: string | null): Fact | undefined =>
  id === null ? undefined : page.facts.get(id)

/** Potential reach beside confirmed reach. A column that nobody stated anything in is left out. */
export function measures(page: Rendering, entries: readonly Measure[]): Element[] {
  const { labels, statuses } = page.words
  const columns = COLUMNS.filter((column) => entries.some((entry) => entry[column] !== null))
  if (columns.length === 0)
    return [
      h(
        'ul.measures',
        entries.map((entry) => h('li', unitElement(page, 'p', entry.label))),
      ),
    ]
  const value = (id: string | null) =>
    id === null ? h('td.unstated', labels.notStated) : h('td', [factElement(page, id, 'long')])
  let drawn = false
  const rows = entries.map((entry) => {
    const [label] = unitElement(page, 'th', entry.label, { scope: 'row' })
    const shares = sharesOf(factOf(page, entry.potential), factOf(page, entry.confirmed))
    if (label !== undefined && shares !== null) {
      label.children.push(shareBar(page, shares))
      drawn = true
    }
    return h('tr', [label ?? h('td'), ...columns.map((column) => value(entry[column]))])
  })
  const heads = [labels.measure, ...columns.map((column) => statuses[column])]
  return [
    h('div.scroll', { tabIndex: 0 }, [
      h('table.measures', [
        h('thead', [
          h(
            'tr',
            heads.map((head) => h('th', { scope: 'col' }, head)),
          ),
        ]),
        h('tbody', rows),
      ]),
      ...(drawn ? [h('p.key', page.words.figures.impact)] : []),
    ]),
  ]
}
