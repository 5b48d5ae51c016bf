import type { PickedStore } from './picked.ts'

/** Shows on the page which blocks are selected, also after an editor or React made their elements anew. */
export function registerMarks(page: HTMLElement, store: PickedStore): () => void {
  const mark = (): void => {
    const { picked } = store.getState()
    const ids = new Set(picked?.ids)
    for (const element of page.querySelectorAll<HTMLElement>('[data-picked]'))
      if (!ids.has(element.dataset['block'] ?? '')) delete element.dataset['picked']
    if (ids.size === 0) return
    // One walk over the page: to look for each of them would walk it as often.
    for (const element of page.querySelectorAll<HTMLElement>('[data-block]')) {
      const id = element.dataset['block'] ?? ''
      if (!ids.has(id)) continue
      const value = id === picked?.head ? 'head' : ''
      if (element.dataset['picked'] !== value) element.dataset['picked'] = value
    }
  }
  const watch = new MutationObserver(mark)
  let watching = false
  const follow = (): void => {
    const { picked } = store.getState()
    mark()
    if (picked !== null && !watching) watch.observe(page, { childList: true, subtree: true })
    if (picked === null) watch.disconnect()
    watching = picked !== null
  }
  // Blocks may be selected already: in another language of the interface all of this begins anew.
  follow()
  const stop = store.subscribe(({ picked }, before) => {
    if (picked !== before.picked) follow()
  })
  return () => {
    stop()
    watch.disconnect()
  }
}
