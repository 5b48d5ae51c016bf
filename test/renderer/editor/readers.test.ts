import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  REMOVE_TEXT_COMMAND,
  type ElementNode,
  type RangeSelection,
} from 'lexical'
import { expect, test } from 'vitest'
import { paragraphBlock } from '../../../model/document/blank.ts'
import { newId } from '../../../model/document/identifier.ts'
import { documentForAudience } from '../../../model/units/audience-view.ts'
import type { Audience } from '../../../model/document/audience.ts'
import type { Block, ProseBlock } from '../../../model/document/block.ts'
import { $setAudience } from '../../../renderer/editor/ids/state.ts'
import { $insertPieces } from '../../../renderer/editor/paste/insert.ts'
import { $turnInto } from '../../../renderer/editor/turn.ts'
import { runBench } from './run-bench.ts'

async function bench(blocks: readonly Block[]) {
  const run = await runBench(blocks)
  return {
    ...run,
    blocks: () => run.blocks() as readonly ProseBlock[],
    /** What the public reads of it. */
    published: () =>
      JSON.stringify(
        documentForAudience(run.document(), 'public').sections.find(({ id }) => id === run.section)!
          .blocks,
      ),
  }
}

const text = (order: string, value: string, audience: Audience = 'public'): Block => ({
  ...paragraphBlock(order, value),
  audience,
})
const list = (order: string, audience: Audience, ...values: string[]): Block => ({
  id: `list ${order}`,
  order,
  audience,
  kind: 'prose',
  node: {
    type: 'list',
    ordered: false,
    children: values.map((value) => ({
      type: 'listItem',
      children: [{ type: 'paragraph', data: { id: newId() }, children: [{ type: 'text', value }] }],
    })),
  },
})
const line = (at: number): ElementNode => {
  const node = $getRoot().getChildAtIndex(at)
  if (!$isElementNode(node)) throw new Error(`no line ${at}`)
  return node
}
const audiences = (blocks: readonly ProseBlock[]): Audience[] =>
  blocks.map(({ audience }) => audience)

/** Selects from a place in the text of one line to a place in that of another. */
function $select(from: number, start: number, to: number, end: number): RangeSelection {
  const [first, last] = [line(from).getFirstDescendant()!, line(to).getFirstDescendant()!]
  const selection = last.selectStart()
  selection.anchor.set(first.getKey(), start, 'text')
  selection.focus.set(last.getKey(), end, 'text')
  return selection
}

test.each(['heading2', 'bullet', 'number', 'quote', 'code', 'warning'] as const)(
  'what is internal stays so as a %s',
  async (type) => {
    const { edit, editor, blocks, published } = await bench([
      text('a0', 'We lost a key.'),
      text('a1', 'Bob did.', 'internal'),
      text('a2', 'We are sorry.'),
    ])
    edit(() => {
      line(1).selectEnd()
      $turnInto(editor, type)
    })
    expect(audiences(blocks())).toEqual(['public', 'internal', 'public'])
    expect(published()).not.toContain('Bob')
    // And back again.
    edit(() => {
      line(1).getFirstDescendant()!.selectEnd()
      $turnInto(editor, 'paragraph')
    })
    expect(audiences(blocks())).toEqual(['public', 'internal', 'public'])
  },
)

test('what is put into one list, quote or callout stays for its own readers', async () => {
  for (const type of ['bullet', 'quote', 'note'] as const) {
    const { edit, editor, blocks, published } = await bench([
      text('a0', 'We lost a key.'),
      text('a1', 'Bob did.', 'internal'),
      text('a2', 'We are sorry.'),
    ])
    edit(() => {
      $select(0, 1, 2, 3)
      $turnInto(editor, type)
    })
    expect(blocks()).toHaveLength(1)
    expect(published()).not.toContain('Bob')
    expect(published()).toContain('We lost a key.')
    expect(published()).toContain('We are sorry.')
  }
})

