import * as v from 'valibot'
import { IgnoredSchema, type Ignored } from '../../model/checks/translation/ignored.ts'
import { QUALITY_RULES } from '../../model/checks/translation/rules.ts'
import { CheckSettingsSchema, type CheckSettings } from '../../model/checks/translation/settings.ts'
import type { Connection } from './connection.ts'
import { damaged } from './row.ts'
import { seal } from './seal.ts'

interface Row {
  readonly locale: string
  readonly unit: string
  readonly rule: string
  readonly reason: string
  readonly source_hash: string
  readonly target_hash: string
  readonly at: string
  readonly author: string
  readonly hash: Buffer
}

export interface CheckTable {
  /** By locale, unit and rule. Throws LIBRARY_DAMAGED, naming the row. */
  ignored(postmortem: string): Ignored[]
  ignore(postmortem: string, ignored: Ignored): void
  heed(postmortem: string, { unit, locale, rule }: Pick<Ignored, 'unit' | 'locale' | 'rule'>): void
  /** Throws LIBRARY_DAMAGED, naming the row. */
  settings(): CheckSettings
  /** Only what differs from the default is kept. */
  setSettings(settings: CheckSettings): void
}

const isRule = (rule: string): boolean => (QUALITY_RULES as readonly string[]).includes(rule)

export function checkTable(connection: Connection, file: string): CheckTable {
  const read = connection.prepare<[string], Row>(
    'SELECT * FROM ignored WHERE postmortem = ? ORDER BY locale, unit, rule',
  )
  const put = connection.prepare(
    `INSERT OR REPLACE INTO ignored (postmortem, locale, unit, rule, reason, source_hash, target_hash, at, author, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const remove = connection.prepare(
    'DELETE FROM ignored WHERE postmortem = ? AND locale = ? AND unit = ? AND rule = ?',
  )
  const weights = connection.prepare<[], { rule: string; weight: string; hash: Buffer }>(
    'SELECT * FROM weight ORDER BY rule',
  )
  const clear = connection.prepare('DELETE FROM weight')
  const weigh = connection.prepare('INSERT INTO weight (rule, weight, hash) VALUES (?, ?, ?)')

  const ignoredIn = (postmortem: string, row: Row): Ignored => {
    const { locale, unit, rule, reason, source_hash, target_hash, at, author, hash } = row
    const columns = [postmortem, locale, unit, rule, reason, source_hash, target_hash, at, author]
    const parsed = v.safeParse(IgnoredSchema, {
      ...{ unit, locale, rule, reason, at, author },
      ...{ sourceHash: source_hash, targetHash: target_hash },
    })
    if (!seal(columns).equals(hash) || !parsed.success) throw damaged(file, 'ignored', unit)
    return parsed.output
  }
  return {
    ignored: (postmortem) => read.all(postmortem).map((row) => ignoredIn(postmortem, row)),
    ignore(postmortem, { unit, locale, rule, reason, sourceHash, targetHash, at, author }) {
      const columns = [postmortem, locale, unit, rule, reason, sourceHash, targetHash, at, author]
      put.run(...columns, seal(columns))
    },
    heed: (postmortem, { locale, unit, rule }) => void remove.run(postmortem, locale, unit, rule),
    settings() {
      const rows = weights.all().map(({ rule, weight, hash }): [string, string] => {
        if (!seal([rule, weight]).equals(hash)) throw damaged(file, 'weight', rule)
        return [rule, weight]
      })
      // A later app may weigh rules that this one does not know.
      const known = Object.fromEntries(rows.filter(([rule]) => isRule(rule)))
      const parsed = v.safeParse(CheckSettingsSchema, known)
      if (!parsed.success) throw damaged(file, 'weight', rows[0]?.[0] ?? '')
      return parsed.output
    },
    setSettings(settings) {
      clear.run()
      for (const [rule, weight] of Object.entries(settings))
        if (weight !== undefined) weigh.run(rule, weight, seal([rule, weight]))
    },
  }
}
