import { useMemo, useRef } from 'react'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Translations } from '../../../model/document/state.ts'
import { plainText, type Content } from '../../../model/document/text.ts'
import { unitInLocale, type UnitInLocale } from '../../../model/units/locale-view.ts'
import { unitsOf, type Unit } from '../../../model/units/unit.ts'

// Documents are never changed in place, and several parts of the view ask for the units of one.
const unitsOfDocument = new WeakMap<Postmortem, readonly Unit[]>()

function unitsIn(document: Postmortem): readonly Unit[] {
  let units = unitsOfDocument.get(document)
  if (units === undefined) {
    units = unitsOf(document)
    unitsOfDocument.set(document, units)
  }
  return units
}

const numbers = new WeakMap<Postmortem, ReadonlyMap<string, number>>()

/** The number of each unit in the order of the document, from 1: the same in every language, filter and order. */
export function numbersOf(document: Postmortem): ReadonlyMap<string, number> {
  let found = numbers.get(document)
  if (found === undefined) {
    found = new Map(unitsIn(document).map(({ id }, at) => [id, at + 1]))
    numbers.set(document, found)
  }
  return found
}

/**
 * The units of a document in a locale. Of a unit that did not change the same object comes back, so that of thousands
 * of rows only the one that is typed in is drawn again.
 */
export function useUnits(
  document: Postmortem,
  translations: Translations,
  locale: string | null,
): readonly UnitInLocale[] {
  const units = unitsIn(document)
  const ofLocale = locale === null ? undefined : translations.get(locale)
  const known = useRef<{ units: readonly Unit[]; list: readonly UnitInLocale[] }>({
    units: [],
    list: [],
  })
  return useMemo(() => {
    const before = known.current
    // After a key in a translation every unit stands where it stood.
    const byId =
      before.units === units ? undefined : new Map(before.list.map((item) => [item.unit.id, item]))
    const list = units.map((unit, at) => {
      const translation = ofLocale?.get(unit.id)
      const old = byId === undefined ? before.list[at] : byId.get(unit.id)
      const same =
        old !== undefined &&
        old.translation === translation &&
        old.unit.content === unit.content &&
        old.unit.place.block === unit.place.block &&
        old.unit.place.field === unit.place.field
      return same ? old : unitInLocale(unit, translation)
    })
    known.current = { units, list }
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

/** How many units each filter shows. */
export function countsOf(units: readonly UnitInLocale[]): Readonly<Record<Filter, number>> {
  const counts = { all: units.length, open: 0, stale: 0, reviewed: 0 }
  for (const unit of units) {
    if (FITS.open(unit)) counts.open++
    if (FITS.stale(unit)) counts.stale++
    if (FITS.reviewed(unit)) counts.reviewed++
  }
  return counts
}

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

/** What a list that is narrowed to nothing shows. */
export const ANY = (): boolean => true

/**
 * What the list shows. `keep` holds units that stay although they no longer fit, because a row that vanishes under
 * the hand that just confirmed it cannot be corrected.
 */
export function shownUnits(
  units: readonly UnitInLocale[],
  filter: Filter,
  search: string,
  keep: ReadonlySet<string>,
  fits: (unit: UnitInLocale) => boolean = ANY,
): readonly UnitInLocale[] {
  if (filter === 'all' && fits === ANY && search.trim() === '') return units
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
