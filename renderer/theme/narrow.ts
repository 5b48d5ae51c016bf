import { useSyncExternalStore } from 'react'

// In CSS pixels, so it also holds where a person has enlarged the page (WCAG 2.2, 1.4.10).
const query = matchMedia('(max-width: 820px)')

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** True where there is no room for side panels. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches)
