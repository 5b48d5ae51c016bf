import {
  $createTextNode,
  $getRoot,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  $isElementNode,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type ElementNode,
} from 'lexical'
import { expect, test } from 'vitest'
import { blankEntry, paragraphBlock } from '../../../model/document/blank.ts'
import type { Block, ProseBlock } from '../../../model/document/block.ts'
import { containersOf, type Flow } from '../../../model/document/prose.ts'
import { plainText } from '../../../model/document/text.ts'
import { $setAudience } from '../../../renderer/editor/ids/state.ts'
import { $turnInto } from '../../../renderer/editor/turn.ts'
import fc from 'fast-check'
import { plainFlow, strangeFlow } from './flows.ts'
import { runBench } from './run-bench.ts'

const paragraphNode = (id: string) => ({
  type: 'paragraph' as const,
  data: { id },
  children: [{ type: 'text' as const, value: id }],
})
const line = (at: number): ElementNode => {
  const node = $getRoot().getChildAtIndex(at)
  if (!$isElementNode(node)) throw new Error(`no line ${at}`)
  return node
}
const words = (blocks: readonly Block[]): string[] =>
  blocks.map((block) =>
    block.kind === 'prose' && 'data' in block.node ? plainText(block.node.children) : block.kind,
  )
const ids = (blocks: readonly Block[]): string[] => blocks.map(({ id }) => id)

test('typing changes the block that was typed in, and nothing else', async () => {
  const [one, two] = [paragraphBlock('a0', 'One'), paragraphBlock('a1', 'Two')]
  const { edit, blocks, session } = await runBench([one, two])
  edit(() => line(1).append($createTextNode(' more')))
  expect(words(blocks())).toEqual(['One', 'Two more'])
  expect(ids(blocks())).toEqual([one.id, two.id])
  expect(session.store.getState().lastChanged.changes).toHaveLength(1)
})

test('Enter in the middle leaves the id with the first part and gives the second a new one', async () => {
  const one = paragraphBlock('a0', 'First second')
  const { edit, blocks } = await runBench([one])
  edit(() => {
    const text = line(0).getFirstChildOrThrow()
    ;(text as ReturnType<typeof $createTextNode>).select(6, 6)
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.insertParagraph()
  })
  expect(words(blocks())).toEqual(['First ', 'second'])
  expect(blocks()[0]?.id).toBe(one.id)
  expect(blocks()[1]?.id).not.toBe(one.id)
})

test('Enter at the start leaves the id with the words', async () => {
  const one = paragraphBlock('a0', 'Words')
  const { edit, blocks } = await runBench([one])
  edit(() => {
    line(0).selectStart()
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.insertParagraph()
  })
  expect(words(blocks())).toEqual(['', 'Words'])
  expect(blocks()[1]?.id).toBe(one.id)
})

test('a paragraph that becomes a heading or a list item keeps its id', async () => {
  const one = paragraphBlock('a0', 'Words')
  const { editor, edit, blocks } = await runBench([one])
  edit(() => {
    line(0).selectEnd()
    $turnInto(editor, 'heading2')
  })
  expect(blocks()).toMatchObject([{ id: one.id, node: { type: 'heading', depth: 2 } }])
  edit(() => {
    line(0).selectEnd()
    $turnInto(editor, 'bullet')
  })
  expect(blocks()).toMatchObject([
    {
      node: {
        type: 'list',
        children: [{ children: [{ type: 'paragraph', data: { id: one.id } }] }],
      },
    },
  ])
  edit(() => {
    line(0).selectEnd()
    $turnInto(editor, 'quote')
  })
  expect(blocks()).toMatchObject([
    { node: { type: 'blockquote', children: [{ type: 'paragraph', data: { id: one.id } }] } },
  ])
})

test('what is written after an internal block is internal', async () => {
  const one = { ...paragraphBlock('a0', 'Secret'), audience: 'internal' as const }
  const { edit, blocks } = await runBench([one])
  edit(() => {
    line(0).selectEnd()
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    selection.insertParagraph()
    selection.insertText('More')
  })
  expect(blocks().map(({ audience }) => audience)).toEqual(['internal', 'internal'])
})

