import * as v from 'valibot'
import { SpotSchema, type Spot, type SpotView } from '../../model/contract/spot.ts'
import type { Connection } from './connection.ts'

export interface SpotTable {
  /** Null where there is none, or one that cannot be read: that keeps nobody from their work. */
  read(postmortem: string, view: SpotView): Spot | null
  /** Nothing where the postmortem is gone. */
  write(postmortem: string, view: SpotView, spot: Spot): void
}

export function spotTable(connection: Connection): SpotTable {
  const read = connection
    .prepare<[string, string], string>('SELECT json FROM spot WHERE postmortem = ? AND view = ?')
    .pluck()
  const write = connection.prepare(
    `INSERT INTO spot (postmortem, view, json)
     SELECT id, ?, ? FROM postmortem WHERE id = ?
     ON CONFLICT DO UPDATE SET json = excluded.json`,
  )
  return {
    read(postmortem, view) {
      const json = read.get(postmortem, view)
      if (json === undefined) return null
      try {
        return v.parse(SpotSchema, JSON.parse(json))
      } catch {
        return null
      }
    },
    write: (postmortem, view, spot) => void write.run(view, JSON.stringify(spot), postmortem),
  }
}
