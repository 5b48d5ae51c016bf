import { isBlank, type Content } from '../../../model/document/text.ts'
import type { Translation } from '../../../model/document/translation.ts'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { rewritten } from '../../../model/units/rewrite.ts'
import type { Session } from '../../session/session.ts'

type Row = Omit<Translation, 'unit' | 'locale' | 'changedAt' | 'by'>

function put(
  session: Session,
  locale: string,
  { unit }: UnitInLocale,
  row: Row,
  merge?: string,
): void {
  const { user } = session
  const translation: Translation = {
    ...row,
    unit: unit.id,
    locale,
    changedAt: new Date().toISOString(),
    ...(user === '' ? {} : { by: user }),
  }
  session.apply([{ type: 'translation.put', translation }], { merge })
}

/**
 * What a translator types. It is a draft again, whatever it was; the source that it was made from stays the old one
 * until it is confirmed, so that an edited text does not hide that its source moved. An emptied text is no translation.
 */
export function writeTranslation(
  session: Session,
  locale: string,
  unit: UnitInLocale,
  content: Content,
): void {
  const { translation, sourceHash } = unit
  const merge = `translation ${locale} ${unit.unit.id}`
  if (isBlank(content)) {
    if (translation !== undefined)
      session.apply([{ type: 'translation.remove', unit: unit.unit.id, locale }], { merge })
    return
  }
  const row: Row =
    translation === undefined
      ? { content, state: 'draft', origin: 'human', sourceHash }
      : rewritten(translation, content)
  put(session, locale, unit, row, merge)
}

/**
 * The translator says that a translation is right for the source as it stands. What is reviewed and unchanged stays
 * reviewed.
 */
export function confirm(session: Session, locale: string, unit: UnitInLocale): void {
  const { translation, sourceHash, stale, state } = unit
  if (translation === undefined || isBlank(translation.content)) return
  if (!stale && state !== 'draft') return
  const row = { ...translation, state: 'translated' as const, sourceHash }
  delete row.confirmed
  put(session, locale, unit, row)
}

/** The reviewer says it. What the translator had is kept where it differs. */
export function review(session: Session, locale: string, unit: UnitInLocale): void {
  const { translation, sourceHash } = unit
  if (translation === undefined || isBlank(translation.content)) return
  put(session, locale, unit, { ...translation, state: 'reviewed', sourceHash })
}

/** The source changed and the translation still says the same: it keeps its state and is held to the new source. */
export function keepStale(session: Session, locale: string, unit: UnitInLocale): void {
  const { translation, sourceHash } = unit
  if (translation === undefined) return
  put(session, locale, unit, { ...translation, sourceHash })
}

/** A draft with the source's text, marks and facts, to write over. */
export const copySource = (session: Session, locale: string, unit: UnitInLocale): void =>
  put(session, locale, unit, {
    content: unit.unit.content,
    state: 'draft',
    origin: 'human',
    sourceHash: unit.sourceHash,
  })

export function addLocale(session: Session, locale: string): void {
  const { locales } = session.store.getState().state.document
  session.apply([{ type: 'locales.put', locales: [...locales, locale] }])
}

/** Takes a language out; its translations stay in the library. The answer puts it back where it was. */
export function removeLocale(session: Session, locale: string): () => void {
  const { locales } = session.store.getState().state.document
  const at = locales.indexOf(locale)
  session.apply([{ type: 'locales.put', locales: locales.filter((other) => other !== locale) }])
  return () => {
    const now = session.store.getState().state.document.locales
    if (now.includes(locale)) return
    session.apply([{ type: 'locales.put', locales: now.toSpliced(at, 0, locale) }])
  }
}
