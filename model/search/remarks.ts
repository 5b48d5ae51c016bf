import type { Block } from '../document/block.ts'
import type { Postmortem } from '../document/postmortem.ts'
import { plainText, type Content } from '../document/text.ts'
import type { Unit } from '../units/unit.ts'

/** The internal remarks of entries: no units, but a name that must go from a document must go from them too. */
const REMARKS = { finding: ['evidence', 'replaces'], action: ['owner', 'ticket'] } as const
export type RemarkField = (typeof REMARKS)[keyof typeof REMARKS][number]
export const REMARK_FIELDS: readonly RemarkField[] = Object.values(REMARKS).flat()

/** More than this is refused by the document's schema. In UTF-16 units. */
const LONGEST = 20_000

function remarksIn(block: Block): [field: RemarkField, text: string][] {
  if (block.kind === 'finding') return REMARKS.finding.map((field) => [field, block[field]])
  if (block.kind === 'action') return REMARKS.action.map((field) => [field, block[field]])
  return []
}

const nameOf = (block: string, field: string): string => `${block} ${field}`

/** What is said in remarks, block by block, as if each were a unit. */
export function remarksOf(document: Postmortem): Map<string, Unit[]> {
  const found = new Map<string, Unit[]>()
  for (const section of document.sections)
    for (const block of section.blocks) {
      const units = remarksIn(block)
        .filter(([, value]) => value !== '')
        .map(([field, value]): Unit => ({
          id: nameOf(block.id, field),
          content: [{ type: 'text', value }],
          place: { section: section.id, block: block.id, field, index: 0 },
        }))
      if (units.length > 0) found.set(block.id, units)
    }
  return found
}

/** The block with those of its remarks that `texts` has, by the names of `remarksOf`. One that grew too long stays. */
export function putRemarks(block: Block, texts: ReadonlyMap<string, Content>): Block {
  const changed = remarksIn(block).flatMap(([field]) => {
    const content = texts.get(nameOf(block.id, field))
    const text = content === undefined ? '' : plainText(content)
    return content === undefined || text.length > LONGEST ? [] : [[field, text]]
  })
  return changed.length === 0 ? block : ({ ...block, ...Object.fromEntries(changed) } as Block)
}
