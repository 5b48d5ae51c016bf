import type { Settings } from '../../../model/contract/settings.ts'
import { ok, type Result } from '../../../model/errors/result.ts'
import type { CallContext, HandlersOf } from '../context.ts'

/** Writes settings, and tells every window. */
function set({ library, events }: CallContext, settings: Settings): Result<Settings> {
  const saved = library.setSettings(settings)
  if (!saved.ok) return saved
  events.emit('settings.changed', settings)
  return ok(settings)
}

export const settingsHandlers: HandlersOf<'settings.get' | 'settings.set' | 'windows.keep'> = {
  'settings.get': (_, { library }) => library.settings(),
  'settings.set': ({ windows: _windows, ...settings }, context) => {
    const now = context.library.settings()
    if (!now.ok) return now
    const { windows } = now.value
    return set(context, { ...settings, ...(windows ? { windows } : {}) })
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