test('an audience that is set on a block is stored with it', async () => {
  const { edit, blocks } = await runBench([paragraphBlock('a0', 'For us')])
  edit(() => void $setAudience(line(0), 'internal'))
  expect(blocks()[0]?.audience).toBe('internal')
})

test('undo brings text, order and blocks back into the editor', async () => {
  const [one, two] = [paragraphBlock('a0', 'One'), paragraphBlock('a1', 'Two')]
  const { editor, edit, session, blocks } = await runBench([one, two])
  const shown = (): string[] =>
    editor.read(() =>
      $getRoot()
        .getChildren()
        .map((node) => node.getTextContent()),
    )
  edit(() => line(0).append($createTextNode('!')))
  edit(() => line(0).insertBefore(line(1)))
  edit(() => line(1).remove())
  expect(shown()).toEqual(['Two'])
  session.undo()
  expect(shown()).toEqual(['Two', 'One!'])
  session.undo()
  expect(shown()).toEqual(['One!', 'Two'])
  session.undo()
  expect(shown()).toEqual(['One', 'Two'])
  session.redo()
  session.redo()
  session.redo()
  expect(shown()).toEqual(['Two'])
  expect(words(blocks())).toEqual(['Two'])
})

test('a copy is another text: it gets ids of its own', async () => {
  const one = paragraphBlock('a0', 'Once')
  const { editor, edit, blocks } = await runBench([one])
  const json = editor.read(() => line(0).exportJSON())
  edit(() => {
    const copy = line(0).constructor as unknown as { importJSON(json: unknown): ElementNode }
    $getRoot().append(copy.importJSON(json).append($createTextNode('Once')))
  })
  expect(words(blocks())).toEqual(['Once', 'Once'])
  expect(blocks()[0]?.id).toBe(one.id)
  expect(blocks()[1]?.id).not.toBe(one.id)
})

test('an empty line that nobody typed in is not in the document', async () => {
  const { blocks, edit } = await runBench([])
  edit(() => void line(0).selectEnd())
  expect(blocks()).toEqual([])
  edit(() => line(0).append($createTextNode('a')))
  expect(words(blocks())).toEqual(['a'])
})

test('an entry that is put into a run leaves the editor with what stands before it', async () => {
  const [one, two] = [paragraphBlock('a0', 'One'), paragraphBlock('a2', 'Two')]
  const { editor, session, section, blocks, edit } = await runBench([one, two])
  session.apply([{ type: 'block.put', section, block: blankEntry('finding', 'a1') }])
  expect(editor.read(() => $getRoot().getTextContent())).toBe('One')
  edit(() => line(0).append($createTextNode('!')))
  expect(words(blocks())).toEqual(['One!', 'finding', 'Two'])
})

test('a selection over two blocks, one of which is changed elsewhere, does not stop the editor', async () => {
  const [one, two] = [paragraphBlock('a0', 'One'), paragraphBlock('a1', 'Two')]
  const { editor, session, section, blocks, edit } = await runBench([one, two])
  edit(() => {
    const selection = line(0).selectStart()
    const { key, offset, type: kind } = line(1).selectEnd().focus
    selection.focus.set(key, offset, kind)
    $setSelection(selection)
  })
  const changed = { ...paragraphBlock('a0', 'Other'), id: one.id } as ProseBlock
  const node = { ...changed.node, data: { id: one.id } } as Flow
  session.apply([{ type: 'block.put', section, block: { ...changed, node } }])
  edit(() => line(1).append($createTextNode('!')))
  expect(words(blocks())).toEqual(['Other', 'Two!'])
  const at = editor.read(() => {
    const selection = $getSelection()
    return $isRangeSelection(selection) && selection.isCollapsed()
      ? selection.focus.getNode().getTextContent()
      : undefined
  })
  expect(at).toBe('Two!')
})

