import { AlignVerticalJustifyCenter, Contrast, X } from '../icons/icons.ts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { isBehindDialog } from '../commands/listen.ts'
import { provide } from '../commands/registry.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { IconToggle } from '../parts/toggle-button.tsx'
import css from './focus-mode.module.css'
import { focusMode, toggleFocusMode } from './focus-mode.ts'
import { SCROLLER } from './spot.ts'
import type { Session } from '../session/session.ts'
import { Title } from './title.tsx'

/** On the block that is written. */
const HERE = 'data-here'

function caretElement(): Element | null {
  const node = document.getSelection()?.anchorNode ?? null
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element?.closest('[data-editable]') ? element : null
}

/** Marks the block with the caret. It is an attribute set from outside: nothing is drawn anew at a key. */
function markHere(): void {
  const element = caretElement()
  const block = element?.closest('[data-block]') ?? element?.closest('[data-editable]')
  if (!block || block.hasAttribute(HERE)) return
  document.querySelector(`[${HERE}]`)?.removeAttribute(HERE)
  block.setAttribute(HERE, '')
}

/** Moves the text so that the line with the caret stands a little above the middle. */
function centreLine(): void {
  const scroller = document.querySelector<HTMLElement>(`[${SCROLLER}]`)
  const selection = document.getSelection()
  if (scroller === null || !selection?.isCollapsed || selection.rangeCount === 0) return
  const caret = selection.getRangeAt(0).getBoundingClientRect()
  const line = caret.height > 0 ? caret : caretElement()?.getBoundingClientRect()
  if (line === undefined || line.height > scroller.clientHeight / 2) return
  const { top, height } = scroller.getBoundingClientRect()
  scroller.scrollTop += line.top - (top + height * 0.42)
}

/** Nothing but the text, and in its corner the way out. */
export function FocusBar({ session }: { readonly session: Session }) {
  const { t } = useTranslation('commands')
  const { on, dim, typewriter } = useStore(focusMode)

  useEffect(() => {
    const setTypewriter = {
      run: () => focusMode.setState((now) => ({ typewriter: !now.typewriter })),
      ready: () => focusMode.getState().on,
    }
    return provide({ focus: toggleFocusMode, typewriter: setTypewriter })
  }, [])

  useEffect(() => {
    if (!on) return undefined
    const root = document.documentElement
    root.dataset['focusMode'] = [dim && 'dim', typewriter && 'typewriter'].filter(Boolean).join(' ')
    let frame = 0
    const follow = (): void => {
      if (dim) markHere()
      if (!typewriter || frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        centreLine()
      })
    }
    follow()
    // Whatever else is open takes the key first.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (!isBehindDialog()) toggleFocusMode()
    }
    document.addEventListener('selectionchange', follow)
    document.addEventListener('keydown', onKey)
    return () => {
      delete root.dataset['focusMode']
      cancelAnimationFrame(frame)
      document.querySelector(`[${HERE}]`)?.removeAttribute(HERE)
      document.removeEventListener('selectionchange', follow)
      document.removeEventListener('keydown', onKey)
    }
  }, [on, dim, typewriter])

  if (!on) return null
  return (
    <header className={css['bar']} aria-label={t('title.focus')} data-region>
      <div className={css['name']}>
        <Title session={session} />
      </div>
      <IconToggle
        icon={Contrast}
        label={t('focus.dim')}
        isSelected={dim}
        onChange={(next) => focusMode.setState({ dim: next })}
      />
      <IconToggle
        icon={AlignVerticalJustifyCenter}
        label={t('title.typewriter')}
        isSelected={typewriter}
        onChange={(next) => focusMode.setState({ typewriter: next })}
      />
      <IconButton icon={X} label={t('focus.leave')} keys="Esc" onPress={toggleFocusMode} />
    </header>
  )
}
