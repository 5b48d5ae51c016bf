import type { Declarations, Sheet } from './style.ts'
import { isElement, textOf, type HtmlElement } from './tree.ts'

/** What Word says of a paragraph that is an item of a list: it has no list in its HTML. */
export interface WordItem {
  /** 1 is the outermost. */
  readonly level: number
  readonly ordered: boolean
  readonly start: number
}

const findMarker = (element: HtmlElement, sheet: Sheet): string | undefined => {
  for (const child of element.children) {
    if (!isElement(child)) continue
    if (sheet.of(child)['mso-list'] === 'ignore') return textOf(child)
    const inner = findMarker(child, sheet)
    if (inner !== undefined) return inner
  }
  return undefined
}

/** Digits, a few letters or an ideograph with a point or bracket after it: `1.` `(iv)` `２）` `三、`. */
const NUMBERED = /^[(（[]?[\p{N}\p{L}]{1,6}([.．)）、\]]|(?<=\p{N})$)/u

/** The item that a paragraph is, or undefined. */
export function wordItemOf(
  element: HtmlElement,
  style: Declarations,
  sheet: Sheet,
): WordItem | undefined {
  const named = /\b(l\d+)\s+level(\d+)/.exec(style['mso-list'] ?? '')
  if (named === null) return undefined
  const marker = findMarker(element, sheet)?.replaceAll(/[\s\u00A0]/g, '') ?? ''
  const format = sheet.list(`${named[1]!}:level${named[2]!}`)?.['mso-level-number-format']
  const number = Number.parseInt(marker.normalize('NFKC').replace(/^\D/, ''), 10)
  return {
    level: Number(named[2]),
    ordered:
      format === undefined ? NUMBERED.test(marker) : format !== 'bullet' && format !== 'image',
    start: Number.isFinite(number) ? number : 1,
  }
}
