import * as v from 'valibot'
import { newId } from '../../model/document/identifier.ts'
import { Refusal } from '../../model/errors/result.ts'
import { OwnTemplateSchema, type OwnTemplate } from '../../model/template/own-template.ts'
import type { NamedRow } from './named-table.ts'
import type { Tables } from './tables.ts'

export interface StoredTemplate {
  readonly id: string
  readonly name: string
  /** Undefined where its row is damaged: the others are listed all the same. */
  readonly template: OwnTemplate | undefined
}

function rowOf({ templates }: Tables, id: string): NamedRow {
  const row = templates.row(id)
  if (row === undefined || row.deleted_at !== null)
    throw new Refusal('TEMPLATE_UNKNOWN', { template: id })
  return row
}

/** Two of one name could not be told apart, neither in a list nor on a command line. */
function assertFree({ templates }: Tables, name: string, own?: string): void {
  const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase()
  if (templates.rows().some((row) => row.id !== own && same(row.name)))
    throw new Refusal('TEMPLATE_NAME_TAKEN', { name })
}

function sound({ templates }: Tables, row: NamedRow): OwnTemplate | undefined {
  try {
    return templates.read(row)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

export const listTemplates = (tables: Tables): StoredTemplate[] =>
  tables.templates
    .rows()
    .map((row) => ({ id: row.id, name: row.name, template: sound(tables, row) }))

/** Throws TEMPLATE_UNKNOWN and LIBRARY_DAMAGED. */
export const openTemplate = (tables: Tables, id: string): OwnTemplate =>
  tables.templates.read(rowOf(tables, id))

/** The new one's id. Throws TEMPLATE_NAME_TAKEN and DOCUMENT_INVALID. */
export function addTemplate(
  tables: Tables,
  name: string,
  template: OwnTemplate,
  at: string,
): string {
  assertFree(tables, name)
  const parsed = v.safeParse(OwnTemplateSchema, template)
  if (!parsed.success)
    throw new Refusal('DOCUMENT_INVALID', {
      path: v.getDotPath(parsed.issues[0]) ?? '',
      why: parsed.issues[0].message.slice(0, 200),
    })
  const id = newId()
  tables.templates.put(id, name, parsed.output, at)
  return id
}

export function renameTemplate(tables: Tables, id: string, name: string): void {
  const row = rowOf(tables, id)
  assertFree(tables, name, id)
  // A new seal over a damaged row would hide the damage.
  tables.templates.read(row)
  tables.templates.rename(row, name)
}

export const removeTemplate = (tables: Tables, id: string, at: string): void =>
  tables.templates.setDeleted(rowOf(tables, id).id, at)

/** Throws TEMPLATE_NAME_TAKEN where another one has its name by now. */
export function restoreTemplate(tables: Tables, id: string): void {
  const row = tables.templates.row(id)
  if (row === undefined) throw new Refusal('TEMPLATE_UNKNOWN', { template: id })
  assertFree(tables, row.name, id)
  tables.templates.setDeleted(id, null)
}
