import { finder } from './finder.ts'
import { squeeze } from './squeeze.ts'
import { windowsOf } from './windows.ts'

/** A text that stands in the library, and what it is: `finding.evidence`, `comment`, a locale beside it. */
export interface Known {
  readonly what: string
  readonly text: string
}

/** A stretch of a text that may not be seen. */
export interface Found {
  readonly known: Known
  /** The stretch as it was looked for: letters and digits alone. */
  readonly stretch: string
}

/** What may not be seen, ready to be looked for. */
export interface Secrets {
  /** How many stretches are looked for. */
  readonly size: number
  /** The first stretch of a squeezed text that may not be seen. `least`: shorter ones may stand there by chance. */
  find(squeezed: string, least?: number): Found | undefined
}

/**
 * What of all known texts may not be seen: each stretch that is its own and stands in none of the texts that may be seen.
 * So what was said in public as well is no secret, whoever wrote it down inside.
 */
export function secretsOf(known: Iterable<Known>, visible: Iterable<string>): Secrets {
  const needles = finder()
  const from = new Map<string, Known>()
  const seen = new Set<string>()
  for (const one of known) {
    if (seen.has(one.text)) continue
    seen.add(one.text)
    for (const window of windowsOf(one.text)) {
      if (from.has(window)) continue
      from.set(window, one)
      needles.add(window)
    }
  }
  for (const text of visible)
    for (const needle of needles.find(squeeze(text))) {
      needles.remove(needle)
      from.delete(needle)
    }
  return {
    size: needles.size,
    find(squeezed, least = 0) {
      for (const stretch of needles.find(squeezed))
        if (stretch.length >= least) return { known: from.get(stretch)!, stretch }
      return undefined
    },
  }
}
