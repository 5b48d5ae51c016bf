import type { Change } from '../../../model/document/change.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import { stateOf } from '../../../model/document/state.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { unitsInLocale, type UnitInLocale } from '../../../model/units/locale-view.ts'
import type { StoredPostmortem } from '../../store/library.ts'
import type { Tell } from '../progress.ts'
import { lookUp, type Tools } from './lookup.ts'

/** The best match of a unit as its translation, or null where none is good enough. */
async function filled(
  { unit, sourceHash }: UnitInLocale,
  document: StoredPostmortem['document'],
  locale: string,
  least: number,
  tools: Tools,
  now: string,
): Promise<Result<Translation | null>> {
  const place = tools.memory.unit(document.id, unit.id)
  if (!place.ok) return place
  const found = await lookUp(
    {
      source: unit.content,
      sourceLocale: document.sourceLocale,
      targetLocale: locale,
      own: { postmortem: document.id, sourceHash },
      unit: unit.id,
      previous: place.value?.previous ?? '',
      next: place.value?.next ?? '',
      least,
      limit: 1,
      sentences: false,
    },
    tools,
  )
  if (!found.ok) return found
  const match = found.value.matches.find(({ sentence }) => !sentence)
  if (match === undefined) return ok(null)
  return ok({
    unit: unit.id,
    locale,
    content: match.target,
    state: 'draft',
    origin: 'memory',
    score: match.score,
    sourceHash,
    changedAt: now,
  })
}

/**
 * The changes that fill the untranslated units of a locale with what the memory has for them, as drafts that somebody has to
 * read; to be made as one step. `least` in per cent. Errors: LOCALE_UNKNOWN, CANCELLED, and of the library.
 */
export async function pretranslating(
  { document, translations }: StoredPostmortem,
  locale: string,
  least: number,
  tools: Tools,
  now: string,
  signal: AbortSignal,
  tell: Tell,
): Promise<Result<Change[]>> {
  if (!document.locales.includes(locale)) return fail('LOCALE_UNKNOWN', { locale })
  const state = stateOf(document, translations)
  const open = unitsInLocale(document, state.translations, locale).filter(
    (unit) => unit.state === 'untranslated',
  )
  const changes: Change[] = []
  for (const [at, unit] of open.entries()) {
    tell(at, open.length)
    const translation = await filled(unit, document, locale, least, tools, now)
    if (!translation.ok) return translation
    if (signal.aborted) return fail('CANCELLED')
    if (translation.value !== null)
      changes.push({ type: 'translation.put', translation: translation.value })
  }
  return ok(changes)
}
