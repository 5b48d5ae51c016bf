import type { Block } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import { newId } from '../../../../model/document/identifier.ts'
import type { DocumentState } from '../../../../model/document/state.ts'
import { renamedBlock } from '../../../../model/units/rename.ts'
import { unitsOfBlock } from '../../../../model/units/unit.ts'
import { placedBlocks, putBlocks } from './move.ts'

export interface Copies {
  readonly blocks: readonly Block[]
  /** What the originals read in other languages, for the copies: the same words have the same translation. */
  readonly translations: readonly Change[]
}

/** The same blocks as others: with ids of their own, and with the translations that the originals have here. */
export function copyBlocks(state: DocumentState, blocks: readonly Block[]): Copies {
  const ids = new Map<string, string>()
  const copies = blocks.map((block): Block => {
    for (const { id } of unitsOfBlock('', block)) ids.set(id, newId())
    const copy = renamedBlock(block, ids)
    return copy.id === block.id ? { ...copy, id: newId() } : copy
  })
  const translations: Change[] = []
  for (const texts of state.translations.values())
    for (const [from, unit] of ids) {
      const translation = texts.get(from)
      if (translation !== undefined)
        translations.push({ type: 'translation.put', translation: { ...translation, unit } })
    }
  return { blocks: copies, translations }
}

/** Changes, and the blocks that they made. */
export interface Made {
  readonly changes: readonly Change[]
  readonly made: readonly string[]
}

/** Puts copies of blocks after the last of them. */
export function duplicateBlocks(state: DocumentState, ids: ReadonlySet<string>): Made {
  const placed = placedBlocks(state.document, ids)
  const last = placed.at(-1)
  if (last === undefined) return { changes: [], made: [] }
  const { blocks, translations } = copyBlocks(
    state,
    placed.map(({ block }) => block),
  )
  const puts = putBlocks(state.document, blocks, { section: last.section, after: last.block.id })
  return { changes: [...puts, ...translations], made: blocks.map(({ id }) => id) }
}
