import type { Identifier } from '../../../model/document/identifier.ts'
import type { FactReader } from '../fact/reader.ts'
import styles from './footnote.module.css'

/** The number of a note in a text. Its note stands under the section. */
export function drawReference(
  document: Document,
  reader: FactReader,
  note: Identifier,
): HTMLElement {
  const mark = document.createElement('sup')
  mark.className = styles['reference'] ?? ''
  mark.contentEditable = 'false'
  mark.dataset['note'] = note
  mark.textContent = reader.note(note)
  return mark
}

/** Writes the numbers below `root` anew where they changed. */
export function redrawReferences(root: ParentNode, reader: FactReader): void {
  for (const mark of root.querySelectorAll<HTMLElement>('sup[data-note]')) {
    const number = reader.note(mark.dataset['note'] ?? '')
    if (mark.textContent !== number) mark.textContent = number
  }
}
