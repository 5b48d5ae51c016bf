import { diffArrays } from 'diff'

/** One of two lists' ids. `moved`: it is in both, at another place among the others. */
export interface Step {
  readonly id: string
  readonly moved: boolean
}

/** Beyond this many differences two orders have nothing to do with each other. */
const MOST_EDITS = 4000

/**
 * Two orders as one: that of the later list, with what was only in the earlier one where it stood. Each id is there
 * once. Ids must be unique in each list.
 */
export function inSequence(before: readonly string[], after: readonly string[]): Step[] {
  const here = new Set(after)
  const there = new Set(before)
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS })
  if (parts === undefined)
    return [
      ...before.filter((id) => !here.has(id)).map((id) => ({ id, moved: false })),
      ...after.map((id) => ({ id, moved: there.has(id) })),
    ]
  return parts.flatMap(({ value, added, removed }) =>
    value
      .filter((id) => !(removed && here.has(id)))
      .map((id) => ({ id, moved: added && there.has(id) })),
  )
}
