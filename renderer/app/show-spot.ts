import type { Spot } from '../../model/contract/spot.ts'
import { EDITABLE } from '../editor/edge.ts'
import { offsetIn, placeAt } from '../editor/field/offset.ts'
import { awaken } from '../editor/near.ts'
import { isShown } from './shown.ts'
import { SCROLLER } from './spot.ts'

const named = (id: string, ...attributes: string[]): string =>
  attributes.map((attribute) => `[data-${attribute}="${CSS.escape(id)}"]`).join(', ')
const find = (selector: string): HTMLElement | null => document.querySelector(selector)

/** The exact place, or null where it is not drawn. */
function placeOf({ unit, block }: Spot): HTMLElement | null {
  if (unit !== null) return find(named(unit, 'unit'))
  return block === null ? null : find(named(block, 'block'))
}

/** What is left of where the place was: its block, what stood beside it, its section. */
function nearestOf({ block, near }: Spot): HTMLElement | null {
  for (const id of block === null ? near : [block, ...near]) {
    const found = find(named(id, 'block', 'section'))
    if (found !== null) return found
  }
  return null
}

function enter(drawn: HTMLElement, offset: number): void {
  const element = awaken(drawn)
  const editable = element.closest<HTMLElement>(`[${EDITABLE}]`)
  if (editable === null) {
    element.querySelector<HTMLElement>(`[${EDITABLE}]`)?.focus({ preventScroll: true })
    return
  }
  // The editor of a field comes with the focus, and takes up the caret that is there already.
  if (editable !== element) editable.focus({ preventScroll: true })
  if (editable.isContentEditable) placeAt(element, offset)
  editable.focus({ preventScroll: true })
}

/** Puts the caret to its exact place at once, where that is drawn. */
export function putCaret(spot: Spot): void {
  const place = placeOf(spot)
  if (place !== null) enter(place, spot.offset)
}

/** Brings what stood at the top back there. */
function align(top: NonNullable<Spot['top']>): void {
  const scroller = find(`[${SCROLLER}]`)
  const anchor = find(named(top.id, 'block', 'section'))
  if (scroller === null || anchor === null) return
  const off = anchor.getBoundingClientRect().top - scroller.getBoundingClientRect().top - top.below
  scroller.scrollTop += off
}

/** How long a postmortem may take to be there, in ms. */
const PATIENCE = 10_000
/** Frames in which the exact place may still be drawn, after the rest is there. */
const FRAMES = 20
/** Frames in which what comes into view is drawn, and may be of another height; and an editor that awakes sets its caret. */
const SETTLING = 8

let stopLast = (): void => {}

/** Goes to where the person was, as soon as it is drawn. Whatever they do meanwhile comes first. */
export function showSpot(spot: Spot): void {
  stopLast()
  const until = performance.now() + PATIENCE
  let waited = 0
  let settled = 0
  let frame = 0
  const stop = (): void => {
    cancelAnimationFrame(frame)
    for (const name of ['keydown', 'pointerdown', 'wheel'])
      document.removeEventListener(name, stop, true)
  }
  const bring = (exact: HTMLElement | null): void => {
    const place = exact ?? nearestOf(spot)
    const offset = exact === null ? 0 : spot.offset
    const isThere = document.activeElement?.contains(place) && place && offsetIn(place) === offset
    if (place !== null && !isThere && (settled === 0 || exact !== null)) enter(place, offset)
    if (spot.top !== null && find(named(spot.top.id, 'block', 'section')) !== null) align(spot.top)
    else if (settled === 0) place?.scrollIntoView({ block: 'center' })
  }
  const look = (): void => {
    frame = requestAnimationFrame(look)
    if (performance.now() > until) return stop()
    if (!isShown() || find('main [data-section], main [data-unit-row]') === null) return
    const exact = placeOf(spot)
    if (exact === null && (spot.unit ?? spot.block) !== null && waited++ < FRAMES) return
    bring(exact)
    if (settled++ === SETTLING) stop()
  }
  stopLast = stop
  for (const name of ['keydown', 'pointerdown', 'wheel'])
    document.addEventListener(name, stop, { capture: true, passive: true })
  frame = requestAnimationFrame(look)
}
