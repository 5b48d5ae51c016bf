import type { Block } from '../../model/document/block.ts'
import type { Change } from '../../model/document/change.ts'
import { MOST } from '../../model/document/limits.ts'
import type { Workstream } from '../../model/document/postmortem.ts'
import type { SectionHead } from '../../model/document/section.ts'
import type { Translation } from '../../model/document/translation.ts'
import type { UnitText } from '../../model/document/text.ts'
import type { ErrorCode } from '../../model/errors/codes.ts'
import { Refusal } from '../../model/errors/result.ts'
import { unitsOfBlock } from '../../model/units/unit.ts'
import { keepSources } from './former.ts'
import type { MemoryChange } from './memory-table.ts'
import { remember } from './remember.ts'
import { headIn, type Head, type HeadRow } from './head-table.ts'
import type { Tables } from './tables.ts'
import type { Owner } from './unit-table.ts'
import { pastTranslation, type Keep } from './versions.ts'

/** Writes the rows of one postmortem inside a transaction, and looks at the whole before it is over. */
export interface Writer {
  apply(change: Change): void
  /** What the memory keeps and forgets. Throws CHANGE_REFUSED, LOCALE_TAKEN or what is full where the whole would not be a document. */
  finish(): MemoryChange[]
}

function assertLocales({ sourceLocale, locales }: Head): void {
  const taken = new Set([sourceLocale])
  for (const locale of locales) {
    if (taken.has(locale)) throw new Refusal('LOCALE_TAKEN', { locale })
    taken.add(locale)
  }
}

/** `keep` is told of each row before it changes. */
export function writer(tables: Tables, row: HeadRow, keep: Keep = () => {}): Writer {
  const { id } = row
  const touched = new Set<string>()
  const filled = new Set<string>()
  /** The translations that were put or removed, by locale and unit. */
  const translated = new Map<string, Pick<Translation, 'unit' | 'locale'>>()
  let head: Head | undefined

  const own = (owner: Owner, units: readonly UnitText[]): void => {
    tables.units.put(id, owner, units)
    for (const unit of units) touched.add(unit.id)
  }
  const putHead = (part: Partial<Head>): void => {
    head = { ...(head ?? headIn(tables.file, row)), ...part }
  }
  const keepPart = (kind: 'section' | 'workstream' | 'fact' | 'block', part: string): void =>
    keep(kind, part, () => tables[`${kind}s`].row(id, part))
  const keepTranslation = (locale: string, unit: string): void => {
    translated.set(pastTranslation({ locale, unit }), { locale, unit })
    keep('translation', pastTranslation({ locale, unit }), () =>
      tables.translations.row(id, locale, unit),
    )
  }
  const putSection = (section: SectionHead): void => {
    keepPart('section', section.id)
    keepSources(tables, id, `section:${section.id}`, [section.heading])
    tables.sections.put(id, section.id, section)
    own(`section:${section.id}`, [section.heading])
  }
  const removeSection = (section: string): void => {
    keepPart('section', section)
    for (const block of tables.blocks.idsIn(id, section)) {
      keepPart('block', block)
      keepSources(tables, id, `block:${block}`, [])
    }
    keepSources(tables, id, `section:${section}`, [])
    tables.units.removeBlocksOf(id, section)
    tables.units.remove(id, `section:${section}`)
    tables.sections.remove(id, section)
  }
  const putBlock = (section: string, block: Block): void => {
    if (!tables.sections.has(id, section))
      throw new Refusal('CHANGE_REFUSED', { why: `no section ${section}` })
    keepPart('block', block.id)
    const units = [...unitsOfBlock(section, block)]
    keepSources(tables, id, `block:${block.id}`, units)
    tables.blocks.put(id, section, block)
    own(`block:${block.id}`, units)
    filled.add(section)
  }
  const removeBlock = (block: string): void => {
    keepPart('block', block)
    keepSources(tables, id, `block:${block}`, [])
    tables.units.remove(id, `block:${block}`)
    tables.blocks.remove(id, block)
  }
  const putWorkstream = (workstream: Workstream): void => {
    keepPart('workstream', workstream.id)
    keepSources(tables, id, `workstream:${workstream.id}`, [workstream.name])
    tables.workstreams.put(id, workstream.id, workstream)
    own(`workstream:${workstream.id}`, [workstream.name])
  }
  const removeWorkstream = (workstream: string): void => {
    keepPart('workstream', workstream)
    keepSources(tables, id, `workstream:${workstream}`, [])
    tables.units.remove(id, `workstream:${workstream}`)
    tables.workstreams.remove(id, workstream)
  }
  // A row too many would make a document that cannot be read again.
  const assertRoom = (code: ErrorCode, count: number, limit: number): void => {
    if (count > limit) throw new Refusal(code, { limit })
  }

  return {
    apply(change) {
      switch (change.type) {
        case 'title.put': {
          const { title } = head ?? headIn(tables.file, row)
          putHead({ title: { ...title, content: change.content } })
          return
        }
        case 'metadata.put':
          return putHead({ metadata: change.metadata })
        case 'locales.put':
          return putHead({ locales: change.locales })
        case 'section.put':
          return putSection(change.section)
        case 'section.remove':
          return removeSection(change.section)
        case 'block.put':
          return putBlock(change.section, change.block)
        case 'block.remove':
          return removeBlock(change.block)
        case 'workstream.put':
          return putWorkstream(change.workstream)
        case 'workstream.remove':
          return removeWorkstream(change.workstream)
        case 'fact.put':
          keepPart('fact', change.fact.id)
          return tables.facts.put(id, change.fact.id, change.fact)
        case 'fact.remove':
          keepPart('fact', change.fact)
          return tables.facts.remove(id, change.fact)
        case 'translation.put':
          keepTranslation(change.translation.locale, change.translation.unit)
          return tables.translations.put(id, change.translation)
        case 'translation.remove':
          keepTranslation(change.locale, change.unit)
          return tables.translations.remove(id, change.locale, change.unit)
        case 'comment.put':
          return tables.comments.put(id, change.comment)
        case 'comment.remove':
          return tables.comments.remove(id, change.comment)
      }
    },
    finish() {
      if (head) {
        assertLocales(head)
        keep('head', id, () => ({ place: null, json: JSON.stringify(headIn(tables.file, row)) }))
        keepSources(tables, id, 'head', [head.title], [headIn(tables.file, row).title])
        tables.heads.update(row, head)
        own('head', [head.title])
      }
      tables.units.assertUnique(id, touched)
      assertRoom('SECTIONS_FULL', tables.sections.count(id), MOST.sections)
      assertRoom('WORKSTREAMS_FULL', tables.workstreams.count(id), MOST.workstreams)
      assertRoom('FACTS_FULL', tables.facts.count(id), MOST.facts)
      for (const section of filled)
        assertRoom('BLOCKS_FULL', tables.blocks.countIn(id, section), MOST.blocks)
      return [...translated.values()].flatMap((one) =>
        remember(
          tables,
          id,
          row.source_locale,
          one,
          tables.translations.one(id, one.locale, one.unit),
        ),
      )
    },
  }
}
