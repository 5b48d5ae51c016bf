import { useEffect, useState } from 'react'
import { provide } from '../../../commands/registry.ts'
import { useHost } from '../../../editor/context.ts'
import { Concordance, type Side } from './concordance.tsx'
import { insertContent, ownContent } from './insert-content.ts'

export interface ConcordancePlaceProps {
  readonly sourceLocale: string
  readonly locale: string
  readonly fixed: boolean
  /** Brings the caret back into the text that is worked on. */
  readonly onLeave: () => void
}

/** What is selected, and on which side it stands. */
function selected(): { words: string; side: Side } {
  const selection = document.getSelection()
  const words = selection?.toString().trim() ?? ''
  const inSource = Boolean(selection?.anchorNode?.parentElement?.closest('[data-source]'))
  return { words, side: inSource || words === '' ? 'source' : 'target' }
}

/** Where the concordance is shown when it is asked for. */
export function ConcordancePlace(props: ConcordancePlaceProps) {
  const { sourceLocale, locale, fixed, onLeave } = props
  const host = useHost()
  const [asked, setAsked] = useState<{ words: string; side: Side; serial: number } | null>(null)
  useEffect(
    () =>
      provide({
        concordance: () =>
          setAsked((before) => ({ ...selected(), serial: (before?.serial ?? 0) + 1 })),
      }),
    [],
  )
  if (asked === null) return null
  return (
    <Concordance
      key={asked.serial}
      sourceLocale={sourceLocale}
      locale={locale}
      words={asked.words}
      side={asked.side}
      fixed={fixed}
      onInsert={({ target }) => {
        const { editor } = host.active.getState()
        const facts = new Set(
          host.session.store.getState().state.document.facts.map(({ id }) => id),
        )
        if (editor === null || !insertContent(editor, ownContent(target, facts))) onLeave()
      }}
      onClose={() => {
        setAsked(null)
        onLeave()
      }}
    />
  )
}
