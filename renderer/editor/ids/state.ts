import { $getState, $setState, createState, type LexicalNode } from 'lexical'
import { AUDIENCES, type Audience } from '../../../model/document/audience.ts'
import type { Identifier } from '../../../model/document/identifier.ts'

/** The id of a block or a unit, on the node that shows it. A copy of a node is another text and gets another id. */
const idState = createState('id', {
  parse: (value) => (typeof value === 'string' && value.length <= 64 ? value : ''),
  resetOnCopyNode: true,
})

/** Who may see a block. It goes along when a block is copied: a copy of an internal remark is internal. */
const audienceState = createState('audience', {
  parse: (value): Audience | null => AUDIENCES.find((audience) => audience === value) ?? null,
})

export const $idOf = (node: LexicalNode): Identifier => $getState(node, idState)
export function $setId<T extends LexicalNode>(node: T, id: Identifier): T {
  $setState(node, idState, id)
  return node
}

/** Null: nobody has said; a new block takes its neighbour's. */
export const $audienceOf = (node: LexicalNode): Audience | null => $getState(node, audienceState)
export function $setAudience<T extends LexicalNode>(node: T, audience: Audience): T {
  if ($audienceOf(node) !== audience) $setState(node, audienceState, audience)
  return node
}
