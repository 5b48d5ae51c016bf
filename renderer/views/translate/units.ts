import { useMemo, useRef } from 'react'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Translations } from '../../../model/document/state.ts'
import { plainText, type Content } from '../../../model/document/text.ts'
import { unitInLocale, type UnitInLocale } from '../../../model/units/locale-view.ts'
import { unitsOf } from '../../../model/units/unit.ts'

/**
 * The units of a document in a locale. Of a unit that did not change the same object comes back, so that of thousands
 * of rows only the one that is typed in is drawn again.
 */
export function useUnits(
  document: Postmortem,
  translations: Translations,
  locale: string | null,
): readonly UnitInLocale[] {
  const units = useMemo(() => unitsOf(document), [document])
  const ofLocale = locale === null ? undefined : translations.get(locale)
  const known = useRef(new Map<string, UnitInLocale>())
  return useMemo(() => {
    const next = new Map<string, UnitInLocale>()
    const list = units.map((unit) => {
      const translation = ofLocale?.get(unit.id)
      const old = known.current.get(unit.id)
      const same =
        old !== undefined &&
        old.translation === translation &&
        old.unit.content === unit.content &&
        old.unit.place.block === unit.place.block &&
        old.unit.place.field === unit.place.field
      const item = same ? old : unitInLocale(unit, translation)
      next.set(unit.id, item)
      return item
    })
    known.current = next
    return list
  }, [units, ofLocale])
}

export const FILTERS = ['all', 'open', 'stale', 'reviewed'] as const
export type Filter = (typeof FILTERS)[number]

/** A unit that somebody still has to look at. */
export const isOpen = ({ state, stale }: UnitInLocale): boolean =>
  stale || state === 'untranslated' || state === 'draft'

const FITS: Readonly<Record<Filter, (unit: UnitInLocale) => boolean>> = {
  all: () => true,
  open: isOpen,
  stale: ({ stale }) => stale,
  reviewed: ({ state, stale }) => state === 'reviewed' && !stale,
}

export const countOf = (units: readonly UnitInLocale[], filter: Filter): number =>
  units.reduce((count, unit) => count + (FITS[filter](unit) ? 1 : 0), 0)

// Contents are never changed in place, and a search through thousands asks for the same texts at every letter.
const folded = new WeakMap<Content, string>()

function fold(content: Content): string {
  let text = folded.get(content)
  if (text === undefined) {
    text = plainText(content).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    folded.set(content, text)
  }
  return text
}

/**
 * What the list shows. `keep` holds units that stay although they no longer fit, because a row that vanishes under
 * the hand that just confirmed it cannot be corrected.
 */
export function shownUnits(
  units: readonly UnitInLocale[],
  filter: Filter,
  search: string,
  keep: ReadonlySet<string>,
  fits: (unit: UnitInLocale) => boolean = () => true,
): readonly UnitInLocale[] {
  const wanted = search.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return units.filter((unit) => {
    if (keep.has(unit.unit.id)) return true
    if (!FITS[filter](unit) || !fits(unit)) return false
    if (wanted === '') return true
    return (
      fold(unit.unit.content).includes(wanted) ||
      (unit.translation !== undefined && fold(unit.translation.content).includes(wanted))
    )
  })
}

/** The units behind one, and then those before it. */
function ahead(units: readonly UnitInLocale[], from: string | null): readonly UnitInLocale[] {
  const at = units.findIndex(({ unit }) => unit.id === from)
  return [...units.slice(at + 1), ...units.slice(0, Math.max(at, 0))]
}

/** The next unit after `from` that is open, from the beginning again at the end; undefined where none is. */
export const nextOpen = (
  units: readonly UnitInLocale[],
  from: string | null,
): UnitInLocale | undefined => ahead(units, from).find(isOpen)

/** The same for a unit that waits in a state for whoever looks at it next. */
export const nextWaiting = (
  units: readonly UnitInLocale[],
  from: string | null,
  wanted: UnitInLocale['state'],
): UnitInLocale | undefined =>
  ahead(units, from).find(({ state, stale }) => state === wanted && !stale)
