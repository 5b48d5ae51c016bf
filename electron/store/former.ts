import type { Block } from '../../model/document/block.ts'
import type { Workstream } from '../../model/document/postmortem.ts'
import type { SectionHead } from '../../model/document/section.ts'
import type { UnitText } from '../../model/document/text.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOfBlock } from '../../model/units/unit.ts'
import type { Tables } from './tables.ts'
import type { Owner } from './unit-table.ts'

/** The texts of a row as it stands, its seal looked at. */
function textsOf(tables: Tables, id: string, kind: string, part: string): UnitText[] {
  if (kind === 'section') {
    const row = tables.sections.row(id, part)
    return row ? [(JSON.parse(row.json) as SectionHead).heading] : []
  }
  if (kind === 'workstream') {
    const row = tables.workstreams.row(id, part)
    return row ? [(JSON.parse(row.json) as Workstream).name] : []
  }
  const row = tables.blocks.row(id, part)
  return row ? [...unitsOfBlock('', JSON.parse(row.json) as Block)] : []
}

/**
 * Keeps what the texts of a row say, before they become `next`, where a translation was made from it: so that a
 * translator can be shown what changed. `texts` has them where the row is not in a table of parts.
 */
export function keepSources(
  tables: Tables,
  id: string,
  owner: Owner,
  next: readonly UnitText[],
  texts?: readonly UnitText[],
): void {
  const translated = tables.sources.translated(id, owner)
  if (translated.size === 0) return
  const after = new Map(next.map(({ id: unit, content }) => [unit, content]))
  const going = new Set(
    [...translated]
      .filter(([unit, hash]) => {
        const content = after.get(unit)
        return content === undefined || contentHash(content) !== hash
      })
      .map(([unit]) => unit),
  )
  if (going.size === 0) return
  const [kind, part] = owner.split(':') as [string, string]
  for (const { id: unit, content } of texts ?? textsOf(tables, id, kind, part))
    if (going.has(unit)) tables.sources.put(id, { unit, sourceHash: contentHash(content), content })
}
