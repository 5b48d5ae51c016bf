import type { Postmortem } from '../../model/document/postmortem.ts'
import { ok, type Result } from '../../model/errors/result.ts'
import { DEFAULT_THEME, type Theme } from '../../model/theme/theme.ts'
import type { OwnWords } from '../../model/publication/own-words.ts'
import type { Library } from '../store/library.ts'

/**
 * How the pages of a postmortem look: as it says itself, else as the library has it. THEME_UNKNOWN where it names one that is
 * not here; one that the library no longer has is no reason to look like nothing.
 */
export function themeOf({ metadata }: Postmortem, library: Library): Result<Theme> {
  if (metadata.theme !== undefined) return library.openTheme(metadata.theme)
  const settings = library.settings()
  if (!settings.ok) return settings
  const { pageTheme } = settings.value
  if (pageTheme === undefined) return ok(DEFAULT_THEME)
  const theme = library.openTheme(pageTheme)
  return !theme.ok && theme.error.code === 'THEME_UNKNOWN' ? ok(DEFAULT_THEME) : theme
}

/** The library's own words of publications. LIBRARY_DAMAGED. */
export function ownWordsIn(library: Library): Result<OwnWords> {
  const settings = library.settings()
  return settings.ok ? ok(settings.value.publicationWords ?? {}) : settings
}

/** What pages of a postmortem look like, and what they say by themselves. Errors: those of `themeOf`. */
export function looksOf(
  document: Postmortem,
  library: Library,
): Result<{ readonly theme: Theme; readonly own: OwnWords }> {
  const theme = themeOf(document, library)
  if (!theme.ok) return theme
  const own = ownWordsIn(library)
  return own.ok ? ok({ theme: theme.value, own: own.value }) : own
}
