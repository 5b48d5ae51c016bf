import type { Postmortem } from '../../model/document/postmortem.ts'

/**
 * What is far away from what one sees is only elements: it reads the same, and has neither buttons nor an editor. It
 * wakes when it comes near or the focus goes into it.
 */
export interface Sleeper {
  isAwake(): boolean
  /** Draws it with all that one works with, before it returns where that can be. */
  wake(): void
  /** Makes it elements again. Without it, it stays awake. */
  sleep?(): void
}

/** Of what was near and is far again, so many stay awake. More would have to be kept, and taken down when one leaves. */
const MOST = 40

const sleepers = new Map<Element, Sleeper>()
/** Awake and far away, the longest first. */
const left = new Set<Element>()
let observer: IntersectionObserver | undefined

/** Somebody is in it, or it has opened something. */
function isBusy(element: Element): boolean {
  const { activeElement } = document
  const anchor = document.getSelection()?.anchorNode ?? null
  return (
    element.contains(activeElement) ||
    element.contains(anchor) ||
    element.querySelector('[aria-expanded="true"]') !== null
  )
}

function look(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    const sleeper = sleepers.get(target)
    if (sleeper === undefined) continue
    left.delete(target)
    if (isIntersecting) {
      if (!sleeper.isAwake()) sleeper.wake()
    } else if (sleeper.sleep !== undefined && sleeper.isAwake()) left.add(target)
  }
  for (const element of left) {
    if (left.size <= MOST) break
    if (isBusy(element)) continue
    left.delete(element)
    sleepers.get(element)?.sleep?.()
  }
}

/** Follows whether an element is near. Returns the function that ends it. */
export function watchNear(element: Element, sleeper: Sleeper): () => void {
  // A page ahead, so that the Tab key and a scroll find it awake.
  observer ??= new IntersectionObserver(look, { scrollMargin: '100%' })
  sleepers.set(element, sleeper)
  observer.observe(element)
  return () => {
    sleepers.delete(element)
    left.delete(element)
    observer?.unobserve(element)
  }
}

/** What is asked for by its place on the page, as it is once everything around it is awake. */
export function awaken(element: HTMLElement): HTMLElement {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const sleeper = sleepers.get(at)
    if (sleeper === undefined || sleeper.isAwake()) continue
    const { block, unit } = element.dataset
    sleeper.wake()
    if (element.isConnected) return element
    const [name, id] = unit === undefined ? ['block', block ?? ''] : ['unit', unit]
    return at.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(id)}"]`) ?? element
  }
  return element
}

/** So many blocks are awake from the beginning, wherever they stand: a short postmortem never sleeps. */
const AT_ONCE = 60

const firsts = new WeakMap<Postmortem, ReadonlySet<string>>()

/** Is a block one of the first of its document, which are awake from the beginning? */
export function isAtOnce(document: Postmortem, block: string): boolean {
  let first = firsts.get(document)
  if (first === undefined) {
    const ids: string[] = []
    for (const { blocks } of document.sections) {
      if (ids.length >= AT_ONCE) break
      ids.push(...blocks.slice(0, AT_ONCE).map(({ id }) => id))
    }
    first = new Set(ids.slice(0, AT_ONCE))
    firsts.set(document, first)
  }
  return first.has(block)
}
