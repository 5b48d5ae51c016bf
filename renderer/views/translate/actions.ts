import type { Change } from '../../../model/document/change.ts'
import type { Match } from '../../../model/contract/memory.ts'
import type { Comment } from '../../../model/document/comment.ts'
import { isBlank, type Content } from '../../../model/document/text.ts'
import type { Translation } from '../../../model/document/translation.ts'
import type { UnitInLocale } from '../../../model/units/locale-view.ts'
import { rewritten } from '../../../model/units/rewrite.ts'
import { isOpenThread, threadsIn, threadsOf } from '../../../model/workflow/threads.ts'
import type { Session } from '../../session/session.ts'
import { saying, settling } from '../comments/actions.ts'

type Row = Omit<Translation, 'unit' | 'locale' | 'changedAt' | 'by'>

function putting({ user }: Session, locale: string, unit: string, row: Row): Change {
  const translation: Translation = {
    ...row,
    unit,
    locale,
    changedAt: new Date().toISOString(),
    ...(user === '' ? {} : { by: user }),
  }
  return { type: 'translation.put', translation }
}

const put = (
  session: Session,
  locale: string,
  { unit }: UnitInLocale,
  row: Row,
  merge?: string,
): void => {
  session.apply([putting(session, locale, unit.id, row)], { merge })
}

/**
 * What a translator types. It is a draft again, whatever it was; the source that it was made from stays the old one
 * until it is confirmed, so that an edited text does not hide that its source moved. An emptied text is no translation.
 * What is typed joins what was typed before it; all else is a step of the history by itself.
 */
export function writeTranslation(
  session: Session,
  locale: string,
  unit: UnitInLocale,
  content: Content,
  isTyped: boolean,
): void {
  const { translation, sourceHash } = unit
  if (translation?.state === 'approved') return
  const merge = isTyped ? `translation ${locale} ${unit.unit.id}` : undefined
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

/** Puts the mended words in: one step of the history by itself, and a draft like all that is written. */
export function mendTranslation(
  session: Session,
  locale: string,
  unit: UnitInLocale,
  content: Content,
): void {
  const { translation } = unit
  if (translation === undefined || translation.state === 'approved') return
  put(session, locale, unit, rewritten(translation, content))
}

/**
 * The translator says that a translation is right for the source as it stands. What is reviewed and unchanged stays
 * reviewed.
 */
export function confirm(session: Session, locale: string, unit: UnitInLocale): void {
  const { translation, sourceHash, stale, state } = unit
  if (translation === undefined || isBlank(translation.content)) return
  if (state === 'approved' || (!stale && state !== 'draft')) return
  const row = { ...translation, state: 'translated' as const, sourceHash }
  delete row.confirmed
  session.apply([
    putting(session, locale, unit.unit.id, row),
    ...rejectionsOf(session, locale, unit.unit.id).map((head) => settling(session, head, true)),
  ])
}

/** Why a translation was sent back, where nobody has settled that. */
const rejectionsOf = (session: Session, locale: string, unit: string): readonly Comment[] =>
  threadsIn(threadsOf(session.store.getState().state).get(unit), locale)
    .filter((thread) => thread.head.kind === 'rejection' && isOpenThread(thread))
    .map(({ head }) => head)

/** The reviewer sends a translation back to the translator, and says why. What is confirmed then settles it. */
export function reject(session: Session, locale: string, unit: UnitInLocale, why: string): void {
  const { translation } = unit
  if (translation === undefined) return
  const { content, confirmed = content } = translation
  session.apply([
    saying(session, { unit: unit.unit.id, locale }, 'rejection', why),
    putting(session, locale, unit.unit.id, { ...translation, state: 'draft', confirmed }),
  ])
}

/** The reviewer says it. What the translator had is kept where it differs. */
export function review(session: Session, locale: string, unit: UnitInLocale): void {
  const { translation, sourceHash } = unit
  if (translation === undefined || isBlank(translation.content)) return
  if (translation.state === 'approved') return
  put(session, locale, unit, { ...translation, state: 'reviewed', sourceHash })
}

/** The last word: from here on a translation changes only after it was reopened. */
export function approve(session: Session, locale: string, unit: UnitInLocale): void {
  const { translation, sourceHash } = unit
  if (translation === undefined || isBlank(translation.content)) return
  put(session, locale, unit, { ...translation, state: 'approved', sourceHash })
}

/** Takes an approval back on purpose: the text may be changed again. */
export function reopen(session: Session, locale: string, unit: UnitInLocale): void {
  const { translation } = unit
  if (translation?.state !== 'approved') return
  put(session, locale, unit, { ...translation, state: 'reviewed' })
}

/**
 * The sources changed and the translations still say the same: they keep their states and are held to the new sources,
 * in one step.
 */
export function keepStale(session: Session, locale: string, units: readonly UnitInLocale[]): void {
  const changes = units.flatMap(({ unit, translation, sourceHash }) =>
    translation === undefined
      ? []
      : [putting(session, locale, unit.id, { ...translation, sourceHash })],
  )
  session.apply(changes)
}

/** A draft with the source's text, marks and facts, to write over. */
export const copySource = (session: Session, locale: string, unit: UnitInLocale): void =>
  put(session, locale, unit, {
    content: unit.unit.content,
    state: 'draft',
    origin: 'human',
    sourceHash: unit.sourceHash,
  })

/**
 * A draft with what the memory has, and how well that fits. What it has for one sentence comes behind what stands there.
 */
export function insertMatch(
  session: Session,
  locale: string,
  unit: UnitInLocale,
  { target, score, sentence }: Match,
): void {
  const { translation, sourceHash } = unit
  if (translation?.state === 'approved') return
  const before = translation?.content ?? []
  const behind = sentence && !isBlank(before)
  const content: Content = behind ? [...before, { type: 'text', value: ' ' }, ...target] : target
  const row: Row =
    translation === undefined
      ? { content, state: 'draft', origin: 'human', sourceHash }
      : { ...rewritten(translation, content), sourceHash }
  put(session, locale, unit, sentence ? row : { ...row, origin: 'memory', score })
}

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
