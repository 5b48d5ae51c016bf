import { Refusal } from '../../model/errors/result.ts'
import { seal, type SEALED } from './seal.ts'

export type Table = keyof typeof SEALED

/** LIBRARY_DAMAGED, naming the row; the rest of the library is not touched by it. */
export const damaged = (file: string, table: string, id: string, cause?: unknown): Refusal =>
  new Refusal('LIBRARY_DAMAGED', { file, row: `${table} ${id}` }, cause)

/** The JSON of a row after its seal was looked at. `columns` as `SEALED` lists them. */
export function unsealed(
  file: string,
  table: Table,
  id: string,
  columns: readonly (string | number | null)[],
  hash: Buffer,
  json: string,
): unknown {
  if (!seal(columns).equals(hash)) throw damaged(file, table, id)
  try {
    return JSON.parse(json) as unknown
  } catch (cause) {
    throw damaged(file, table, id, cause)
  }
}

/** A row as text, its seal looked at. `place` is a block's section or a fact's position. */
export interface Former {
  readonly place: string | null
  readonly json: string
}
