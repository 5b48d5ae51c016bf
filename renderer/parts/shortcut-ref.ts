import { useCallback, type Ref, type RefCallback } from 'react'

/**
 * The ref of a button that says its shortcut to assistive technology: `aria-keyshortcuts`, in the writing of WAI-ARIA 1.2. The
 * library of the buttons has no property for it and drops it.
 */
export function useShortcutRef<T extends HTMLElement>(
  ref: Ref<T> | undefined,
  keys: string | undefined,
): RefCallback<T> {
  return useCallback(
    (element: T) => {
      if (keys !== undefined) element.setAttribute('aria-keyshortcuts', keys)
      const leave = typeof ref === 'function' ? ref(element) : undefined
      if (typeof ref === 'object' && ref !== null) ref.current = element
      return () => {
        element.removeAttribute('aria-keyshortcuts')
        if (typeof leave === 'function') leave()
        else if (typeof ref === 'function') ref(null)
        else if (ref) ref.current = null
      }
    },
    [ref, keys],
  )
}
