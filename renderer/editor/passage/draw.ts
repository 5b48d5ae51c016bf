import type { PassageAudience } from '../../../model/document/text.ts'
import type { FactReader } from '../fact/reader.ts'
import styles from './passage.module.css'

/** The element around a passage: it says whom it is for in words, to the eye and to a screen reader. */
export function drawPassage(
  document: Document,
  reader: FactReader,
  audience: PassageAudience,
): HTMLElement {
  const element = document.createElement('span')
  element.className = styles['passage'] ?? ''
  element.dataset['passage'] = audience
  element.dataset['label'] = reader.audience(audience)
  element.role = 'note'
  element.ariaLabel = reader.audience(audience)
  return element
}
