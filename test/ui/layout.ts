import type { Page } from 'puppeteer-core'

/**
 * What a person cannot see or hit: the page scrolls sideways, a text is cut off or stands outside of its control, a
 * control is smaller than 24 by 24 CSS pixels (WCAG 2.2, 2.5.8). Texts that may be cut, because they end in an
 * ellipsis and say themselves in full elsewhere, carry a `title`.
 */
export const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth)
      found.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth} px`)
    const seen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.getBoundingClientRect().width > 1
    const say = (fault: string, element: Element): void => {
      found.push(`${fault}: ${element.outerHTML.slice(0, 140)}`)
    }
    // A modal hides the rest of the page from everybody.
    const modal = document.querySelector('[role="dialog"], [role="alertdialog"]')
    for (const element of (modal ?? document.body).querySelectorAll('*')) {
      if (!seen(element)) continue
      const style = getComputedStyle(element)
      const text = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      )
      if (text && !element.closest('[title]')) {
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
          say('cut off', element)
        else if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
          say('cut off', element)
        const control = element.closest('button, a, [role="tab"], [role="option"], th, td')
        if (control !== null) {
          const range = document.createRange()
          range.selectNodeContents(element)
          const inner = range.getBoundingClientRect()
          const outer = control.getBoundingClientRect()
          if (
            inner.left < outer.left - 1 ||
            inner.right > outer.right + 1 ||
            inner.bottom > outer.bottom + 2
          )
            say('outside of its control', control)
        }
      }
      if (element.matches('button, a[href], input, textarea, select')) {
        const { width, height } = element.getBoundingClientRect()
        const hidden = element.closest('[aria-hidden="true"]') !== null
        const skip = element.matches('a[href="#main"]:not(:focus)')
        // A radio or checkbox that is drawn by its label is as large as the label.
        const target = element.closest('label')?.getBoundingClientRect()
        const small = (target?.width ?? width) < 24 || (target?.height ?? height) < 24
        if (small && !hidden && !skip)
          say(`small, ${Math.round(width)} by ${Math.round(height)}`, element)
      }
    }
    return [...new Set(found)]
  })