test('what comes out of a quote is for whom that was, whatever was said of it before', async () => {
  const { edit, editor, blocks } = await bench([text('a0', 'Bob did.'), text('a1', 'Open')])
  edit(() => {
    line(0).selectEnd()
    $turnInto(editor, 'quote')
  })
  edit(() => void $setAudience(line(0), 'internal'))
  edit(() => {
    line(0).getFirstDescendant()!.selectEnd()
    $turnInto(editor, 'paragraph')
  })
  expect(blocks()[0]).toMatchObject({ audience: 'internal', node: { type: 'paragraph' } })
})

test('a paragraph between two lists for different readers that becomes an item keeps them apart', async () => {
  const { edit, editor, published } = await bench([
    list('a0', 'public', 'One'),
    text('a1', 'Two'),
    list('a2', 'internal', 'Bob did.'),
  ])
  edit(() => {
    line(1).selectEnd()
    $turnInto(editor, 'bullet')
  })
  expect(published()).toContain('Two')
  expect(published()).not.toContain('Bob')
})

test('internal words that are joined to a public paragraph become a passage', async () => {
  const { edit, editor, blocks, published } = await bench([
    text('a0', 'We lost a key.'),
    text('a1', 'Bob did it.', 'internal'),
  ])
  edit(() => {
    $select(0, 3, 1, 4)
    editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  })
  expect(blocks()).toMatchObject([
    {
      audience: 'public',
      node: {
        children: [
          { type: 'text', value: 'We ' },
          { type: 'passage', audience: 'internal', children: [{ value: 'did it.' }] },
        ],
      },
    },
  ])
  expect(published()).not.toContain('did')
})

test('typing over both does the same, and what is typed is for whom the first was', async () => {
  const { edit, editor, published } = await bench([
    text('a0', 'We lost a key.'),
    text('a1', 'Bob did it.', 'internal'),
  ])
  edit(() => {
    $select(0, 3, 1, 4)
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'found ')
  })
  expect(published()).toContain('We found')
  expect(published()).not.toContain('did')
})

test('public words that are joined to internal ones are internal, and no passage is left in them', async () => {
  const { edit, editor, blocks } = await bench([
    text('a0', 'Bob did it.', 'internal'),
    text('a1', 'We lost a key.'),
  ])
  edit(() => {
    $select(0, 3, 1, 2)
    editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  })
  expect(blocks()).toMatchObject([
    { audience: 'internal', node: { children: [{ type: 'text', value: 'Bob lost a key.' }] } },
  ])
})

test('a key that joins nothing marks nothing', async () => {
  const { edit, editor, blocks } = await bench([
    text('a0', 'We lost a key.'),
    text('a1', 'Bob did it.', 'internal'),
  ])
  edit(() => {
    $select(1, 4, 1, 8)
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  })
  expect(blocks()[1]).toMatchObject({
    audience: 'internal',
    node: { children: [{ type: 'text', value: 'Bob it.' }] },
  })
})

test('code that internal words are joined to becomes internal, because it has no passages', async () => {
  const code: Block = {
    id: 'code',
    order: 'a0',
    audience: 'public',
    kind: 'prose',
    node: { type: 'code', value: 'rm key' },
  }
  const { edit, editor, blocks, published } = await bench([code, text('a1', 'Bob.', 'internal')])
  edit(() => {
    $select(0, 2, 1, 0)
    editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
  })
  expect(blocks()).toMatchObject([{ audience: 'internal', node: { type: 'code' } }])
  expect(published()).not.toContain('Bob')
})

test('what is pasted into a list or a quote stays for its own readers', async () => {
  for (const type of ['bullet', 'quote'] as const) {
    const { edit, editor, published } = await bench([text('a0', 'We lost a key.')])
    edit(() => {
      line(0).selectEnd()
      $turnInto(editor, type)
    })
    edit(() => {
      $getRoot().selectEnd()
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      const first = list('a0', 'internal', 'Bob did.', 'Then Ann.') as ProseBlock
      const second = list('a1', 'public', 'Nobody else.') as ProseBlock
      $insertPieces([first, second], selection)
    })
    expect(published()).toContain('We lost a key.')
    expect(published()).toContain('Nobody else.')
    expect(published()).not.toContain('Bob')
    expect(published()).not.toContain('Ann')
  }
})

