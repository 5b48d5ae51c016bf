import type { Tone } from '../../../model/document/prose.ts'
import type { FactReader } from '../fact/reader.ts'
import styles from './callout.module.css'

/** The box of a callout, with its tone in words. */
export function drawCallout(
  document: Document,
  reader: FactReader,
  tone: Tone,
  children: readonly Node[] = [],
): HTMLElement {
  const box = document.createElement('div')
  box.className = styles['callout'] ?? ''
  box.dataset['tone'] = tone
  box.dataset['label'] = reader.tone(tone)
  box.role = 'note'
  box.ariaLabel = reader.tone(tone)
  box.append(...children)
  return box
}
