import type { Audience } from '../../model/document/audience.ts'
import { stateOf } from '../../model/document/state.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Correction } from '../../model/releases/manifest.ts'
import { fail, ok, type Result } from '../../model/errors/result.ts'
import { documentForAudience, translationsForAudience } from '../../model/units/audience-view.ts'
import { documentInLocale } from '../../model/units/locale-view.ts'
import type { StoredPostmortem } from '../store/library.ts'

/** A postmortem in one locale as one audience may see it. */
export interface View {
  readonly document: Postmortem
  readonly locale: string
  readonly audience: Audience
  /** Units of this view whose text is still that of the source. */
  readonly untranslated: ReadonlySet<string>
  /** What readers are told of earlier releases. */
  readonly corrections?: readonly Correction[] | undefined
}

/** Source first, then the others as they were added. */
export const localesOf = ({ sourceLocale, locales }: Postmortem): string[] => [
  sourceLocale,
  ...locales,
]

/** What the audience may not see goes first, in every language, so that nothing after this can leak it. LOCALE_UNKNOWN. */
export function viewOf(
  { document, translations }: StoredPostmortem,
  locale: string,
  audience: Audience,
): Result<View> {
  if (!localesOf(document).includes(locale)) return fail('LOCALE_UNKNOWN', { locale })
  const cut = documentForAudience(document, audience)
  const texts = stateOf(document, translations).translations
  const view = documentInLocale(cut, translationsForAudience(document, texts, audience), locale)
  return ok({ ...view, locale, audience })
}
