import * as v from 'valibot'
import { TranslationSchema, type Translation } from '../../model/document/translation.ts'
import type { Progress } from '../../model/units/locale-view.ts'
import type { Connection } from './connection.ts'
import { damaged, unsealed, type Former } from './row.ts'
import { seal } from './seal.ts'
import { blankFlag } from './unit-table.ts'

interface Row {
  readonly locale: string
  readonly unit: string
  readonly content: string
  readonly state: string
  readonly origin: string
  readonly source_hash: string
  readonly changed_at: string
  readonly score: number | null
  readonly author: string | null
  readonly confirmed: string | null
  readonly hash: Buffer
}

export interface TranslationTable {
  put(postmortem: string, translation: Translation): void
  remove(postmortem: string, locale: string, unit: string): void
  /** By locale, then unit. Throws LIBRARY_DAMAGED, naming the row. */
  read(postmortem: string): Translation[]
  /** Throws LIBRARY_DAMAGED. */
  one(postmortem: string, locale: string, unit: string): Translation | undefined
  /** One row as it stands, as the model has it. Throws LIBRARY_DAMAGED. */
  row(postmortem: string, locale: string, unit: string): Former | undefined
  /** The same counts as the model's `progressOf`, without reading the document. */
  progress(postmortem: string, locale: string): Progress
}

export function translationTable(connection: Connection, file: string): TranslationTable {
  const put = connection.prepare(
    `INSERT INTO translation
         (postmortem, locale, unit, content, state, origin, source_hash, changed_at, score, author, confirmed, blank, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET content = excluded.content, state = excluded.state, origin = excluded.origin,
         source_hash = excluded.source_hash, changed_at = excluded.changed_at, score = excluded.score,
         author = excluded.author, confirmed = excluded.confirmed, blank = excluded.blank, hash = excluded.hash`,
  )
  const remove = connection.prepare(
    'DELETE FROM translation WHERE postmortem = ? AND locale = ? AND unit = ?',
  )
  const read = connection.prepare<[string], Row>(
    'SELECT * FROM translation WHERE postmortem = ? ORDER BY locale, unit',
  )
  const one = connection.prepare<[string, string, string], Row>(
    'SELECT * FROM translation WHERE postmortem = ? AND locale = ? AND unit = ?',
  )
  const progress = connection.prepare<[{ postmortem: string; locale: string }], Progress>(`
    SELECT count(*) AS total,
      count(*) FILTER (WHERE t.state IS NULL) AS untranslated,
      count(*) FILTER (WHERE t.state = 'draft') AS draft,
      count(*) FILTER (WHERE t.state = 'translated') AS translated,
      count(*) FILTER (WHERE t.state = 'reviewed') AS reviewed,
      count(*) FILTER (WHERE t.state = 'approved') AS approved,
      count(*) FILTER (WHERE t.source_hash <> u.source_hash) AS stale
    FROM unit AS u
    LEFT JOIN translation AS t
      ON t.postmortem = u.postmortem AND t.locale = @locale AND t.unit = u.id AND t.blank = 0
    WHERE u.postmortem = @postmortem AND u.blank = 0`)
  return {
    put(postmortem, translation) {
      const { locale, unit, content, state, sourceHash, changedAt } = translation
      const columns = [
        postmortem,
        locale,
        unit,
        JSON.stringify(content),
        state,
        originColumn(translation),
        sourceHash,
        changedAt,
        translation.score ?? null,
        translation.by ?? null,
        translation.confirmed === undefined ? null : JSON.stringify(translation.confirmed),
      ]
      put.run(...columns, blankFlag(content), seal(columns))
    },
    remove: (postmortem, locale, unit) => void remove.run(postmortem, locale, unit),
    read: (postmortem) => read.all(postmortem).map((row) => translationIn(file, postmortem, row)),
    one(postmortem, locale, unit) {
      const row = one.get(postmortem, locale, unit)
      return row && translationIn(file, postmortem, row)
    },
    row(postmortem, locale, unit) {
      const row = one.get(postmortem, locale, unit)
      return row && { place: null, json: JSON.stringify(translationIn(file, postmortem, row)) }
    },
    progress: (postmortem, locale) => progress.get({ postmortem, locale })!,
  }
}

/** The name of an engine stands behind the origin. */
const originColumn = ({ origin, engine }: Translation): string =>
  engine === undefined ? origin : `${origin} ${engine}`

function originOf(column: string): { origin: string; engine?: string } {
  const at = column.indexOf(' ')
  return at === -1
    ? { origin: column }
    : { origin: column.slice(0, at), engine: column.slice(at + 1) }
}

function translationIn(file: string, postmortem: string, row: Row): Translation {
  const { locale, unit, content, state, origin, source_hash, changed_at, hash } = row
  const { score, author, confirmed } = row
  const columns = [postmortem, locale, unit, content, state, origin, source_hash, changed_at]
  const work = [score, author, confirmed]
  const name = `${unit} ${locale}`
  const parsed = v.safeParse(TranslationSchema, {
    unit,
    locale,
    content: unsealed(file, 'translation', name, [...columns, ...work], hash, content),
    state,
    ...originOf(origin),
    ...(score === null ? {} : { score }),
    sourceHash: source_hash,
    // Under the seal that was just looked at.
    ...(confirmed === null ? {} : { confirmed: JSON.parse(confirmed) as unknown }),
    ...(author === null ? {} : { by: author }),
    changedAt: changed_at,
  })
  if (!parsed.success) throw damaged(file, 'translation', name)
  return parsed.output
}
