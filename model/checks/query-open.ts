import { isOpenThread, threadsOf } from '../workflow/threads.ts'
import type { Problem } from './problem.ts'
import { excerpt, placeOf, type Subject } from './subject.ts'

/** A warning: somebody asked something about a text and has no answer yet. What was asked is said nowhere but in Afterword. */
export function queryOpen({ document, units, locales, comments }: Subject): Problem[] {
  const threads = threadsOf({ comments })
  return units.flatMap((unit) =>
    (threads.get(unit.id) ?? []).flatMap((thread): Problem[] => {
      const locale = thread.head.locale ?? document.sourceLocale
      if (thread.head.kind !== 'query' || !isOpenThread(thread) || !locales.includes(locale))
        return []
      return [
        {
          rule: 'query-open',
          severity: 'warning',
          locale,
          unit: unit.id,
          place: placeOf(unit),
          params: { text: excerpt(unit.content) },
        },
      ]
    }),
  )
}
