import { route, type Route } from './route.ts'

/** On what holds a view: which one. */
export const VIEW = 'data-view'

/** Is the view of a route on screen? A long postmortem is drawn in pieces, and the view before stays until then. */
export const isShown = (now: Route = route.getState()): boolean =>
  now.screen === 'postmortem' && document.querySelector(`[${VIEW}="${now.view}"]`) !== null
