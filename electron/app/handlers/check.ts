import { fail, ok } from '../../../model/errors/result.ts'
import type { HandlersOf } from '../context.ts'
import { problemsOf } from '../gate.ts'
import { localesOf } from '../view.ts'

export const checkHandlers: HandlersOf<'check.run'> = {
  'check.run': ({ id, locale, audience }, { library }) => {
    const stored = library.open(id)
    if (!stored.ok) return stored
    if (locale !== undefined && !localesOf(stored.value.document).includes(locale))
      return fail('LOCALE_UNKNOWN', { locale })
    return ok({ problems: problemsOf(stored.value, { locale, audience }) })
  },
}
