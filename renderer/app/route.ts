import { createStore, useStore } from 'zustand'

export const VIEWS = ['write', 'translate', 'publish'] as const
/** The three views, and the history behind them. */
export type View = (typeof VIEWS)[number] | 'history'

/** A place in a postmortem to show: as exact as is known. */
export interface Target {
  readonly section: string | null
  readonly block: string | null
  readonly field: string | null
  readonly unit: string | null
}

/** What the window shows. `serial` counts up, so that going to the same place twice is two goings. */
export type Route =
  | { readonly screen: 'library' }
  | {
      readonly screen: 'postmortem'
      readonly id: string
      readonly view: View
      /** The language to work in, where the view has a choice; null: what was last chosen there. */
      readonly locale: string | null
      readonly target: Target | null
      readonly serial: number
    }

export const route = createStore<Route>(() => ({ screen: 'library' }))
export const useRoute = (): Route => useStore(route)

let serial = 0

export const openLibrary = (): void => route.setState({ screen: 'library' }, true)

export function openPostmortem(
  id: string,
  view: View = 'write',
  place: { locale?: string | null; target?: Target | null } = {},
): void {
  serial++
  const { locale = null, target = null } = place
  route.setState({ screen: 'postmortem', id, view, locale, target, serial }, true)
}

/** Another view of the postmortem that is open; nothing where none is. */
export function openView(view: View): void {
  const now = route.getState()
  if (now.screen === 'postmortem' && now.view !== view) openPostmortem(now.id, view)
}
