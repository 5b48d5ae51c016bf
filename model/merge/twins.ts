import type { Block } from '../document/block.ts'
import { newId } from '../document/identifier.ts'
import { applyAll, type DocumentState } from '../document/state.ts'
import { renamedBlock } from '../units/rename.ts'
import { textsOfBlock } from './block.ts'

interface Home {
  readonly section: string
  readonly block: Block
}

/**
 * A unit that two sides moved to two places stands in both once they are merged. The one that `theirs` put there
 * becomes a text of its own, with the same words and translations: ids are unique, and nothing is lost.
 */
export function withoutTwins(state: DocumentState, theirs: DocumentState): DocumentState {
  const homes = new Map<string, Home[]>()
  for (const { id: section, blocks } of state.document.sections)
    for (const block of blocks)
      for (const unit of textsOfBlock(block).keys()) {
        const home = homes.get(unit)
        if (home) home.push({ section, block })
        else homes.set(unit, [{ section, block }])
      }
  const twins = [...homes].filter(([, all]) => all.length > 1)
  if (twins.length === 0) return state
  const known = new Set(theirs.document.sections.flatMap(({ blocks }) => blocks))
  const renamed = new Map<string, { home: Home; ids: Map<string, string> }>()
  for (const [unit, all] of twins) {
    const keep = all.find(({ block }) => !known.has(block)) ?? all[0]!
    for (const home of all) {
      if (home === keep) continue
      const entry = renamed.get(home.block.id) ?? { home, ids: new Map<string, string>() }
      renamed.set(home.block.id, entry)
      entry.ids.set(unit, newId())
    }
  }
  let now = state
  for (const { home, ids } of renamed.values()) {
    const block = renamedBlock(home.block, ids)
    if (block.id !== home.block.id)
      now = applyAll(now, [{ type: 'block.remove', block: home.block.id }])
    now = applyAll(now, [{ type: 'block.put', section: home.section, block }])
    for (const [unit, id] of ids)
      for (const units of state.translations.values()) {
        const translation = units.get(unit)
        if (translation)
          now = applyAll(now, [
            { type: 'translation.put', translation: { ...translation, unit: id } },
          ])
      }
  }
  return now
}
