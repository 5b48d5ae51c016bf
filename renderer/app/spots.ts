import { SPOT_VIEWS, type Spot, type SpotView } from '../../model/contract/spot.ts'
import { api } from '../api.ts'
import { lastPlace } from '../views/translate/last-place.ts'
import type { Route, View } from './route.ts'

const known = new Map<string, Spot>()
const loading = new Map<string, Promise<void>>()
const keyOf = (id: string, view: View): string => `${id} ${view}`
const isSpotView = (view: View): view is SpotView =>
  (SPOT_VIEWS as readonly string[]).includes(view)

async function load(id: string): Promise<void> {
  for (const view of SPOT_VIEWS) {
    const read = await api.call('spot.get', { id, view })
    // What happened in this window meanwhile is newer.
    if (!read.ok || read.value.spot === null || known.has(keyOf(id, view))) continue
    known.set(keyOf(id, view), read.value.spot)
    if (view !== 'translate') continue
    const place = lastPlace(id)
    place.locale ??= read.value.spot.locale
    place.unit ??= read.value.spot.unit
  }
}

/** Reads where the person was in a postmortem, once. */
export function loadSpots(id: string): Promise<void> {
  let read = loading.get(id)
  if (read === undefined) {
    read = load(id)
    loading.set(id, read)
  }
  return read
}

export const spotOf = (id: string, view: View): Spot | undefined => known.get(keyOf(id, view))

/** Keeps where the person is in a view, in the window and in the library. A library that takes no changes keeps none. */
export async function keepSpot(route: Route, spot: Spot | null): Promise<void> {
  if (spot === null || route.screen !== 'postmortem' || !isSpotView(route.view)) return
  const { id, view } = route
  const before = known.get(keyOf(id, view))
  if (JSON.stringify(before) === JSON.stringify(spot)) return
  known.set(keyOf(id, view), spot)
  await api.call('spot.put', { id, view, spot })
}
