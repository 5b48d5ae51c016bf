import { useEffect } from 'react'
import type { Problem } from '../../../../model/checks/problem.ts'
import { whenAtRest } from '../../../session/rest.ts'
import type { Session } from '../../../session/session.ts'
import { rangeIn } from '../../../terms/range.ts'

/** The names of the highlights, which the style sheet draws: what is wrong, and what it is about in the source. */
const WRONG = 'problem'
const ABOUT = 'problem-source'

/** Longer than the editor takes to draw what was put into it, in ms. */
const PAUSE = 60

/** The places of problems in a text; where all of it is meant there is nothing to point at. */
function rangesIn(
  root: Element | null | undefined,
  places: readonly ({ start: number; end: number } | undefined)[],
): Range[] {
  if (!root) return []
  const whole = document.createRange()
  whole.selectNodeContents(root)
  const length = whole.toString().length
  return places.flatMap((place) =>
    place === undefined || (length > 1 && place.end - place.start >= length)
      ? []
      : (rangeIn(root, place.start, place.end) ?? []),
  )
}

const mark = (name: string, ranges: readonly Range[]): void =>
  void CSS.highlights.set(name, new Highlight(...ranges))

/**
 * Marks the places of problems in a text and its source, by ranges in highlights of the browser (CSS Custom Highlight API):
 * no editor sees an element of ours. They go when the hand types on, and come back when the text was looked at again.
 */
export function useProblemMarks(
  session: Session,
  unit: string | null,
  problems: readonly Problem[],
): void {
  useEffect(() => {
    if (unit === null || problems.length === 0) return undefined
    const draw = (): void => {
      const row = document.querySelector(`[data-unit-row="${CSS.escape(unit)}"]`)
      mark(
        WRONG,
        rangesIn(
          row?.querySelector('[role="textbox"]'),
          problems.map(({ range }) => range),
        ),
      )
      mark(
        ABOUT,
        rangesIn(
          row?.querySelector('[data-source-text]'),
          problems.map(({ sourceRange }) => sourceRange),
        ),
      )
    }
    const rest = whenAtRest(session, PAUSE, draw)
    rest.later()
    // An editor that comes or goes draws its text anew.
    document.addEventListener('focusin', rest.later)
    return () => {
      document.removeEventListener('focusin', rest.later)
      rest.stop()
      CSS.highlights.delete(WRONG)
      CSS.highlights.delete(ABOUT)
    }
  }, [session, unit, problems])
}
