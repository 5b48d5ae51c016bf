import type { Input } from '../../model/contract/calls.ts'
import { api } from '../api.ts'
import { toastFailure } from '../app/failure-toast.ts'
import { toast } from '../parts/toast.tsx'

/** Changes the termbase, says so, and offers to take it back. False where it was refused, which is said too. */
export async function changeTerms(
  changes: Input<'terms.change'>,
  { text, undo }: { text: string; undo: string },
): Promise<boolean> {
  const done = await api.call('terms.change', changes)
  if (!done.ok) {
    toastFailure(done.error)
    return false
  }
  const { back } = done.value
  toast({ text, action: { text: undo, onPress: () => void takeBack(back) } })
  return true
}

async function takeBack(back: Input<'terms.change'>): Promise<void> {
  const done = await api.call('terms.change', back)
  if (!done.ok) toastFailure(done.error)
}
