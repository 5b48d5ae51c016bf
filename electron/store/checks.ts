import type { Ignored } from '../../model/checks/translation/ignored.ts'
import type { CheckSettings } from '../../model/checks/translation/settings.ts'
import { Refusal } from '../../model/errors/result.ts'
import { contentHash } from '../../model/units/hash.ts'
import { allUnits } from '../../model/units/unit.ts'
import { assemble, partsOf } from './assemble.ts'
import type { HeadRow } from './head-table.ts'
import type { Tables } from './tables.ts'

/** What the checks of translations go by in one postmortem. */
export interface CheckState {
  readonly settings: CheckSettings
  readonly ignored: readonly Ignored[]
}

export type IgnoredProblem = Pick<Ignored, 'unit' | 'locale' | 'rule'>

export const checkState = (tables: Tables, postmortem: string): CheckState => ({
  settings: tables.checks.settings(),
  ignored: tables.checks.ignored(postmortem),
})

/**
 * Sets a problem aside for the texts as they stand; of the source there is one alone. CHANGE_REFUSED where there is no such unit or
 * translation.
 */
export function ignoreProblem(
  tables: Tables,
  row: HeadRow,
  problem: Pick<Ignored, 'unit' | 'locale' | 'rule' | 'reason'>,
  by: Pick<Ignored, 'at' | 'author'>,
): void {
  const { unit, locale } = problem
  const document = assemble(tables.file, partsOf(tables, row))
  const source = [...allUnits(document)].find(({ id }) => id === unit)
  const target =
    locale === document.sourceLocale
      ? source
      : tables.translations
          .read(row.id)
          .find((translation) => translation.unit === unit && translation.locale === locale)
  if (source === undefined || target === undefined)
    throw new Refusal('CHANGE_REFUSED', { why: `no text of ${unit} in ${locale}` })
  tables.checks.ignore(row.id, {
    ...problem,
    ...by,
    sourceHash: contentHash(source.content),
    targetHash: contentHash(target.content),
  })
}
