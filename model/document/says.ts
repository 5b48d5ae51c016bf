import { isEntry, type Block, type Entry } from './block.ts'
import { UNIT_FIELDS } from './entry.ts'
import { containersOf } from './prose.ts'
import { isBlank, type UnitText } from './text.ts'

/** The texts of an entry in reading order. */
export const textsOf = (entry: Entry): UnitText[] =>
  UNIT_FIELDS[entry.kind].map((field) => entry[field as keyof Entry] as unknown as UnitText)

/** Does a reader get anything from it? Code and pictures say something without being a unit. */
export function says(block: Block): boolean {
  if (block.kind === 'figure') return true
  if (isEntry(block)) return textsOf(block).some(({ content }) => !isBlank(content))
  if (block.node.type === 'code') return block.node.value.trim() !== ''
  return [...containersOf(block.node)].some(({ children }) => !isBlank(children))
}
