import type { Postmortem } from '../document/postmortem.ts'
import type { Translations } from '../document/state.ts'
import { isBlank } from '../document/text.ts'
import type { Translation, TranslationState } from '../document/translation.ts'
import { contentHash } from './hash.ts'
import { mapUnits, unitsOf, type Unit } from './unit.ts'

export type UnitState = 'untranslated' | TranslationState

/** A unit beside its translation in one locale. `stale`: the source is no longer what it was translated from. */
export interface UnitInLocale {
  readonly unit: Unit
  readonly translation: Translation | undefined
  readonly state: UnitState
  readonly stale: boolean
  readonly sourceHash: string
}

export function unitInLocale(unit: Unit, translation: Translation | undefined): UnitInLocale {
  const sourceHash = contentHash(unit.content)
  const empty = translation === undefined || isBlank(translation.content)
  return {
    unit,
    translation,
    state: empty ? 'untranslated' : translation.state,
    stale: !empty && translation.sourceHash !== sourceHash,
    sourceHash,
  }
}

/** Every unit that there is something to translate in, in reading order. */
export const unitsInLocale = (
  document: Postmortem,
  translations: Translations,
  locale: string,
): UnitInLocale[] =>
  unitsOf(document).map((unit) => unitInLocale(unit, translations.get(locale)?.get(unit.id)))

/** The states in which somebody stands by a translation. */
const DONE: ReadonlySet<UnitState> = new Set(['translated', 'reviewed', 'approved'])

/** Whether a translation was confirmed, by whomever, for the source as it stands. */
export const isDone = ({ state, stale }: Pick<UnitInLocale, 'state' | 'stale'>): boolean =>
  !stale && DONE.has(state)

export interface Progress {
  readonly total: number
  readonly untranslated: number
  readonly draft: number
  readonly translated: number
  readonly reviewed: number
  readonly approved: number
  /** Of the translated ones, whatever their state. */
  readonly stale: number
}

export function progressOf(units: readonly UnitInLocale[]): Progress {
  const count = {
    total: units.length,
    untranslated: 0,
    draft: 0,
    translated: 0,
    reviewed: 0,
    approved: 0,
    stale: 0,
  }
  for (const { state, stale } of units) {
    count[state]++
    if (stale) count.stale++
  }
  return count
}

/**
 * The document in one locale: structure, facts and attributes from the source, texts from the translations. A unit
 * without a translation keeps its source text and its id is in `untranslated`, so that a preview can mark it and a
 * release can refuse it.
 */
export function documentInLocale(
  document: Postmortem,
  translations: Translations,
  locale: string,
): { document: Postmortem; untranslated: ReadonlySet<string> } {
  if (locale === document.sourceLocale) return { document, untranslated: new Set() }
  const ofLocale = translations.get(locale)
  const untranslated = new Set<string>()
  const view = mapUnits(document, (id, content) => {
    const translation = ofLocale?.get(id)
    if (isBlank(content)) return content
    if (translation !== undefined && !isBlank(translation.content)) return translation.content
    untranslated.add(id)
    return content
  })
  return { document: view, untranslated }
}
