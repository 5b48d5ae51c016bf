import { createStore, useStore } from 'zustand'

const dragging = createStore<{ readonly entry: string | null }>(() => ({ entry: null }))

/** Is an entry being dragged? Only then are there places to drop it. */
export const useDragging = (): boolean => useStore(dragging, ({ entry }) => entry !== null)
export const setDragging = (entry: string | null): void => dragging.setState({ entry })
