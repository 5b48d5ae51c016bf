import { OwnTemplateSchema, type OwnTemplate } from '../../model/template/own-template.ts'
import { ThemeSchema, type Theme } from '../../model/theme/theme.ts'
import { assetTable, type AssetTable } from './asset-table.ts'
import type { Abbreviations } from '../../model/memory/stored.ts'
import { checkTable, type CheckTable } from './check-table.ts'
import { commentTable, type CommentTable } from './comment-table.ts'
import { conceptTable, type ConceptTable } from './concept-table.ts'
import type { Connection } from './connection.ts'
import { fontTable, type FontTable } from './font-table.ts'
import { keptTable, type KeptTable } from './kept-table.ts'
import { memoryTable, type MemoryTable } from './memory-table.ts'
import { headTable, type HeadTable } from './head-table.ts'
import {
  blockTable,
  factTable,
  partTable,
  type BlockTable,
  type FactTable,
  type PartTable,
} from './part-table.ts'
import { namedTable, type NamedTable } from './named-table.ts'
import { pastTable, type PastTable } from './past-table.ts'
import { releaseTable, type ReleaseTable } from './release-table.ts'
import { settingsTable, type SettingsTable } from './settings-table.ts'
import { sourceTable, type SourceTable } from './source-table.ts'
import { spotTable, type SpotTable } from './spot-table.ts'
import { surroundings, type Surroundings } from './surroundings.ts'
import { translationTable, type TranslationTable } from './translation-table.ts'
import { unitTable, type UnitTable } from './unit-table.ts'
import { versionTable, type VersionTable } from './version-table.ts'

/** Every table with its statements prepared once. */
export interface Tables {
  readonly file: string
  readonly heads: HeadTable
  readonly sections: PartTable
  readonly blocks: BlockTable
  readonly workstreams: PartTable
  readonly facts: FactTable
  readonly translations: TranslationTable
  readonly units: UnitTable
  readonly sources: SourceTable
  readonly comments: CommentTable
  readonly settings: SettingsTable
  readonly templates: NamedTable<OwnTemplate>
  readonly themes: NamedTable<Theme>
  readonly versions: VersionTable
  readonly past: PastTable
  readonly assets: AssetTable
  readonly fonts: FontTable
  readonly spots: SpotTable
  readonly checks: CheckTable
  readonly memory: MemoryTable
  readonly concepts: ConceptTable
  readonly kept: KeptTable
  readonly releases: ReleaseTable
  readonly surroundings: Surroundings
}

export function tablesOf(
  connection: Connection,
  file: string,
  abbreviations: Abbreviations,
): Tables {
  const heads = headTable(connection)
  const sections = partTable(connection, file, 'section')
  const blocks = blockTable(connection, file)
  const workstreams = partTable(connection, file, 'workstream')
  return {
    file,
    heads,
    sections,
    blocks,
    workstreams,
    facts: factTable(connection, file),
    translations: translationTable(connection, file),
    units: unitTable(connection),
    sources: sourceTable(connection, file),
    comments: commentTable(connection, file),
    settings: settingsTable(connection),
    templates: namedTable(connection, file, 'template', OwnTemplateSchema),
    themes: namedTable(connection, file, 'theme', ThemeSchema),
    versions: versionTable(connection, file),
    past: pastTable(connection, file),
    assets: assetTable(connection, file),
    fonts: fontTable(connection, file),
    spots: spotTable(connection),
    checks: checkTable(connection, file),
    memory: memoryTable(connection, file, abbreviations),
    concepts: conceptTable(connection, file),
    kept: keptTable(connection),
    releases: releaseTable(connection, file),
    surroundings: surroundings(connection, file, { heads, sections, blocks, workstreams }),
  }
}
