import { ok } from '../../../model/errors/result.ts'
import type { HandlersOf } from '../context.ts'

export const settingsHandlers: HandlersOf<'settings.get' | 'settings.set'> = {
  'settings.get': (_, { library }) => library.settings(),
  'settings.set': (settings, { library }) => {
    const saved = library.setSettings(settings)
    return saved.ok ? ok(settings) : saved
  },
}
