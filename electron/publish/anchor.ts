import { createHash } from 'node:crypto'

/**
 * The fragment that links to a section or an entry: its kind and a mark made from its id, so that it is the same in
 * every locale and release however texts are worded and parts ordered.
 */
export const anchorOf = ({ id, kind }: { readonly id: string; readonly kind: string }): string =>
  `${kind}-${createHash('sha256').update(id).digest('hex').slice(0, 6)}`
