import type { Buffer } from 'node:buffer'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { fail, ok, Refusal, type Result } from '../../model/errors/result.ts'
import { fontsIn } from '../../model/theme/font.ts'
import { DEFAULT_THEME, type Theme } from '../../model/theme/theme.ts'
import type { OwnWords } from '../../model/publication/own-words.ts'
import type { CoveredFont } from '../publish/fonts/library.ts'
import { broughtFonts } from '../publish/fonts/own/brought.ts'
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

/** How pages look, and what they say by themselves: what they are made of besides a document. */
export interface Looks {
  readonly theme: Theme
  readonly own: OwnWords
  readonly fonts: readonly CoveredFont[]
}

/** The looks of a theme. FONT_MISSING, LIBRARY_DAMAGED. */
export function looksIn(theme: Theme, library: Library): Result<Looks> {
  for (const { font } of fontsIn(theme.fonts)) {
    const there = library.hasFont(font)
    if (!there.ok) return there
    if (!there.value) return fail('FONT_MISSING', { font: font.slice(0, 12) })
  }
  const own = ownWordsIn(library)
  if (!own.ok) return own
  // What a damaged library says is thrown where its bytes are needed, and answered like any other refusal.
  const read = (id: string): Buffer => {
    const bytes = library.font(id)
    if (!bytes.ok) throw new Refusal(bytes.error.code, bytes.error.params)
    return bytes.value
  }
  return ok({ theme, own: own.value, fonts: broughtFonts(theme.fonts, read) })
}

/** What pages of a postmortem look like. Errors: those of `themeOf` and of `looksIn`. */
export function looksOf(document: Postmortem, library: Library): Result<Looks> {
  const theme = themeOf(document, library)
  return theme.ok ? looksIn(theme.value, library) : theme
}
