import type { Quality } from '../../../model/checks/translation/problems.ts'
import type { Audience } from '../../../model/document/audience.ts'
import { fail, ok, type Result } from '../../../model/errors/result.ts'
import type { CallContext, HandlersOf } from '../context.ts'
import { lookThrough, qualityOfPostmortem } from '../gate.ts'
import { inPieces } from '../pieces.ts'
import { createSaidBefore } from '../said-before.ts'
import { ownWordsIn } from '../theme.ts'
import { localesOf } from '../view.ts'

const said = createSaidBefore()

/** What is said of a postmortem as it stands in the library. */
async function qualityNow(
  { id, ...scope }: { id: string; locale?: string | undefined; audience?: Audience | undefined },
  { library, terms }: CallContext,
): Promise<Result<Quality>> {
  const { locale } = scope
  const stored = library.open(id)
  if (!stored.ok) return stored
  if (locale !== undefined && !localesOf(stored.value.document).includes(locale))
    return fail('LOCALE_UNKNOWN', { locale })
  const checks = library.checks(id)
  if (!checks.ok) return checks
  const memory = await terms.checks()
  if (!memory.ok) return memory
  const own = ownWordsIn(library)
  if (!own.ok) return own
  // Whoever saves or asks meanwhile is answered: thousands of texts take seconds when they are looked at first.
  const { signal } = new AbortController()
  await inPieces(lookThrough(stored.value, scope, own.value), signal, () => undefined)
  return ok(qualityOfPostmortem(stored.value, checks.value, scope, memory.value, own.value))
}

export const checkHandlers: HandlersOf<
  | 'check.run'
  | 'check.follow'
  | 'check.ignore'
  | 'check.heed'
  | 'check.settings'
  | 'check.configure'
> = {
  'check.run': qualityNow,
  'check.follow': async ({ id, locale, known }, context) => {
    const quality = await qualityNow({ id, locale }, context)
    return quality.ok ? ok(said.answer(quality.value, known)) : quality
  },
  'check.ignore': ({ id, ...problem }, { library }) => {
    const ignored = library.ignoreProblem(id, problem)
    return ignored.ok ? ok({}) : ignored
  },
  'check.heed': ({ id, ...problem }, { library }) => {
    const heeded = library.heedProblem(id, problem)
    return heeded.ok ? ok({}) : heeded
  },
  'check.settings': (_, { library }) => library.checkSettings(),
  'check.configure': (settings, { library, events }) => {
    const written = library.setCheckSettings(settings)
    if (!written.ok) return written
    events.emit('check.configured', settings)
    return ok(settings)
  },
}
