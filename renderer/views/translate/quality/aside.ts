import type { Ignored } from '../../../../model/checks/translation/ignored.ts'
import { api } from '../../../api.ts'
import { toastFailure } from '../../../app/failure-toast.ts'
import { words } from '../../../i18n/i18n.ts'
import { toast } from '../../../parts/toast.tsx'
import type { Session } from '../../../session/session.ts'

type Place = Pick<Ignored, 'unit' | 'locale' | 'rule'>

/** Sets a rule aside for a translation as it stands, with a way to take that back. `done` when it is so. */
export async function setAside(
  session: Session,
  { reason, ...place }: Place & Pick<Ignored, 'reason'>,
  done: () => void,
): Promise<void> {
  // It is bound to the words in the library, so those must be the ones on screen.
  if (!(await session.flush())) return
  const kept = await api.call('check.ignore', { id: session.id, ...place, reason })
  if (!kept.ok) return toastFailure(kept.error)
  done()
  toast({
    text: words.t('quality:asides.done', { rule: words.t(`checks:titles.${place.rule}`) }),
    action: { text: words.t('undo'), onPress: () => void heed(session, place, done) },
  })
}

/** Takes that back. */
export async function heed(
  session: Session,
  { unit, locale, rule }: Place,
  done: () => void,
): Promise<void> {
  const heeded = await api.call('check.heed', { id: session.id, unit, locale, rule })
  if (!heeded.ok) return toastFailure(heeded.error)
  done()
}
