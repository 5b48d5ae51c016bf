import fc from 'fast-check'
import { blankEntry, blankPostmortem } from '../../../model/document/blank.ts'
import type { Block } from '../../../model/document/block.ts'
import type { Change } from '../../../model/document/change.ts'
import { apply, type DocumentState } from '../../../model/document/state.ts'
import type { Content } from '../../../model/document/text.ts'

/** Small sets of ids and orders, so that random changes meet. */
const id = (prefix: string): fc.Arbitrary<string> => fc.nat(3).map((n) => `${prefix}${n}`)
const order = fc.nat(5).map((n) => `a${n}`)
const content: fc.Arbitrary<Content> = fc
  .string({ minLength: 1, maxLength: 5 })
  .map((value) => [{ type: 'text', value }])

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(id('b'), order, content).map(([id, order, children]): Block => ({
    id,
    order,
    audience: 'public',
    kind: 'prose',
    node: { type: 'paragraph', data: { id }, children },
  })),
  fc.tuple(id('b'), order, content).map(([id, order, content]): Block => {
    const entry = blankEntry('action', order)
    return { ...entry, id, text: { id: `u-${id}`, content } }
  }),
)

export const change: fc.Arbitrary<Change> = fc.oneof(
  content.map((content): Change => ({ type: 'title.put', content })),
  fc.tuple(id('s'), order, content).map(([id, order, content]): Change => ({
    type: 'section.put',
    section: {
      id,
      order,
      kind: 'prose',
      audience: 'public',
      heading: { id: `h-${id}`, content },
    },
  })),
  id('s').map((section): Change => ({ type: 'section.remove', section })),
  fc
    .tuple(id('s'), block)
    .map(([section, block]): Change => ({ type: 'block.put', section, block })),
  fc
    .tuple(id('s'), block)
    .map(([section, block]): Change => ({ type: 'block.put', section, block })),
  id('b').map((block): Change => ({ type: 'block.remove', block })),
  fc.tuple(id('w'), order, content).map(([id, order, content]): Change => ({
    type: 'workstream.put',
    workstream: { id, order, name: { id: `n-${id}`, content } },
  })),
  id('w').map((workstream): Change => ({ type: 'workstream.remove', workstream })),
  fc.tuple(id('u'), content).map(([unit, content]): Change => ({
    type: 'translation.put',
    translation: {
      unit,
      locale: 'nl',
      content,
      state: 'draft',
      origin: 'human',
      sourceHash: '0'.repeat(64),
      changedAt: '2026-01-01T00:00:00.000Z',
    },
  })),
  id('u').map((unit): Change => ({ type: 'translation.remove', unit, locale: 'nl' })),
)

export const empty = (): DocumentState => ({
  document: blankPostmortem('en', 'An incident'),
  translations: new Map([['nl', new Map()]]),
})

/** Changes that each did something, as a session records them. */
export function effective(start: DocumentState, changes: readonly Change[]): Change[] {
  let now = start
  return changes.filter((change) => {
    const next = apply(now, change)
    const does = next !== now
    now = next
    return does
  })
}