test('a text with an internal passage that is made code becomes internal, also in a callout', async () => {
  for (const types of [['code'], ['code', 'note']] as const) {
    const { edit, editor, blocks, published } = await bench([
      paragraphBlock('a0', [
        { type: 'text', value: 'We lost a key. ' },
        { type: 'passage', audience: 'customer', children: [{ type: 'text', value: 'Yours.' }] },
        { type: 'passage', audience: 'internal', children: [{ type: 'text', value: 'Bob.' }] },
        { type: 'passage', audience: 'regulator', children: [{ type: 'text', value: 'Late.' }] },
      ]),
    ])
    for (const type of types)
      edit(() => {
        line(0).selectEnd()
        $turnInto(editor, type)
      })
    expect(audiences(blocks())).toEqual(['internal'])
    expect(published()).not.toContain('Bob')
  }
})

test('internal code that is put into a callout for everybody takes the callout with it', async () => {
  const code: Block = {
    id: 'code',
    order: 'a1',
    audience: 'internal',
    kind: 'prose',
    node: { type: 'code', value: 'rm bob' },
  }
  const { edit, editor, published } = await bench([text('a0', 'We lost a key.'), code])
  edit(() => {
    $select(0, 1, 1, 2)
    $turnInto(editor, 'note')
  })
  expect(published()).not.toContain('bob')
})

test('public blocks that are pasted into the middle of an internal text are not joined to its rest', async () => {
  const { edit, blocks, published } = await bench([text('a0', 'Bob did it.', 'internal')])
  edit(() => {
    const selection = line(0).getFirstDescendant()!.selectStart()
    selection.anchor.offset = selection.focus.offset = 4
    $insertPieces(
      [text('a0', 'We lost a key.'), list('a1', 'public', 'One')] as ProseBlock[],
      selection,
    )
  })
  expect(audiences(blocks())).toEqual(['internal', 'public', 'public', 'internal'])
  expect(published()).toContain('We lost a key.')
  expect(published()).not.toContain('Bob')
  expect(published()).not.toContain('did it')
})

test('internal blocks that are pasted into public code make it internal, and into a quote become passages', async () => {
  const code: Block = {
    id: 'code',
    order: 'a0',
    audience: 'internal',
    kind: 'prose',
    node: { type: 'code', value: 'rm bob' },
  }
  for (const type of ['code', 'quote'] as const) {
    const { edit, editor, published } = await bench([text('a0', 'We lost a key.')])
    edit(() => {
      line(0).selectEnd()
      $turnInto(editor, type)
    })
    edit(() => {
      const selection = line(0).selectEnd()
      $insertPieces(
        [code as ProseBlock, text('a1', 'Bob did.', 'internal') as ProseBlock],
        selection,
      )
    })
    expect(published().toLowerCase()).not.toContain('bob')
    if (type === 'quote') expect(published()).toContain('We lost a key.')
  }
})

test('a passage of a block that is pasted for a wider circle stays for its own', async () => {
  const { edit, document } = await bench([text('a0', 'We lost a key.')])
  const pasted = paragraphBlock('a0', [
    { type: 'text', value: 'Yours. ' },
    { type: 'passage', audience: 'internal', children: [{ type: 'text', value: 'Bob.' }] },
  ])
  edit(() => {
    const selection = line(0).selectEnd()
    $insertPieces([{ ...(pasted as ProseBlock), audience: 'customer' }], selection)
  })
  const read = JSON.stringify(documentForAudience(document(), 'customer'))
  expect(read).toContain('Yours.')
  expect(read).not.toContain('Bob.')
})

test('a new line is for whom the block above is', async () => {
  const { edit, blocks } = await bench([text('a0', 'Bob did.', 'internal'), text('a1', 'Open')])
  edit(() => line(0).selectEnd().insertParagraph()?.append($createTextNode('Ann too.')))
  expect(audiences(blocks())).toEqual(['internal', 'internal', 'public'])
})
