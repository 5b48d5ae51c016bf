import type { Failure } from '../../model/errors/result.ts'
import { words } from '../i18n/i18n.ts'
import { toast } from '../parts/toast.tsx'

/** Says a failure that has no place on screen of its own. What a person stopped is no failure. */
export function toastFailure(failure: Failure): void {
  if (failure.code === 'CANCELLED') return
  toast({ text: words.t(`errors:${failure.code}`, { ...failure.params }), tone: 'danger' })
}
