import type { Change } from './change.ts'
import { LONG_ORDER, ordersBetween } from './order.ts'
import { headOf, type DocumentState } from './state.ts'

interface Ordered {
  readonly order: string
}

const isLong = ({ order }: Ordered): boolean => order.length > LONG_ORDER

/** The rows that have to change so that all have orders as short as they can be, in the sequence that they have. */
const respaced = <T extends Ordered>(rows: readonly T[]): T[] => {
  const orders = ordersBetween(null, null, rows.length)
  return rows.flatMap((row, at) =>
    row.order === orders[at] ? [] : [{ ...row, order: orders[at]! }],
  )
}

/**
 * What goes along with changes, in the same step: where so much was put in at one place that an order has become long,
 * the rows that it stands among get new ones, before one is longer than a document takes.
 */
export function orderChanges(
  changed: () => DocumentState,
  changes: readonly Change[],
): readonly Change[] {
  const crowded = new Set<string>()
  let [sections, workstreams] = [false, false]
  for (const change of changes) {
    if (change.type === 'block.put' && isLong(change.block)) crowded.add(change.section)
    sections ||= change.type === 'section.put' && isLong(change.section)
    workstreams ||= change.type === 'workstream.put' && isLong(change.workstream)
  }
  if (crowded.size === 0 && !sections && !workstreams) return []
  const { document } = changed()
  const out: Change[] = []
  if (sections)
    for (const section of respaced(document.sections))
      out.push({ type: 'section.put', section: headOf(section) })
  if (workstreams)
    for (const workstream of respaced(document.workstreams))
      out.push({ type: 'workstream.put', workstream })
  for (const { id, blocks } of document.sections)
    if (crowded.has(id))
      for (const block of respaced(blocks)) out.push({ type: 'block.put', section: id, block })
  return out
}
