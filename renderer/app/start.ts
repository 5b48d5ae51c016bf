import { api } from '../api.ts'
import { openNamedPlace } from './place.ts'
import { openPostmortem } from './route.ts'
import { loadSpots } from './spots.ts'

/**
 * Comes back to where the person was. In a library that nobody has worked in yet, which holds the sample alone, that
 * is the sample. Whatever fails here fails again, and is said, on the library screen.
 */
export async function openStart(): Promise<void> {
  if (openNamedPlace()) return
  const [settings, list] = await Promise.all([
    api.call('settings.get', {}),
    api.call('library.list', {}),
  ])
  if (!settings.ok || !list.ok) return
  const { last } = settings.value
  if (last !== null && list.value.some(({ id }) => id === last.postmortem)) {
    await loadSpots(last.postmortem)
    return openPostmortem(last.postmortem, last.view)
  }
  const [only] = list.value
  if (last === null && list.value.length === 1 && only?.sample) openPostmortem(only.id)
}
