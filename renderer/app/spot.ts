import type { Spot } from '../../model/contract/spot.ts'
import { EDITABLE } from '../editor/edge.ts'
import { offsetIn } from '../editor/field/offset.ts'

/** On the element that scrolls the document. */
export const SCROLLER = 'data-scroller'

/** What can stand at the top: a block that is not within another, or a section. */
const ANCHOR = '[data-block], [data-section]'

type Caret = Pick<Spot, 'unit' | 'block' | 'offset' | 'near' | 'locale'>

const idOf = (element: HTMLElement | null | undefined): string | undefined =>
  element?.dataset['block'] ?? element?.dataset['section']

/** What stands beside a block, the nearest first, and then its section. */
function nearOf(block: HTMLElement): string[] {
  const section = block.closest<HTMLElement>('[data-section]')
  const all = [...(section?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
  const at = all.indexOf(block)
  return [all[at + 1], all[at - 1], section].flatMap((element) => idOf(element) ?? [])
}

function caretIn(editable: HTMLElement): Caret | null {
  const anchor = document.getSelection()?.anchorNode ?? null
  const node = anchor !== null && editable.contains(anchor) ? anchor : editable
  const element = node instanceof HTMLElement ? node : (node.parentElement ?? editable)
  const block = element.closest<HTMLElement>('[data-block]')
  const field = element.closest<HTMLElement>('[data-unit]')
  const within = field ?? block
  if (within === null) return null
  const offset = offsetIn(within)
  return {
    unit: field?.dataset['unit'] ?? null,
    block: block?.dataset['block'] ?? null,
    offset: Number.isFinite(offset) ? offset : 0,
    near: block === null ? [] : nearOf(block),
    locale: field?.closest('[data-unit-row]') ? field.lang : null,
  }
}

/** The caret where it was when the focus went out of the text last. */
let left: { readonly editable: HTMLElement; readonly caret: Caret | null } | null = null
const editableOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(`main [${EDITABLE}]`) : null

/** Keeps the caret of a text that the focus leaves: a panel beside it is worked in while the text is meant. */
export function followCaret(): () => void {
  const leave = (event: FocusEvent): void => {
    const editable = editableOf(event.target)
    if (editable !== null) left = { editable, caret: caretIn(editable) }
  }
  document.addEventListener('focusout', leave)
  return () => document.removeEventListener('focusout', leave)
}

function topOf(scroller: HTMLElement): Spot['top'] {
  const { left: x, top: y, width } = scroller.getBoundingClientRect()
  for (const down of [12, 48, 96]) {
    const found = document
      .elementsFromPoint(x + width / 2, y + down)
      .find((element) => scroller.contains(element) && element.closest(ANCHOR) !== null)
    const anchor = found?.closest<HTMLElement>(ANCHOR)
    const id = idOf(anchor)
    if (anchor && id !== undefined) return { id, below: anchor.getBoundingClientRect().top - y }
  }
  return null
}

/** Where the person is in the view on screen. Null: nowhere that one would come back to. */
export function readSpot(): Spot | null {
  const editable = editableOf(document.activeElement)
  const before = left?.editable.isConnected ? left.caret : null
  const caret = editable === null ? before : caretIn(editable)
  const scroller = document.querySelector<HTMLElement>(`[${SCROLLER}]`)
  const top = scroller === null || scroller.scrollTop === 0 ? null : topOf(scroller)
  if (caret === null && top === null) return null
  return { ...(caret ?? { unit: null, block: null, offset: 0, near: [], locale: null }), top }
}
