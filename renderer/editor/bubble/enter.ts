/** On the tools at a selection. */
export const TEXT_TOOLS = 'data-text-tools'

const usable = (tools: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`${tools} button:not([disabled])`)].find((button) =>
    button.checkVisibility({ visibilityProperty: true }),
  )

/** Takes the keyboard to the tools at the selection, or, where there is no place for them, to those above the page. */
export function focusTools(): void {
  // They are drawn by then.
  requestAnimationFrame(() => {
    const first = usable(`[${TEXT_TOOLS}]`) ?? usable('main [role="toolbar"]')
    first?.focus()
  })
}
