import { createStore } from 'zustand/vanilla'
import { showSpot } from './show-spot.ts'
import { readSpot } from './spot.ts'

/** Remembered for as long as the window is open. */
export interface FocusMode {
  readonly on: boolean
  /** What is not being written stands back; it stays legible (WCAG 2.2 AA). */
  readonly dim: boolean
  /** The line that is written stays where it is, and the text moves. */
  readonly typewriter: boolean
}

export const focusMode = createStore<FocusMode>(() => ({ on: false, dim: true, typewriter: false }))

/** Goes into the mode or out of it. Everything gets another place by that: the text comes back to where it was. */
export function toggleFocusMode(): void {
  const spot = readSpot()
  focusMode.setState(({ on }) => ({ on: !on }))
  if (spot !== null) showSpot(spot)
}
