import { h } from 'hastscript'
import type { Element, ElementContent } from 'hast'
import type { Footnote } from '../../model/document/block.ts'
import type { Rendering } from './rendering.ts'
import { noteAnchor, referenceAnchor } from './reference.ts'
import { unitElement } from './unit.ts'

/** Names each reference on a page, so that its note leads back to it. Answers how many each note has. */
function nameReferences(parts: readonly Element[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  const walk = (node: ElementContent): void => {
    if (node.type !== 'element') return
    const { dataNote, ...properties } = node.properties
    if (typeof dataNote === 'number') {
      const at = (counts.get(dataNote) ?? 0) + 1
      counts.set(dataNote, at)
      node.properties = { ...properties, id: referenceAnchor(dataNote, at) }
    }
    node.children.forEach(walk)
  }
  parts.forEach(walk)
  return counts
}

/** The notes of a page, in the order in which readers meet them; each leads back to where it was called. */
export function notes(page: Rendering, parts: readonly Element[]): Element[] {
  const counts = nameReferences(parts)
  const all = page.document.sections
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is Footnote => block.kind === 'footnote' && page.notes.has(block.id))
    .toSorted((a, b) => page.notes.get(a.id)! - page.notes.get(b.id)!)
  if (all.length === 0) return []
  const { labels } = page.words
  // On paper one turns the page back; the sign would stand for nothing.
  const back = (number: number) =>
    Array.from({ length: page.medium === 'print' ? 0 : (counts.get(number) ?? 0) }, (_, at) => [
      ' ',
      h(
        'a.back',
        { href: `#${referenceAnchor(number, at + 1)}`, ariaLabel: labels.back },
        '\u2191',
      ),
    ]).flat()
  return [
    h(
      'section.notes',
      // A role on notes breaks the tags of their links on paper.
      {
        ...(page.medium === 'print' ? {} : { role: 'doc-endnotes' }),
        ariaLabelledBy: 'notes-heading',
        id: 'notes',
      },
      [
        h('h2', { id: 'notes-heading' }, labels.notes),
        h(
          'ol',
          all.map((note) => {
            const number = page.notes.get(note.id)!
            return h('li', { id: noteAnchor(number) }, [
              h('p', [...unitElement(page, 'span', note.text), ...back(number)]),
            ])
          }),
        ),
      ],
    ),
  ]
}
