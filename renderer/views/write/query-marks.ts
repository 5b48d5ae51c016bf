import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Session } from '../../session/session.ts'

/**
 * Marks the texts that an open question is about. The marks are rules of a style sheet and no attributes: an editor never
 * sees them, and nothing is drawn anew when one comes or goes.
 */
export function useQueryMarks(session: Session): void {
  const units = useStore(session.store, ({ state: { comments } }) =>
    [...(comments?.values() ?? [])]
      .filter(({ kind, thread, resolved }) => kind !== 'comment' && thread === null && !resolved)
      .filter(({ kind, locale }) => kind === 'query' || locale === null)
      .map(({ unit }) => unit)
      .toSorted()
      .join(' '),
  )
  useEffect(() => {
    if (units === '') return
    const sheet = new CSSStyleSheet()
    const names = units
      .split(' ')
      .flatMap((unit) =>
        ['data-unit', 'data-block'].map((name) => `main [${name}="${CSS.escape(unit)}"]`),
      )
    sheet.replaceSync(
      `${names.join()} { outline: 2px dotted var(--warn); outline-offset: 3px; border-radius: 2px }`,
    )
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [units])
}
