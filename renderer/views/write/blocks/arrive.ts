import type { Block } from '../../../../model/document/block.ts'
import type { Change } from '../../../../model/document/change.ts'
import type { DocumentState } from '../../../../model/document/state.ts'
import { allUnits, mapBlock, unitsOfBlock } from '../../../../model/units/unit.ts'
import type { CopiedBlocks } from '../../../editor/paste/blocks.ts'
import { known } from '../../../editor/paste/own.ts'
import { copyBlocks, type Copies } from './copy.ts'

/** Every id that stands in the document. */
function idsIn({ document }: DocumentState): Set<string> {
  const ids = new Set([...allUnits(document)].map(({ id }) => id))
  for (const section of document.sections) {
    ids.add(section.id)
    for (const { id } of section.blocks) ids.add(id)
  }
  return ids
}

/** The block without what it refers to and is not here. */
function here(block: Block, state: DocumentState, copied: CopiedBlocks, ours: boolean): Block {
  const { document } = state
  const facts = new Set(document.facts.map(({ id }) => id))
  const said = mapBlock(block, (_, content) => known(content, facts, copied.readings, ours))
  const fact = (id: string | null): string | null => (id !== null && facts.has(id) ? id : null)
  if (said.kind === 'measure')
    return { ...said, potential: fact(said.potential), confirmed: fact(said.confirmed) }
  if (said.kind === 'action' && !document.workstreams.some(({ id }) => id === said.workstream))
    return { ...said, workstream: null }
  if (ours) return said
  if (said.kind === 'finding') return { ...said, supersedes: null }
  return said.kind === 'lesson' ? { ...said, links: [] } : said
}

/**
 * Copied blocks as they come into a document. What was cut out of it comes back as itself, with its ids, and so with its
 * translations; what still stands here, and what comes from another postmortem, becomes a copy with ids of its own.
 */
export function arrivals(state: DocumentState, id: string, copied: CopiedBlocks): Copies {
  const ours = copied.postmortem === id
  const source = ours ? state : { ...state, translations: new Map() }
  const taken = idsIn(state)
  const blocks: Block[] = []
  const translations: Change[] = []
  for (const one of copied.blocks) {
    const block = here(one, state, copied, ours)
    const units = [...unitsOfBlock('', block)].map((unit) => unit.id)
    const free = [...new Set([block.id, ...units])]
    const itself =
      ours && new Set(units).size === units.length && free.every((each) => !taken.has(each))
    if (itself) blocks.push(block)
    else {
      const copy = copyBlocks(source, [block])
      blocks.push(...copy.blocks)
      translations.push(...copy.translations)
    }
    for (const each of free) taken.add(each)
  }
  return { blocks, translations }
}
