import * as v from 'valibot'
import { BlockSchema } from '../../model/document/block.ts'
import { WorkstreamSchema } from '../../model/document/postmortem.ts'
import { SectionHeadSchema } from '../../model/document/section.ts'
import { isBlank, type Content } from '../../model/document/text.ts'
import { contentHash } from '../../model/units/hash.ts'
import { unitsOfBlock, type Unit } from '../../model/units/unit.ts'
import type { Connection } from './connection.ts'
import { headIn, type HeadTable } from './head-table.ts'
import type { Former } from './row.ts'

/** The source of a unit with the hashes of the texts that stand before and after it in its section; empty where there is none. */
export interface UnitInPlace {
  /** The locale of the document's source. */
  readonly locale: string
  readonly content: Content
  readonly previous: string
  readonly next: string
}

type InPlace = Omit<UnitInPlace, 'locale'>

/** Finds the source of a unit by what holds it, without reading the document. */
export interface Surroundings {
  /** Undefined where there is no such unit, or what holds it is damaged. */
  of(postmortem: string, unit: string): UnitInPlace | undefined
}

interface Rows {
  row(postmortem: string, id: string): Former | undefined
}

/** How many blank neighbours are passed over: beyond them a text has no neighbour worth the name. */
const MOST_PASSED = 4

/** Blocks that were just read: a list of hundreds of items is asked for each of its items. */
const MOST_RECENT = 16

const hashOf = (content: Content | undefined): string =>
  content === undefined ? '' : contentHash(content)

export function surroundings(
  connection: Connection,
  file: string,
  tables: { heads: HeadTable; sections: Rows; blocks: Rows; workstreams: Rows },
): Surroundings {
  const recent = new Map<string, readonly Unit[]>()
  const owner = connection
    .prepare<[string, string], string>('SELECT owner FROM unit WHERE postmortem = ? AND id = ?')
    .pluck()
  const place = connection.prepare<[string, string], { section: string; position: string }>(
    'SELECT section, position FROM block WHERE postmortem = ? AND id = ?',
  )
  const beside = (order: 'DESC' | 'ASC') =>
    connection
      .prepare<[string, string, string, string, number], string>(
        `SELECT id FROM block WHERE postmortem = ? AND section = ? AND (position, id) ${order === 'ASC' ? '>' : '<'} (?, ?)
           ORDER BY position ${order}, id ${order} LIMIT ?`,
      )
      .pluck()
  const before = beside('DESC')
  const after = beside('ASC')
  const first = connection
    .prepare<[string, string, number], string>(
      'SELECT id FROM block WHERE postmortem = ? AND section = ? ORDER BY position, id LIMIT ?',
    )
    .pluck()

  function parsed<S extends v.GenericSchema>(
    rows: Rows,
    schema: S,
    postmortem: string,
    id: string,
  ): v.InferOutput<S> | undefined {
    const json = rows.row(postmortem, id)?.json
    const result = json === undefined ? undefined : v.safeParse(schema, JSON.parse(json))
    return result?.success ? result.output : undefined
  }
  const textsOf = (postmortem: string, section: string, id: string): readonly Unit[] => {
    const json = tables.blocks.row(postmortem, id)?.json
    if (json === undefined) return []
    const known = recent.get(json)
    if (known !== undefined) return known
    const block = v.safeParse(BlockSchema, JSON.parse(json))
    const units = block.success ? [...unitsOfBlock(section, block.output)] : []
    if (recent.size >= MOST_RECENT) recent.delete(recent.keys().next().value!)
    recent.set(json, units)
    return units
  }
  const heading = (postmortem: string, section: string): Content | undefined =>
    parsed(tables.sections, SectionHeadSchema, postmortem, section)?.heading.content
  /** The first text of these blocks that says something, from one end or the other. */
  const text = (postmortem: string, section: string, blocks: readonly string[], end: 0 | -1) => {
    for (const id of blocks) {
      const said = textsOf(postmortem, section, id).filter(({ content }) => !isBlank(content))
      const found = said.at(end)
      if (found !== undefined) return found.content
    }
    return undefined
  }
  function inBlock(postmortem: string, id: string, unit: string): InPlace | undefined {
    const at = place.get(postmortem, id)
    if (at === undefined) return undefined
    const { section, position } = at
    const units = textsOf(postmortem, section, id)
    const own = units.findIndex((one) => one.id === unit)
    if (own === -1) return undefined
    const says = ({ content }: { content: Content }): boolean => !isBlank(content)
    const previous =
      units.slice(0, own).findLast(says)?.content ??
      text(postmortem, section, before.all(postmortem, section, position, id, MOST_PASSED), -1) ??
      heading(postmortem, section)
    const next =
      units.slice(own + 1).find(says)?.content ??
      text(postmortem, section, after.all(postmortem, section, position, id, MOST_PASSED), 0)
    return { content: units[own]!.content, previous: hashOf(previous), next: hashOf(next) }
  }
  function find(postmortem: string, unit: string): InPlace | undefined {
    const [kind, id = ''] = (owner.get(postmortem, unit) ?? '').split(':')
    switch (kind) {
      case 'block':
        return inBlock(postmortem, id, unit)
      case 'section': {
        const content = heading(postmortem, id)
        const next = text(postmortem, id, first.all(postmortem, id, MOST_PASSED), 0)
        return content && { content, previous: '', next: hashOf(next) }
      }
      case 'workstream': {
        const content = parsed(tables.workstreams, WorkstreamSchema, postmortem, id)?.name.content
        return content && { content, previous: '', next: '' }
      }
      case 'head': {
        const row = tables.heads.row(postmortem)
        return row && { content: headIn(file, row).title.content, previous: '', next: '' }
      }
      default:
        return undefined
    }
  }
  return {
    of(postmortem, unit) {
      try {
        const row = tables.heads.row(postmortem)
        const found = row?.deleted_at === null ? find(postmortem, unit) : undefined
        return found && { ...found, locale: row!.source_locale }
      } catch {
        // A damaged row must not keep anybody from saving another one.
        return undefined
      }
    },
  }
}