const listBlock = (id: string, order: string, audience: Block['audience'] = 'public'): Block => ({
  id: `list ${id}`,
  order,
  audience,
  kind: 'prose',
  node: {
    type: 'list',
    ordered: true,
    children: [{ type: 'listItem', children: [paragraphNode(id)] }],
  },
})
const items = (blocks: readonly Block[]): string[][] =>
  blocks.map((block) =>
    block.kind === 'prose' ? Array.from(containersOf(block.node), ({ data }) => data.id) : [],
  )
const item = (list: number, at: number): ElementNode => {
  const node = line(list).getChildAtIndex(at)
  if (!$isElementNode(node)) throw new Error(`no item ${at}`)
  return node
}

test('two lists that come to touch stay two blocks, and each is edited as before', async () => {
  const between = paragraphBlock('a1', 'Between')
  const { session, blocks, edit } = await runBench([
    listBlock('a', 'a0'),
    between,
    listBlock('b', 'a2'),
  ])
  const before = blocks()
  session.apply([{ type: 'block.remove', block: between.id }])
  edit(() => item(1, 0).append($createTextNode(' more')))
  edit(() => item(0, 0).append($createTextNode(' too')))
  expect(ids(blocks())).toEqual(['list a', 'list b'])
  expect(items(blocks())).toEqual([['a'], ['b']])
  expect(JSON.stringify(blocks())).toContain('"b more"')
  expect(JSON.stringify(blocks())).toContain('"a too"')
  // A new item is of the list that it was made in.
  edit(() => item(0, 0).selectEnd().insertParagraph())
  expect(items(blocks()).map(({ length }) => length)).toEqual([2, 1])
  while (blocks().length < before.length) session.undo()
  expect(blocks()).toEqual(before)
})

test('two lists become one where a person takes away what parted them, and their texts keep their ids', async () => {
  const { session, blocks, edit } = await runBench([
    listBlock('a', 'a0'),
    paragraphBlock('a1', ''),
    listBlock('b', 'a2'),
  ])
  const before = blocks()
  edit(() => line(1).remove())
  expect(ids(blocks())).toEqual(['list a'])
  expect(items(blocks())).toEqual([['a', 'b']])
  session.undo()
  expect(blocks()).toEqual(before)
})

test('two lists for different readers never become one', async () => {
  const { blocks, edit } = await runBench([
    listBlock('a', 'a0'),
    paragraphBlock('a1', ''),
    listBlock('b', 'a2', 'internal'),
  ])
  edit(() => line(1).remove())
  expect(blocks().map(({ audience }) => audience)).toEqual(['public', 'internal'])
  expect(items(blocks())).toEqual([['a'], ['b']])
})

test('opening a run changes nothing in it, whatever stands there', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(plainFlow, strangeFlow), { minLength: 1, maxLength: 5 }),
      async (flows: Flow[]) => {
        const given = flows.map((node, at): Block => ({
          id: 'data' in node ? node.data.id : `block${at}`,
          order: `a${at}`,
          audience: at % 3 === 1 ? 'internal' : 'public',
          kind: 'prose',
          node,
        }))
        const { blocks, edit, session } = await runBench(given)
        const steps = session.store.getState().lastChanged.serial
        // A selection alone is no change either.
        edit(() => void $getRoot().selectEnd())
        expect(session.store.getState().lastChanged.serial).toBe(steps)
        expect(blocks()).toEqual(given)
      },
    ),
    { numRuns: 40 },
  )
})

test('what keys do one after another is one step of the history, and what a tool does right after is another', async () => {
  const { editor, edit, blocks, session } = await runBench([paragraphBlock('a0', 'It was ')])
  edit(() => line(0).selectEnd())
  for (const key of 'big ')
    edit(() => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, key))
  // As a suggestion of the spelling does, in the same second.
  edit(() => {
    line(0).select(0, 1)
    $getSelection()?.insertText('This was large ')
  })
  for (const key of 'too')
    edit(() => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, key))
  session.settle()
  const seen = [words(blocks())]
  for (let step = 0; step < 3; step++) {
    session.undo()
    seen.push(words(blocks()))
  }
  expect(seen).toEqual([['This was large too'], ['This was large '], ['It was big '], ['It was ']])
})
