import * as v from 'valibot'
import type { Change } from '../../model/document/change.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { TranslationSchema, type Translation } from '../../model/document/translation.ts'
import type { Version as ListedVersion } from '../../model/history/version.ts'
import { Refusal } from '../../model/errors/result.ts'
import { assemble, partsOf, type Parts } from './assemble.ts'
import { HeadSchema, type HeadRow } from './head-table.ts'
import type { Past, PastKind, PastPart } from './past-table.ts'
import { damaged, type Former } from './row.ts'
import type { Tables } from './tables.ts'
import { tooMany } from './thinning.ts'
import type { Version } from './version-table.ts'

/** A new version begins when the last save is this old, in ms: what a person left standing is worth going back to. */
const PAUSE = 5 * 60 * 1000
/** And when somebody has worked at one for this long without a pause. In ms. */
const LONGEST = 10 * 60 * 1000
/** A save of more changes than this is not typing: an import, a replacement everywhere, a version brought back. */
const MANY = 20

/** Writes down what a row was, before it is changed. */
export type Keep = (kind: PastKind, id: string, former: () => Former | undefined) => void

export interface Save {
  readonly changes: readonly Change[]
  readonly author: string
  /** RFC 3339 in UTC. */
  readonly at: string
  /** The first save since the library was opened: what stood there is how somebody left it. */
  readonly first: boolean
}

const begins = (last: Version, { changes, author, at, first }: Save): boolean =>
  first ||
  last.name !== null ||
  last.author !== author ||
  changes.length > MANY ||
  Date.parse(at) - Date.parse(last.at) > PAUSE ||
  Date.parse(at) - Date.parse(last.since) > LONGEST

function thin(tables: Tables, postmortem: string, now: string): void {
  try {
    const versions = tables.versions.read(postmortem)
    for (const number of tooMany(versions, new Date(now))) {
      const before = tables.versions.read(postmortem).findLast((other) => other.number < number)!
      tables.past.hand(postmortem, number, before.number)
      tables.versions.remove(postmortem, number)
    }
  } catch (error) {
    // A damaged version stays as it is; it must not keep anybody from saving.
    if (!(error instanceof Refusal)) throw error
  }
}

/**
 * Notes a save, begins a new version where one is due, and answers what writes down the rows that the save changes.
 * Runs inside the save's transaction, before its changes.
 */
export function noteSave(tables: Tables, postmortem: string, save: Save): Keep {
  const { author, at } = save
  const last = tables.versions.last(postmortem)
  const next = last === undefined || begins(last, save)
  const number = (last?.number ?? 0) + (next ? 1 : 0)
  const since = next ? at : last.since
  tables.versions.put(postmortem, { number, since, at, author, name: null })
  if (next) thin(tables, postmortem, at)
  const before = next ? last?.number : tables.versions.before(postmortem, number)
  return (kind, id, former) => {
    if (before !== undefined && !tables.past.has(postmortem, before, kind, id))
      tables.past.put(postmortem, before, kind, id, former())
  }
}

/** Begins a new version, so that what stands now can be gone back to whatever comes next. */
export function keepVersion(tables: Tables, postmortem: string, author: string, at: string): void {
  const last = tables.versions.last(postmortem)
  const number = (last?.number ?? 0) + 1
  tables.versions.put(postmortem, { number, since: at, at, author, name: null })
}

/** Today's rows with those of the past in their places. */
function merged<T extends { readonly id: string; readonly json: unknown }>(
  rows: readonly T[],
  past: ReadonlyMap<string, PastPart>,
  make: (id: string, part: PastPart) => T,
): T[] {
  const untouched = rows.filter(({ id }) => !past.has(id))
  const former = [...past].filter(([, { json }]) => json !== undefined)
  return [...untouched, ...former.map(([id, part]) => make(id, part))]
}

const plain = (id: string, { json }: PastPart): { id: string; json: unknown } => ({ id, json })

function partsAt(tables: Tables, row: HeadRow, past: Past): Parts {
  const now = partsOf(tables, row)
  const head = past.head.get(row.id)
  const parsed = head && v.safeParse(HeadSchema, head.json)
  if (parsed?.success === false) throw damaged(tables.file, 'past', `head ${row.id}`)
  return {
    head: parsed?.output ?? now.head,
    workstreams: merged(now.workstreams, past.workstream, plain),
    sections: merged(now.sections, past.section, plain),
    blocks: merged(now.blocks, past.block, (id, { place, json }) => ({
      id,
      json,
      section: place ?? '',
    })),
    facts: merged(now.facts, past.fact, (id, { place, json }) => ({
      id,
      json,
      position: Number(place),
    })).toSorted((a, b) => a.position - b.position),
  }
}

function translationsAt(
  tables: Tables,
  id: string,
  past: ReadonlyMap<string, PastPart>,
): Translation[] {
  const rows = tables.translations
    .read(id)
    .map((translation) => ({ id: pastTranslation(translation), json: translation as unknown }))
  const parsed = v.safeParse(
    v.array(TranslationSchema),
    merged(rows, past, plain).map(({ json }) => json),
  )
  if (!parsed.success) throw damaged(tables.file, 'past', `translation ${id}`)
  return parsed.output
}

/** The name of a translation's row. */
export const pastTranslation = ({ locale, unit }: { locale: string; unit: string }): string =>
  `${locale} ${unit}`

/** A version of a postmortem, whole. Throws VERSION_UNKNOWN and LIBRARY_DAMAGED. */
export function openVersion(
  tables: Tables,
  row: HeadRow,
  number: number,
): { document: Postmortem; translations: Translation[] } {
  if (!tables.versions.read(row.id).some((version) => version.number === number))
    throw new Refusal('VERSION_UNKNOWN', { version: number })
  const past = tables.past.since(row.id, number)
  return {
    document: assemble(tables.file, partsAt(tables, row, past)),
    translations: translationsAt(tables, row.id, past.translation),
  }
}

/** Names a version, or takes its name away. Throws VERSION_UNKNOWN. */
export function nameVersion(
  tables: Tables,
  postmortem: string,
  number: number,
  name: string | null,
): void {
  const version = tables.versions.read(postmortem).find((other) => other.number === number)
  if (version === undefined) throw new Refusal('VERSION_UNKNOWN', { version: number })
  tables.versions.put(postmortem, { ...version, name })
}

/** Every version, the one that stands now first. */
export function listVersions(tables: Tables, postmortem: string): ListedVersion[] {
  const counts = tables.past.counts(postmortem)
  const versions = tables.versions.read(postmortem)
  return versions
    .map((version, at) => ({
      ...version,
      changed: counts.get(versions[at - 1]?.number ?? -1) ?? 0,
    }))
    .toReversed()
}
