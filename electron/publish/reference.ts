import { h } from 'hastscript'
import type { Element } from 'hast'
import { digits } from './digits.ts'
import type { Rendering } from './rendering.ts'

/** The fragment of a note, and of the `at`th reference to it. */
export const noteAnchor = (number: number): string => `note-${number}`
export const referenceAnchor = (number: number, at: number): string =>
  at === 1 ? `ref-${number}` : `ref-${number}-${at}`

/** The number of a note, leading to it. A note that this audience may not read leaves nothing behind. */
export function reference(page: Rendering, note: string): Element[] {
  const number = page.notes.get(note)
  if (number === undefined) return []
  return [
    h('sup.ref', [
      h(
        'a',
        { href: `#${noteAnchor(number)}`, ariaDescribedBy: 'notes-heading', dataNote: number },
        digits(page, number),
      ),
    ]),
  ]
}
