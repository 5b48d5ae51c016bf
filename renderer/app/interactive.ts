import { api } from '../api.ts'

let told = false

/** Tells the host, once, that the window can take input: after the frame with the content is on screen. */
export function tellInteractive(): void {
  if (told) return
  told = true
  requestAnimationFrame(() => {
    void api.call('window.interactive', { elapsed: performance.now() })
  })
}
