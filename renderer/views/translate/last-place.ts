interface Place {
  locale: string | null
  unit: string | null
}

const places = new Map<string, Place>()

/** Where a translator was in a postmortem, for as long as the window is open. */
export function lastPlace(postmortem: string): Place {
  const place = places.get(postmortem) ?? { locale: null, unit: null }
  places.set(postmortem, place)
  return place
}
