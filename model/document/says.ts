import { isEntry, type Block, type Entry } from './block.ts'
import { UNIT_FIELDS } from './entry.ts'
import { containersOf, type Flow, type ListItem } from './prose.ts'
import { isBlank, type UnitText } from './text.ts'

/** The texts of an entry in reading order. */
export const textsOf = (entry: Entry): UnitText[] =>
  UNIT_FIELDS[entry.kind].map((field) => entry[field as keyof Entry] as unknown as UnitText)

/** Is there code in a block, or in what stands in it? */
const hasCode = (node: Flow | ListItem): boolean => {
  switch (node.type) {
    case 'code':
      return node.value.trim() !== ''
    case 'blockquote':
    case 'callout':
    case 'list':
    case 'listItem':
      return node.children.some(hasCode)
    default:
      return false
  }
}

/** Does a reader get anything from it? Code and pictures say something without being a unit. */
export function says(block: Block): boolean {
  if (block.kind === 'figure') return true
  if (isEntry(block)) return textsOf(block).some(({ content }) => !isBlank(content))
  return (
    [...containersOf(block.node)].some(({ children }) => !isBlank(children)) || hasCode(block.node)
  )
}
