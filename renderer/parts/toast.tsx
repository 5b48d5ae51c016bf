import { X } from '../icons/icons.ts'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import css from './toast.module.css'

export interface ToastMessage {
  readonly text: string
  readonly tone?: 'plain' | 'danger'
  /** A way to take it back or to go on. */
  readonly action?: { readonly text: string; readonly onPress: () => void }
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

// Long enough to read and to reach with the keyboard; the countdown stops while focus or pointer is on it.
const STAYS = 12_000

/** What is said now, by its words. */
const said = new Map<string, string>()

/**
 * Says what just happened, without taking focus. Failures stay until they are closed. What is said again takes the place
 * of what was said, unless something could be done there that is then lost.
 */
export function toast(message: ToastMessage): void {
  const { text, tone, action } = message
  const before = action === undefined ? said.get(text) : undefined
  if (before !== undefined) queue.close(before)
  const key = queue.add(message, {
    ...(tone === 'danger' ? {} : { timeout: STAYS }),
    onClose() {
      if (said.get(text) === key) said.delete(text)
    },
  })
  if (action === undefined) said.set(text, key)
}

/**
 * Follows the region of what is said. Its height (`--toasts`) is known to the page, so that a dialog ends above it and none
 * of its buttons is covered; and where the focus was before it came here.
 */
function useRegion() {
  const before = useRef<EventTarget | null>(null)
  const observer = useRef<ResizeObserver | null>(null)
  const follow = useCallback((region: HTMLDivElement | null) => {
    const { style } = document.documentElement
    observer.current?.disconnect()
    observer.current = null
    if (region === null) return void style.removeProperty('--toasts')
    observer.current = new ResizeObserver(() =>
      style.setProperty('--toasts', `${region.offsetHeight}px`),
    )
    observer.current.observe(region)
    region.addEventListener('focusin', ({ relatedTarget }) => {
      if (!region.contains(relatedTarget as Node | null)) before.current = relatedTarget
    })
  }, [])
  return { before, follow }
}

export function Toasts() {
  const { t } = useTranslation()
  const { before, follow } = useRegion()
  /** Does what can be done. The focus goes back first: it would go to what is said beside it, and over a dialog that opens now. */
  const act = (key: string, { action }: ToastMessage): void => {
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    queue.close(key)
    action?.onPress()
  }
  return (
    <ToastRegion
      ref={follow}
      queue={queue}
      aria-label={t('notifications')}
      data-region
      className={classNames(css['region'])}
    >
      {({ toast: item }) => (
        <AriaToast
          toast={item}
          className={classNames(css['toast'], item.content.tone === 'danger' && css['danger'])}
        >
          <ToastContent className={css['content']}>
            <Text slot="title">{item.content.text}</Text>
          </ToastContent>
          {item.content.action && (
            <Button onPress={() => act(item.key, item.content)}>{item.content.action.text}</Button>
          )}
          <IconButton icon={X} label={t('close')} slot="close" />
        </AriaToast>
      )}
    </ToastRegion>
  )
}
