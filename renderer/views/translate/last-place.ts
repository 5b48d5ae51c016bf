import type { Since } from './since/since.ts'

interface Place {
  locale: string | null
  unit: string | null
  /** Since when the translator asked what changed. */
  since: Since | null
}

const places = new Map<string, Place>()

/** Where a translator was in a postmortem, for as long as the window is open. */
export function lastPlace(postmortem: string): Place {
  const place = places.get(postmortem) ?? { locale: null, unit: null, since: null }
  places.set(postmortem, place)
  return place
}
