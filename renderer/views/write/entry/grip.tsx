import { GripVertical } from 'lucide-react'
import { useDrag } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../parts/icon-button.tsx'
import { setDragging } from '../dragging.ts'
import { ENTRY_TYPE } from '../drop-slot.tsx'
import css from './entry.module.css'

export interface GripProps {
  readonly id: string
  /** What kind of entry it is, in words. */
  readonly kind: string
  /** What the entry says, for where it is dropped outside. */
  readonly say: () => string
}

/**
 * The handle that an entry is dragged by. It is a component of its own because react-aria draws it anew whenever a
 * person changes from pointer to keyboard, and the entry around it has no part in that.
 */
export function Grip({ id, kind, say }: GripProps) {
  const { t } = useTranslation('write')
  const { dragProps, dragButtonProps } = useDrag({
    getItems: () => [{ [ENTRY_TYPE]: id, 'text/plain': say() }],
    getAllowedDropOperations: () => ['move'],
    hasDragButton: true,
    onDragStart: () => setDragging(id),
    onDragEnd: () => setDragging(null),
  })
  return (
    <div {...dragProps} className={css['grip']}>
      <IconButton
        {...(dragButtonProps as object)}
        icon={GripVertical}
        label={t('entry.drag', { kind })}
      />
    </div>
  )
}
