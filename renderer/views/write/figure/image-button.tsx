import { Image } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { useHost } from '../../../editor/context.ts'
import { IconButton } from '../../../parts/icon-button.tsx'

/** Puts images in after the block that the caret is in. */
export function ImageButton() {
  const { t } = useTranslation('figure')
  const host = useHost()
  const { editor, blockId } = useStore(
    host.active,
    useShallow(({ editor, blockId }) => ({ editor, blockId })),
  )
  // The field of an entry is no block; the entry around it is.
  const home = (): string | undefined =>
    blockId ??
    editor?.getRootElement()?.closest<HTMLElement>('[data-block]')?.dataset['block'] ??
    undefined
  const off = editor === null || host.readOnly || host.inserts === null
  return (
    <IconButton
      icon={Image}
      label={t('insert')}
      isDisabled={off}
      onPress={() => {
        const block = home()
        if (block !== undefined) host.inserts?.image(block)
      }}
    />
  )
}
