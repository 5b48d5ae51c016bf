import { Refusal } from '../../model/errors/result.ts'
import type { Content, UnitText } from '../../model/document/text.ts'
import { isBlank } from '../../model/document/text.ts'
import { contentHash } from '../../model/units/hash.ts'
import type { Connection } from './connection.ts'

/** What holds a unit: the head (its title), or a row by id. */
export type Owner = 'head' | `section:${string}` | `block:${string}` | `workstream:${string}`

/** The texts of a library by the row that owns them. Derived: written with that row, in the same transaction. */
export interface UnitTable {
  put(postmortem: string, owner: Owner, units: readonly UnitText[]): void
  remove(postmortem: string, owner: Owner): void
  /** The units of a section's blocks; its heading belongs to the section. */
  removeBlocksOf(postmortem: string, section: string): void
  /** Throws CHANGE_REFUSED where one of these units stands in two places. */
  assertUnique(postmortem: string, ids: Iterable<string>): void
}

export function unitTable(connection: Connection): UnitTable {
  const insert = connection.prepare<[string, string, string, string, number]>(
    'INSERT INTO unit (postmortem, owner, id, source_hash, blank) VALUES (?, ?, ?, ?, ?)',
  )
  const remove = connection.prepare<[string, string]>(
    'DELETE FROM unit WHERE postmortem = ? AND owner = ?',
  )
  const removeBlocks = connection.prepare<[{ postmortem: string; section: string }]>(
    `DELETE FROM unit WHERE postmortem = @postmortem AND owner IN
       (SELECT 'block:' || id FROM block WHERE postmortem = @postmortem AND section = @section)`,
  )
  const owners = connection
    .prepare<[string, string], number>('SELECT count(*) FROM unit WHERE postmortem = ? AND id = ?')
    .pluck()
  return {
    put(postmortem, owner, units) {
      remove.run(postmortem, owner)
      const here = new Set<string>()
      for (const { id, content } of units) {
        if (here.has(id)) throw new Refusal('CHANGE_REFUSED', { why: `unit ${id} stands twice` })
        here.add(id)
        insert.run(postmortem, owner, id, contentHash(content), blankFlag(content))
      }
    },
    remove: (postmortem, owner) => void remove.run(postmortem, owner),
    removeBlocksOf: (postmortem, section) => void removeBlocks.run({ postmortem, section }),
    assertUnique(postmortem, ids) {
      for (const id of ids)
        if ((owners.get(postmortem, id) ?? 0) > 1)
          throw new Refusal('CHANGE_REFUSED', { why: `unit ${id} stands twice` })
    },
  }
}

export const blankFlag = (content: Content): 0 | 1 => (isBlank(content) ? 1 : 0)
