import { useEffect, useRef, type RefObject } from 'react'

/** The block that the caret was in last, also after focus went to a panel beside the text. */
export function useCaretBlock(): RefObject<string | null> {
  const block = useRef<string | null>(null)
  useEffect(() => {
    const look = (): void => {
      const node = document.getSelection()?.anchorNode ?? null
      const element = node instanceof Element ? node : (node?.parentElement ?? null)
      const found = element?.closest<HTMLElement>('[data-block]')?.dataset['block']
      if (found !== undefined) block.current = found
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  return block
}
