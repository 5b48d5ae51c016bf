import { createHash } from 'node:crypto'
import type { Section } from '../../model/document/section.ts'

/**
 * The fragment that links to a section: its kind and a mark made from its id, so that it is the same in every locale
 * and release however headings are worded and sections ordered.
 */
export const anchorOf = ({ id, kind }: Pick<Section, 'id' | 'kind'>): string =>
  `${kind}-${createHash('sha256').update(id).digest('hex').slice(0, 6)}`
