import { expect, test } from 'vitest'
import { blankPostmortem, blankSection, paragraphBlock } from '../../model/document/blank.ts'
import type { ProseBlock } from '../../model/document/block.ts'
import type { Flow } from '../../model/document/prose.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'

/** A quote of code and a paragraph that is for those inside alone. */
const quote = (code: string): Flow => ({
  type: 'blockquote',
  children: [
    { type: 'code', value: code },
    {
      type: 'paragraph',
      data: { id: 'inside' },
      children: [
        { type: 'passage', audience: 'internal', children: [{ type: 'text', value: 'Secret.' }] },
      ],
    },
  ],
})

const publicBlocks = (node: Flow): readonly unknown[] => {
  const block: ProseBlock = { ...(paragraphBlock('a0', '') as ProseBlock), node }
  const section = { ...blankSection('prose', 'a0'), blocks: [block] }
  const document = { ...blankPostmortem('en', 'A postmortem'), sections: [section] }
  return documentForAudience(document, 'public').sections[0]!.blocks.map(
    (one) => one.kind === 'prose' && one.node,
  )
}

test('code says something: what it stands in stays, where a passage beside it goes', () => {
  expect(publicBlocks(quote('rotate --now'))).toEqual([
    { type: 'blockquote', children: [{ type: 'code', value: 'rotate --now' }] },
  ])
})

test('empty code does not, and goes with the passage', () => {
  expect(publicBlocks(quote(' '))).toEqual([])
})
