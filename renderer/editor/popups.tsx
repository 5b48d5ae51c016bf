import { useStore } from 'zustand'
import { useHost } from './context.ts'
import { FactPopup } from './fact/popup.tsx'
import { LinkPopup } from './link/popup.tsx'
import { SlashMenu } from './slash/menu.tsx'

/** Whatever floats above the text. */
export function Popups() {
  const host = useHost()
  const open = useStore(host.popup, (state) => state.open)
  const close = (): void => host.popup.setState({ open: null })
  if (open === null || host.readOnly) return null
  if (open.kind === 'link')
    return <LinkPopup editor={open.editor} rect={open.rect} onClose={close} />
  if (open.kind === 'fact')
    return (
      <FactPopup
        key={open.chip}
        editor={open.editor}
        rect={open.rect}
        chip={open.chip}
        onClose={close}
      />
    )
  return <SlashMenu popup={open} onClose={close} />
}
