import type { PlacedCode } from '../../../model/workflow/codes.ts'
import { piecesOf } from '../../terms/range.ts'

/**
 * Shows the numbers of codes where they begin in a text on the page. They are attributes that a style sheet reads, on elements
 * that are there for other reasons: no editor sees anything of them.
 */
export function showCodeNumbers(
  root: HTMLElement,
  codes: readonly PlacedCode[],
  write: (number: number) => string,
): void {
  const starting = Map.groupBy(codes, ({ start }) => start)
  const old = new Set(root.querySelectorAll<HTMLElement>('[data-code]'))
  for (const { node, start, length } of starting.size === 0 ? [] : piecesOf(root)) {
    const here = starting.get(start)
    const element = node instanceof HTMLElement ? node : node.parentElement
    if (here === undefined || length === 0 || element === null || element === root) continue
    const said = here.map(({ number }) => write(number)).join(' ')
    if (element.dataset['code'] !== said) element.dataset['code'] = said
    old.delete(element)
    starting.delete(start)
  }
  for (const element of old) delete element.dataset['code']
}
