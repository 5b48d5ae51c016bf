import { useMemo } from 'react'
import { useStore } from 'zustand'
import { readDate } from '../../../../model/facts/date.ts'
import type { Failure } from '../../../../model/errors/result.ts'
import { sourcesSince, type SourceSince } from '../../../../model/workflow/since.ts'
import { wordsOf } from '../../../editor/host.ts'
import type { Format } from '../../../i18n/format.ts'
import type { Session } from '../../../session/session.ts'
import { useVersion } from '../../history/versions.ts'

/** The moment from which on a translator looks at what changed. */
export interface Since {
  /** The version that stood then; null: nothing did. */
  readonly version: number | null
  /** What the person chose: a date as precise as it was typed, or the version by its name or by when it was saved. */
  readonly said:
    | { readonly kind: 'date'; readonly date: string }
    | { readonly kind: 'version'; readonly name: string | null; readonly at: string }
}

export const readSince = ({ said }: Since, format: Format): string =>
  said.kind === 'date'
    ? readDate({ kind: 'date', date: said.date }, 'long', format.locale)
    : (said.name ?? format.dateTime(said.at))

/** What came, went and changed since then; null: it is not known yet, or nobody asked. */
export interface Found {
  readonly sources: readonly SourceSince[] | null
  readonly failure: Failure | null
}

/** Compared anew only when the source is another one: what is written in Translate costs nothing here. */
export function useSince(session: Session, since: Since | null): Found {
  const document = useStore(session.store, ({ state }) => state.document)
  const opened = useVersion(session, since?.version ?? null, false)
  const then = since?.version === null ? null : opened?.ok ? opened.value.document : undefined
  const asked = since !== null
  const sources = useMemo(
    () =>
      !asked || then === undefined
        ? null
        : sourcesSince(then, document, wordsOf(document.sourceLocale)),
    [asked, then, document],
  )
  return { sources, failure: opened?.ok === false ? opened.error : null }
}

const NONE: ReadonlyMap<string, SourceSince> = new Map()

/** By unit. */
export const useByUnit = (sources: Found['sources']): ReadonlyMap<string, SourceSince> =>
  useMemo(
    () => (sources === null ? NONE : new Map(sources.map((source) => [source.unit, source]))),
    [sources],
  )
