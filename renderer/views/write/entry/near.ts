import { useEffect, useState, type RefObject } from 'react'

type Came = () => void

/** What waits to come near, with whom to tell. One observer for all: a page has hundreds of entries. */
const waiting = new Map<Element, Came>()
let observer: IntersectionObserver | undefined

function watch(element: Element, came: Came): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) waiting.get(target)?.()
    },
    // A page ahead, so that the Tab key and a scroll find it there.
    { scrollMargin: '100%' },
  )
  waiting.set(element, came)
  observer.observe(element)
  return () => {
    waiting.delete(element)
    observer?.unobserve(element)
  }
}

/** Whether an element has been near to what one sees, or has had the focus in it. */
export function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const card = element.current
    if (near || card === null) return undefined
    const came = (): void => setNear(true)
    const stop = watch(card, came)
    card.addEventListener('focusin', came)
    return () => {
      stop()
      card.removeEventListener('focusin', came)
    }
  }, [element, near])
  return near
}
