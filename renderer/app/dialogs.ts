import { createStore, useStore } from 'zustand'

/** Dialogs that the menu can open from anywhere. */
export type DialogName =
  | 'new'
  | 'import'
  | 'settings'
  | 'services'
  | 'terms'
  | 'palette'
  | 'places'
  | 'shortcuts'
  | 'nameVersion'
  | 'addLanguage'
  | 'asides'
  | 'rules'
  | 'counts'
  | 'memoryFiles'

const store = createStore<{ readonly open: DialogName | null }>(() => ({ open: null }))

export const openDialog = (open: DialogName): void => store.setState({ open })
export const closeDialog = (): void => store.setState({ open: null })
export const useDialog = (): DialogName | null => useStore(store, ({ open }) => open)
