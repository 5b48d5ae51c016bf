import { createStore, useStore } from 'zustand'

const dragging = createStore<{ readonly entry: string | null }>(() => ({ entry: null }))

/** Is an entry being dragged? Only then are there places to drop it. */
export const useDragging = (): boolean => useStore(dragging, ({ entry }) => entry !== null)
/** Is it this one? */
export const useDragged = (id: string): boolean => useStore(dragging, ({ entry }) => entry === id)
export const setDragging = (entry: string | null): void => dragging.setState({ entry })
