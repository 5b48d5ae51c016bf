import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDrop } from 'react-aria-components'
import type { Session } from '../../session/session.ts'
import { useDragging } from './dragging.ts'
import { moveEntry } from './edits.ts'
import css from './section.module.css'

/** What an entry is while it is dragged. */
export const ENTRY_TYPE = 'application/x-afterword-entry'

export interface DropSlotProps {
  readonly session: Session
  readonly section: string
  /** The block that a dropped entry comes to stand after; null: the start of the section. */
  readonly after: string | null
  /** The workstream that a dropped action joins, where that is not the one it comes to stand in. */
  readonly group?: string | null | undefined
}

/** Where a dragged entry can be put down, by pointer or by keys. */
export function DropSlot({ session, section, after, group }: DropSlotProps) {
  const { t } = useTranslation('write')
  const ref = useRef<HTMLDivElement>(null)
  const drop = (entry: string): void => {
    const edit = moveEntry(session.store.getState().state.document, entry, section, after, group)
    if (edit === null) return
    session.apply(edit.changes)
    // The place that it was dropped on may be gone now, and the focus with it.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      const moved = document.querySelector(`[data-block="${CSS.escape(entry)}"]`)
      moved?.querySelector<HTMLElement>('[draggable="true"] button')?.focus()
    })
  }
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(ENTRY_TYPE) ? 'move' : 'cancel'),
    onDrop({ items }) {
      for (const item of items)
        if (item.kind === 'text' && item.types.has(ENTRY_TYPE))
          void item.getText(ENTRY_TYPE).then(drop)
    },
  })
  const dragging = useDragging()
  const named = dragging ? { role: 'button', tabIndex: -1, 'aria-label': t('entry.dropHere') } : {}
  return (
    <div
      {...dropProps}
      {...named}
      ref={ref}
      className={css['slot']}
      data-open={dragging || undefined}
      data-drop-target={isDropTarget || undefined}
    />
  )
}
