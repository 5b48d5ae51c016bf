import type { Settings } from '../../../model/contract/settings.ts'
import { ok, type Result } from '../../../model/errors/result.ts'
import type { CallContext, HandlersOf } from '../context.ts'

/** No window needs to know what is sealed: it asks `service.get`; nor all words of publications with each setting. */
function withoutServices({
  services: _services,
  publicationWords: _words,
  ...settings
}: Settings): Settings {
  return settings
}

/** Writes settings, and tells every window. */
function set({ library, events }: CallContext, settings: Settings): Result<Settings> {
  const saved = library.setSettings(settings)
  if (!saved.ok) return saved
  events.emit('settings.changed', withoutServices(settings))
  return ok(withoutServices(settings))
}

export const settingsHandlers: HandlersOf<'settings.get' | 'settings.set' | 'windows.keep'> = {
  'settings.get': (_, { library }) => {
    const now = library.settings()
    return now.ok ? ok(withoutServices(now.value)) : now
  },
  'settings.set': (
    { windows: _windows, services: _services, publicationWords: _words, ...settings },
    context,
  ) => {
    const now = context.library.settings()
    if (!now.ok) return now
    const { windows, services, publicationWords } = now.value
    const kept = {
      ...(windows ? { windows } : {}),
      ...(services ? { services } : {}),
      ...(publicationWords ? { publicationWords } : {}),
    }
    return set(context, { ...settings, ...kept })
  },
  'windows.keep': ({ places }, context) => {
    const now = context.library.settings()
    if (!now.ok) return now
    // The one window that is left is where the person comes back to.
    const last = places.length === 1 ? places[0]! : now.value.last
    const kept = set(context, { ...now.value, last, windows: places })
    return kept.ok ? ok({}) : kept
  },
}
