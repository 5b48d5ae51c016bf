import { PlaceSchema, type Place } from '../../model/contract/settings.ts'
import * as v from 'valibot'
import { api } from '../api.ts'
import { toastFailure } from './failure-toast.ts'
import { openLibrary, openPostmortem, route, type Route } from './route.ts'

/** What the window shows, as the app keeps it. One comes back to the work, not to its past. Null: the library. */
export const placeOf = (now: Route): Place | null =>
  now.screen === 'library'
    ? null
    : { postmortem: now.id, view: now.view === 'history' ? 'write' : now.view }

/** Opens another window at a place. */
export async function openWindow(place: Place | null): Promise<void> {
  const opened = await api.call('window.open', { place })
  if (!opened.ok) toastFailure(opened.error)
}

/** Goes to the place that the window was opened for. False: it was opened for none. */
export function openNamedPlace(): boolean {
  const query = new URLSearchParams(location.search)
  const view = query.get('open')
  if (view === null) return false
  const place = { postmortem: query.get('id') ?? '', view }
  if (v.is(PlaceSchema, place)) openPostmortem(place.postmortem, place.view)
  else openLibrary()
  return true
}

/** Tells the host what the window shows; a window that was opened at a place stays there when its page loads again. */
export function followPlace(): () => void {
  const tell = (now: Route): void => {
    const place = placeOf(now)
    void api.call('window.shows', { place })
    if (location.search === '') return
    const query = new URLSearchParams(
      place === null ? { open: 'library' } : { open: place.view, id: place.postmortem },
    )
    history.replaceState(null, '', `?${query.toString()}`)
  }
  tell(route.getState())
  return route.subscribe(tell)
}
