import type { Spot } from '../../model/contract/spot.ts'
import { openLibrary, openPostmortem, route, type Route } from './route.ts'
import { showSpot } from './show-spot.ts'
import { isShown } from './shown.ts'
import { followCaret, readSpot } from './spot.ts'
import { keepSpot, loadSpots, spotOf } from './spots.ts'

interface Stop {
  readonly route: Route
  /** Where the person was there; known once they have left it. */
  spot: Spot | null
}

/** Places before the oldest are forgotten. */
const MOST = 100
/** The place is kept when scrolling and the caret have gone on for this long, in ms. */
const PAUSE = 3000

const stops: Stop[] = []
let at = -1
let travelling = false

/** The place in the view of a route. Null, too, while it is not on screen. */
const spotIn = (at: Route): Spot | null => (isShown(at) ? readSpot() : null)

const here = (): Stop | undefined => stops[at]

function arrive(now: Route): void {
  stops.splice(at + 1)
  stops.push({ route: now, spot: null })
  if (stops.length > MOST) stops.shift()
  at = stops.length - 1
}

/** Before a jump within a view: this is a place to come back to. */
export function leaveHere(): void {
  const now = here()
  if (now === undefined) return
  now.spot = readSpot()
  arrive(now.route)
}

export const canTravel = (by: -1 | 1): boolean => stops[at + by] !== undefined

/** Goes back to where the person was before, or forward again. It is no change and so in no undo. */
export function travel(by: -1 | 1): void {
  const stop = stops[at + by]
  const now = here()
  if (stop === undefined || now === undefined) return
  now.spot = readSpot() ?? now.spot
  at += by
  travelling = true
  const { route: to, spot } = stop
  if (to.screen === 'library') openLibrary()
  else {
    const unit = to.view === 'translate' ? (spot?.unit ?? null) : null
    openPostmortem(to.id, to.view, {
      locale: spot?.locale ?? to.locale,
      target: unit === null ? null : { unit, section: null, block: null, field: null },
    })
  }
  travelling = false
  if (spot !== null) showSpot(spot)
}

/** Comes back to where the person was in a view, where nothing says where to go. */
async function comeBack(now: Route): Promise<void> {
  if (now.screen !== 'postmortem' || now.target !== null) return
  await loadSpots(now.id)
  const spot = spotOf(now.id, now.view)
  if (route.getState() === now && spot !== undefined) showSpot(spot)
}

/** Keeps the place on screen in the library, now. */
export const keepHere = (): Promise<void> => keepSpot(route.getState(), spotIn(route.getState()))

/** Follows where the person goes, for back and forward and for the next start. */
export function followTrail(): () => void {
  arrive(route.getState())
  void comeBack(route.getState())
  const stopRoute = route.subscribe((now, before) => {
    // What is on screen is still the place before.
    const spot = spotIn(before)
    void keepSpot(before, spot)
    if (travelling) return
    const leaving = here()
    if (leaving !== undefined) leaving.spot = spot
    arrive(now)
    void comeBack(now)
  })

  // A key costs a comparison here; the place is read once it is some seconds old and the window has nothing to do.
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (): void => {
    timer ??= setTimeout(() => {
      requestIdleCallback(() => {
        timer = undefined
        void keepHere()
      })
    }, PAUSE)
  }
  document.addEventListener('selectionchange', later)
  document.addEventListener('scroll', later, { capture: true, passive: true })
  const keep = (): void => void keepHere()
  window.addEventListener('beforeunload', keep)
  const stopCaret = followCaret()

  // The two keys of a mouse beside its wheel.
  const onMouse = (event: MouseEvent): void => {
    if (event.button !== 3 && event.button !== 4) return
    event.preventDefault()
    if (event.type === 'mouseup') travel(event.button === 3 ? -1 : 1)
  }
  window.addEventListener('mousedown', onMouse)
  window.addEventListener('mouseup', onMouse)
  return () => {
    stopRoute()
    stopCaret()
    clearTimeout(timer)
    document.removeEventListener('selectionchange', later)
    document.removeEventListener('scroll', later, { capture: true })
    window.removeEventListener('beforeunload', keep)
    window.removeEventListener('mousedown', onMouse)
    window.removeEventListener('mouseup', onMouse)
  }
}
