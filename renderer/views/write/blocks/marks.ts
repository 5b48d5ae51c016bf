import { elementOf } from './page.ts'
import type { PickedStore } from './picked.ts'

/** Shows on the page which blocks are selected, also after an editor or React made their elements anew. */
export function registerMarks(page: HTMLElement, store: PickedStore): () => void {
  const mark = (): void => {
    const { picked } = store.getState()
    const ids = new Set(picked?.ids)
    for (const element of page.querySelectorAll<HTMLElement>('[data-picked]'))
      if (!ids.has(element.dataset['block'] ?? '')) delete element.dataset['picked']
    for (const id of ids) {
      const element = elementOf(page, id)
      const value = id === picked?.head ? 'head' : ''
      if (element !== null && element.dataset['picked'] !== value) element.dataset['picked'] = value
    }
  }
  const watch = new MutationObserver(mark)
  let watching = false
  const stop = store.subscribe(({ picked }, before) => {
    if (picked === before.picked) return
    mark()
    if (picked !== null && !watching) watch.observe(page, { childList: true, subtree: true })
    if (picked === null) watch.disconnect()
    watching = picked !== null
  })
  return () => {
    stop()
    watch.disconnect()
  }
}
