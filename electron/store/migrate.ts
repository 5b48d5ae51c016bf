import { APPLICATION_ID, headerOf, type Connection } from './connection.ts'
import { addPostmortems } from './migrations/0001-postmortems.ts'
import { addSettingsAndBin } from './migrations/0002-settings-and-bin.ts'
import { addVersions } from './migrations/0003-versions.ts'
import { addTemplates } from './migrations/0004-templates.ts'
import { addAssets } from './migrations/0005-assets.ts'
import { addSpots } from './migrations/0006-spots.ts'
import { addWorkflow } from './migrations/0007-workflow.ts'
import { addMemory } from './migrations/0008-memory.ts'
import { addChecks } from './migrations/0009-checks.ts'
import { addTerms } from './migrations/0010-terms.ts'
import { addReleases } from './migrations/0011-releases.ts'
import { addThemes } from './migrations/0012-themes.ts'
import { addFonts } from './migrations/0013-fonts.ts'

/** Migration n takes a library from version n - 1 to n. What was released is never changed, only followed. */
export const MIGRATIONS: readonly ((connection: Connection) => void)[] = [
  addPostmortems,
  addSettingsAndBin,
  addVersions,
  addTemplates,
  addAssets,
  addSpots,
  addWorkflow,
  addMemory,
  addChecks,
  addTerms,
  addReleases,
  addThemes,
  addFonts,
]
export const VERSION = MIGRATIONS.length

/** Takes the library to `target`, one transaction a migration: a crash leaves the version before it, whole. */
export function migrate(connection: Connection, target: number = VERSION): void {
  for (let version = headerOf(connection).version; version < target; version++)
    connection
      .transaction(() => {
        MIGRATIONS[version]!(connection)
        if ((connection.pragma('foreign_key_check') as unknown[]).length > 0)
          throw new Error(`migration ${version + 1} broke a reference`)
        connection.pragma(`application_id = ${APPLICATION_ID}`)
        connection.pragma(`user_version = ${version + 1}`)
      })
      .immediate()
}
