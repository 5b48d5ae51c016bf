import { Buffer } from 'node:buffer'
import { fail, ok } from '../../../model/errors/result.ts'
import { readImage } from '../../../model/image/read.ts'
import { READABLE } from '../../../model/theme/contrast.ts'
import { LOGO_BYTES, poorContrasts } from '../../../model/theme/theme.ts'
import type { Result } from '../../../model/errors/result.ts'
import type { CallContext, HandlersOf } from '../context.ts'
import { looksIn } from '../theme.ts'

/** Every window draws its pages anew. */
function told<T extends object>(result: Result<T>, { events }: CallContext): Result<T> {
  if (result.ok) events.emit('themes.changed', {})
  return result
}

const done = (result: Result<void>, context: CallContext): Result<object> =>
  result.ok ? told(ok({}), context) : result

export const themeHandlers: HandlersOf<
  'theme.list' | 'theme.save' | 'theme.remove' | 'theme.restore' | 'theme.default' | 'theme.logo'
> = {
  'theme.list': (_, { library }) => {
    const themes = library.themes()
    if (!themes.ok) return themes
    const settings = library.settings()
    if (!settings.ok) return settings
    return ok({ themes: themes.value, byDefault: settings.value.pageTheme ?? null })
  },
  'theme.save': (given, context) => {
    const [poor] = poorContrasts(given.theme)
    if (poor !== undefined)
      return fail('THEME_CONTRAST', {
        colour: poor.colour,
        // Rounded down: what is refused must not read as what is needed.
        ratio: Math.floor(poor.ratio * 10) / 10,
        least: READABLE,
      })
    const looks = looksIn(given.theme, context.library)
    if (!looks.ok) return looks
    const saved = context.library.saveTheme(given)
    return saved.ok ? told(ok({ theme: saved.value }), context) : saved
  },
  'theme.remove': ({ theme }, context) => done(context.library.removeTheme(theme), context),
  'theme.restore': ({ theme }, context) => done(context.library.restoreTheme(theme), context),
  'theme.default': ({ theme }, context) => {
    const { library } = context
    const settings = library.settings()
    if (!settings.ok) return settings
    if (theme !== null) {
      const known = library.openTheme(theme)
      if (!known.ok) return known
    }
    const next = { ...settings.value }
    delete next.pageTheme
    if (theme !== null) next.pageTheme = theme
    return done(library.setSettings(next), context)
  },
  'theme.logo': ({ name, data }) => {
    const image = readImage({ name, bytes: new Uint8Array(Buffer.from(data, 'base64')) })
    if (!image.ok) return image
    const { type, bytes, width, height } = image.value
    if (bytes.length > LOGO_BYTES)
      return fail('LOGO_TOO_LARGE', {
        file: name,
        size: Math.ceil(bytes.length / 1024),
        most: LOGO_BYTES / 1024,
      })
    return ok({ type, data: Buffer.from(bytes).toString('base64'), width, height })
  },
}
