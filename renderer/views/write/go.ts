import type { Target } from '../../app/route.ts'
import { awaken } from '../../editor/near.ts'

/** Calls `found` with the element as soon as it is drawn, within the next moments. */
function whenDrawn(selector: string, found: (element: HTMLElement) => void, tries = 20): void {
  const element = document.querySelector<HTMLElement>(selector)
  if (element !== null) found(element)
  else if (tries > 0) requestAnimationFrame(() => whenDrawn(selector, found, tries - 1))
}

const named = (attribute: string, id: string): string => `[${attribute}="${CSS.escape(id)}"]`

/** Puts the caret into an entry, or to the end of a block of prose. */
export function focusBlock(drawn: HTMLElement): void {
  const element = awaken(drawn)
  const editor = element.closest<HTMLElement>('[data-run]')
  if (editor === null) {
    element.querySelector<HTMLElement>('[data-editable]')?.focus()
    return
  }
  const selection = document.getSelection()
  editor.focus({ preventScroll: true })
  if (element.isContentEditable) {
    selection?.selectAllChildren(element)
    selection?.collapseToEnd()
  }
}

function show(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' })
}

/** Puts the caret into a unit. */
export const goToUnit = (unit: string): void =>
  whenDrawn(named('data-unit', unit), (element) => {
    show(element)
    element.focus({ preventScroll: true })
  })

/** Goes to the first text of an entry, or to a block of prose. */
export const goToBlock = (block: string): void =>
  whenDrawn(named('data-block', block), (element) => {
    show(element)
    focusBlock(element)
  })

export const goToSection = (section: string, focus = true): void =>
  whenDrawn(named('data-section', section), (element) => {
    element.scrollIntoView({ block: 'start' })
    if (focus) element.querySelector<HTMLElement>('[data-editable]')?.focus({ preventScroll: true })
  })

/** Goes to a place as exactly as it is named. */
export function goTo({ unit, block, section }: Target): void {
  if (unit !== null && document.querySelector(named('data-unit', unit)) !== null) goToUnit(unit)
  else if (block !== null) goToBlock(block)
  else if (section !== null) goToSection(section)
  else document.querySelector<HTMLElement>('[data-editable]')?.focus()
}
