import type { Fact } from '../../model/document/fact.ts'
import { FactSchema } from '../../model/document/fact.ts'
import type { Progress } from '../../model/units/locale-view.ts'
import { factsIn } from '../../model/document/text.ts'
import { Refusal } from '../../model/errors/result.ts'
import * as v from 'valibot'
import { headIn, type Head, type HeadRow } from './head-table.ts'
import type { Tables } from './tables.ts'

/** A postmortem as the library screen needs it. */
export interface Listed {
  readonly id: string
  readonly sourceLocale: string
  readonly createdAt: string
  readonly changedAt: string
  readonly sample: boolean
  /** Undefined where its row is damaged: the others are listed all the same. */
  readonly head: Head | undefined
  /** The facts that its title names. */
  readonly facts: readonly Fact[]
  readonly progress: readonly { readonly locale: string; readonly progress: Progress }[]
}

function soundHead(file: string, row: HeadRow): Head | undefined {
  try {
    return headIn(file, row)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function factsOf(tables: Tables, head: Head): Fact[] {
  const named = new Set(factsIn(head.title.content))
  if (named.size === 0) return []
  try {
    return tables.facts
      .read(head.id)
      .filter(({ id }) => named.has(id))
      .flatMap(({ json }) => (v.is(FactSchema, json) ? [json] : []))
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

export const list = (tables: Tables): Listed[] =>
  tables.heads.rows().map((row) => {
    const head = soundHead(tables.file, row)
    return {
      id: row.id,
      sourceLocale: row.source_locale,
      createdAt: row.created_at,
      changedAt: row.changed_at,
      sample: row.sample === 1,
      head,
      facts: head ? factsOf(tables, head) : [],
      progress: (head?.locales ?? []).map((locale) => ({
        locale,
        progress: tables.translations.progress(row.id, locale),
      })),
    }
  })
