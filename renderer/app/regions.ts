import type { Spot } from '../../model/contract/spot.ts'
import { isCommandPress, pressed } from '../commands/keyboard.ts'
import { isBehindDialog } from '../commands/listen.ts'
import { provide, runCommand } from '../commands/registry.ts'
import { EDITABLE } from '../editor/edge.ts'
import { putCaret, showSpot } from './show-spot.ts'
import { readSpot } from './spot.ts'

/** The parts of the window that one goes round: the main part, and what calls itself one. */
const REGION = 'main, [data-region]'
const TABBABLE =
  'a[href]:not([href="#main"]), button, input, select, textarea, iframe, [tabindex="0"], [contenteditable="true"]'
/** What one comes for, where there is a choice: the text, or the view that is on screen. */
const FIRST = `[${EDITABLE}], [aria-current="page"]`

/** Where the focus was last in each. */
const lastIn = new WeakMap<Element, HTMLElement>()
let last: Element | null = null

const isUsable = (element: HTMLElement): boolean =>
  element.isConnected &&
  element.checkVisibility({ visibilityProperty: true }) &&
  element.closest('[inert]') === null &&
  !element.matches(':disabled, main')

function entryOf(region: Element): HTMLElement | null {
  const before = lastIn.get(region)
  if (before !== undefined && isUsable(before) && region.contains(before)) return before
  const all = [...region.querySelectorAll<HTMLElement>(TABBABLE)].filter(
    (element) => isUsable(element) && element.getAttribute('tabindex') !== '-1',
  )
  return all.find((element) => element.matches(FIRST)) ?? all[0] ?? null
}

/** Puts the caret to its place at once, and once more when an editor has taken the focus. */
function bringBack(spot: Spot): void {
  putCaret(spot)
  showSpot(spot)
}

function goBy(direction: -1 | 1): void {
  const regions = [...document.querySelectorAll(REGION)].filter((each) => entryOf(each) !== null)
  const here = document.activeElement?.closest(REGION) ?? last
  const at = here === null ? -1 : regions.indexOf(here)
  const from = at === -1 && direction === -1 ? 0 : at
  const next = regions[(from + direction + regions.length) % regions.length]
  if (next === undefined) return
  const entry = entryOf(next)!
  // Read before the focus moves, because an editor that gets it puts the caret to its start.
  const spot = entry.closest(`main [${EDITABLE}]`) === null ? null : readSpot()
  entry.focus()
  if (spot !== null) bringBack(spot)
}

/** The first tool that can be used now; Escape there leads back to the text. */
const tool = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('main [role="toolbar"] button')].find(isUsable)

/** Takes the keyboard round the parts of the window, and in each to where it was last. */
export function followRegions(): () => void {
  const remember = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return
    const region = target.closest(REGION)
    if (region === null) return
    last = region
    lastIn.set(region, target)
  }
  // Before the parts that bring keys of their own for this: react-aria's notifications go round among themselves.
  const onKey = (event: KeyboardEvent): void => {
    const id = isCommandPress(event) ? pressed(event, 'app') : undefined
    if ((id !== 'nextPart' && id !== 'previousPart') || isBehindDialog()) return
    event.preventDefault()
    event.stopPropagation()
    runCommand(id)
  }
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || isBehindDialog()) return
    const spot = document.activeElement?.closest('main [role="toolbar"]') ? readSpot() : null
    if (spot === null) return
    event.preventDefault()
    event.stopPropagation()
    bringBack(spot)
  }
  document.addEventListener('focusin', remember)
  // Before the tooltip of the tool, which would take the key for itself.
  window.addEventListener('keydown', onEscape, { capture: true })
  window.addEventListener('keydown', onKey, { capture: true })
  const withdraw = provide({
    nextPart: () => goBy(1),
    previousPart: () => goBy(-1),
    toolbar: { run: () => tool()?.focus(), ready: () => tool() !== undefined },
  })
  return () => {
    document.removeEventListener('focusin', remember)
    window.removeEventListener('keydown', onEscape, { capture: true })
    window.removeEventListener('keydown', onKey, { capture: true })
    withdraw()
  }
}
