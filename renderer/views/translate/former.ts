import { useEffect, useState } from 'react'
import type { Content } from '../../../model/document/text.ts'
import { isMinor } from '../../../model/workflow/drift.ts'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { api } from '../../api.ts'
import type { Session } from '../../session/session.ts'

/** What stale translations were made from, by unit. */
export type Former = ReadonlyMap<string, { readonly sourceHash: string; readonly content: Content }>

const NONE: Former = new Map()

/** Asked for again only when other translations are stale. */
export function useFormer(
  session: Session,
  locale: string,
  units: readonly UnitInLocale[],
): Former {
  const [former, setFormer] = useState(NONE)
  const stale = units
    .flatMap(({ stale, unit, translation }) =>
      stale ? [`${unit.id} ${translation?.sourceHash}`] : [],
    )
    .join('\n')
  useEffect(() => {
    if (stale === '') return
    let gone = false
    void (async () => {
      // What the source was is kept when it is saved.
      await session.flush()
      const told = await api.call('translation.sources', { id: session.id, locale })
      if (gone || !told.ok) return
      setFormer(new Map(told.value.sources.map((source) => [source.unit, source])))
    })()
    return () => {
      gone = true
    }
  }, [session, locale, stale])
  return former
}

/** What a stale translation was made from; undefined where that is not known, or nothing changed. */
export function formerOf(
  former: Former,
  { unit, translation, stale }: UnitInLocale,
): Content | undefined {
  const known = stale ? former.get(unit.id) : undefined
  return known?.sourceHash === translation?.sourceHash ? known?.content : undefined
}

/** Whether the source of a stale translation says the same as before in other signs. */
export function isMinorStale(former: Former, item: UnitInLocale): boolean {
  const before = formerOf(former, item)
  return before !== undefined && isMinor(before, item.unit.content)
}
