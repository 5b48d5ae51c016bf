import type { Block } from '../document/block.ts'
import type { UnitText } from '../document/text.ts'

/** Other ids for texts, by the ones that they have. */
export type Ids = ReadonlyMap<string, string>

/** The same with the texts' ids replaced. A text is what has `content` and an id, or an id in its `data`. */
function renamed<T>(value: T, ids: Ids): T {
  if (Array.isArray(value)) return value.map((one: unknown) => renamed(one, ids)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    const isId = key === 'id' && typeof inner === 'string' && ('content' in value || isData(value))
    return [key, isId ? (ids.get(inner) ?? inner) : renamed(inner, ids)]
  })
  return Object.fromEntries(entries) as T
}

const isData = (value: object): boolean => Object.keys(value).length === 1

/** The text with its other id. */
export const withId = (text: UnitText, ids: Ids): UnitText => ({
  ...text,
  id: ids.get(text.id) ?? text.id,
})

/** The block with other ids for its texts. One that is a single text has that text's id. */
export function renamedBlock(block: Block, ids: Ids): Block {
  const next = renamed(block, ids)
  return next.kind === 'prose' && 'data' in next.node ? { ...next, id: next.node.data.id } : next
}
