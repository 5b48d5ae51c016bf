import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowOf } from '../../../model/document/row.ts'
import { applyAll } from '../../../model/document/state.ts'
import { coalesce } from '../../../renderer/session/coalesce.ts'
import { change, effective, empty } from './changes.ts'

test('joined changes do what the changes do one after another', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (all) => {
      const start = empty()
      const changes = effective(start, all)
      expect(applyAll(start, coalesce(changes))).toEqual(applyAll(start, changes))
    }),
    { numRuns: 2000 },
  )
})

test('a row that changed a hundred times is saved once', () => {
  const changes = Array.from({ length: 100 }, (_, n) => ({
    type: 'title.put' as const,
    content: [{ type: 'text' as const, value: 'x'.repeat(n) }],
  }))
  expect(coalesce(changes)).toEqual([changes[99]])
})

test('two changes of one row have one name, whatever they do', () => {
  expect(rowOf({ type: 'block.remove', block: 'b1' })).toBe(
    rowOf({
      type: 'block.put',
      section: 's1',
      block: {
        id: 'b1',
        order: 'a0',
        audience: 'public',
        kind: 'prose',
        node: { type: 'thematicBreak' },
      },
    }),
  )
})
