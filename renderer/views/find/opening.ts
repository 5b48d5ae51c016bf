import { createStore } from 'zustand/vanilla'

/** Whether the panel is there, and with the fields of replacing; `serial` counts its openings. */
export interface Opening {
  readonly mode: 'find' | 'replace' | null
  readonly serial: number
}

export const opening = createStore<Opening>(() => ({ mode: null, serial: 0 }))

export const openFind = (mode: 'find' | 'replace'): void =>
  opening.setState(({ serial }) => ({ mode, serial: serial + 1 }))

export const closeFind = (): void => opening.setState({ mode: null })
