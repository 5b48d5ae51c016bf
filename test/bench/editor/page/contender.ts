import type { Part } from '../text.ts'

/** Puts an editor that holds the text into the element. */
export type Mount = (root: HTMLElement, parts: readonly Part[]) => void

/** Lets whoever opens the page mount its editor. */
export function contend(mount: Mount): void {
  Object.assign(globalThis, { mountEditor: mount })
}
