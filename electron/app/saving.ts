import type { Change } from '../../model/document/change.ts'
import type { Result } from '../../model/errors/result.ts'
import type { CallContext } from './context.ts'

/** A save as its handlers make it: whoever shows the postmortem hears of it, and may ask what it was. */
export function saveChanges(
  { library, recent, events }: CallContext,
  id: string,
  base: number,
  changes: readonly Change[],
  session: string | null = null,
): Result<{ revision: number; savedAt: string }> {
  const saved = library.save(id, base, changes)
  if (!saved.ok) return saved
  events.emit('library.changed', {})
  const { revision } = saved.value
  if (revision === base) return saved
  recent.note(id, { revision, changes })
  events.emit('postmortem.changed', { id, revision, session })
  return saved
}
