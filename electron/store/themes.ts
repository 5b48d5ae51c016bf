import { newId } from '../../model/document/identifier.ts'
import { Refusal } from '../../model/errors/result.ts'
import { LOOKS, themeOfLook, type Theme } from '../../model/theme/theme.ts'
import type { NamedRow } from './named-table.ts'
import type { Tables } from './tables.ts'

export interface StoredTheme {
  readonly id: string
  readonly name: string
  readonly theme: Theme
}

function rowOf({ themes }: Tables, id: string): NamedRow {
  const row = themes.row(id)
  if (row === undefined || row.deleted_at !== null)
    throw new Refusal('THEME_UNKNOWN', { theme: id })
  return row
}

/** Two of one name could not be told apart. */
function assertFree({ themes }: Tables, name: string, own?: string): void {
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase()
  if (themes.rows().some((row) => row.id !== own && same(row.name)))
    throw new Refusal('THEME_NAME_TAKEN', { name })
}

/** Throws LIBRARY_DAMAGED. */
export const listThemes = (tables: Tables): StoredTheme[] =>
  tables.themes
    .rows()
    .map((row) => ({ id: row.id, name: row.name, theme: tables.themes.read(row) }))

/** One of ours by the name of its look, or one of the library's own by its id. Throws THEME_UNKNOWN and LIBRARY_DAMAGED. */
export function openTheme(tables: Tables, id: string): Theme {
  const look = LOOKS.find((one) => one === id)
  return look === undefined ? tables.themes.read(rowOf(tables, id)) : themeOfLook(look)
}

/** Its id, a new one where none is given. Throws THEME_UNKNOWN and THEME_NAME_TAKEN. */
export function saveTheme(
  tables: Tables,
  { id, name, theme }: { id?: string | undefined; name: string; theme: Theme },
  at: string,
): string {
  const own = id === undefined ? newId() : rowOf(tables, id).id
  assertFree(tables, name, own)
  tables.themes.put(own, name, theme, at)
  return own
}

export const removeTheme = (tables: Tables, id: string, at: string): void =>
  tables.themes.setDeleted(rowOf(tables, id).id, at)

/** Throws THEME_NAME_TAKEN where another one has its name by now. */
export function restoreTheme(tables: Tables, id: string): void {
  const row = tables.themes.row(id)
  if (row === undefined) throw new Refusal('THEME_UNKNOWN', { theme: id })
  assertFree(tables, row.name, id)
  tables.themes.setDeleted(id, null)
}
