import { buildEditorFromExtensions } from '@lexical/extension'
import fc from 'fast-check'
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  FORMAT_TEXT_COMMAND,
  type LexicalNode,
} from 'lexical'
import { expect, onTestFinished, test } from 'vitest'
import type { Content } from '../../../model/document/text.ts'
import { codesIn } from '../../../model/workflow/codes.ts'
import { $isCodePieceNode } from '../../../renderer/editor/code/piece.ts'
import { registerWholeCodes } from '../../../renderer/editor/code/whole.ts'
import { InlineExtension } from '../../../renderer/editor/extension.ts'
import { bindField } from '../../../renderer/editor/field/binding.ts'
import { content } from './flows.ts'

const code = (value: string) => ({ type: 'inlineCode' as const, value })
const text = (value: string) => ({ type: 'text' as const, value })

/** The field of a translation, without a page. */
function field(initial: Content) {
  const editor = buildEditorFromExtensions(InlineExtension)
  const changes: Content[] = []
  const stopRules = registerWholeCodes(editor)
  const bound = bindField(editor, {
    unit: 'unit',
    lines: 'many',
    initial,
    change: (next) => {
      changes.push(next)
      return true
    },
    hold: (give) => give(),
    settle: () => {},
    enter: () => {},
    emptyBackspace: () => {},
  })
  onTestFinished(() => {
    bound.stop()
    stopRules()
  })
  return { editor, bound, edit: (work: () => void) => editor.update(work, { discrete: true }) }
}

const $leaves = (node: LexicalNode): LexicalNode[] =>
  $isElementNode(node) ? node.getChildren().flatMap($leaves) : [node]
const codes = (said: Content) => codesIn(said).filter(({ type }) => type === 'inlineCode')

test('a translation has the pieces of code that it came with, those side by side too', () => {
  fc.assert(
    fc.property(content, (said) => {
      const { bound } = field(said)
      // Code without a letter is nothing that anybody could see or remove.
      expect(codes(bound.content())).toEqual(
        codes(said).filter((one) => one.type === 'inlineCode' && one.value !== ''),
      )
    }),
    { numRuns: 200 },
  )
  const side = [code('a'), code('b')]
  expect(field(side).bound.content()).toEqual(side)
})

test('what is typed anywhere leaves every piece of code whole', () => {
  const key = fc.record({ offset: fc.nat(30), letters: fc.constantFrom('x', '語', ' ', '`') })
  fc.assert(
    fc.property(content, fc.array(key, { maxLength: 8 }), (said, keys) => {
      const { editor, bound, edit } = field(said)
      const there = codes(bound.content())
      for (const { offset, letters } of keys) {
        bound.select(offset)
        edit(() => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, letters))
      }
      expect(codes(bound.content())).toEqual(there)
      editor.read(() => {
        for (const leaf of $leaves($getRoot()))
          expect($isTextNode(leaf) && leaf.hasFormat('code')).toBe(false)
      })
    }),
    { numRuns: 100 },
  )
})

test('to remove beside a piece of code removes all of it', () => {
  const { bound, edit } = field([text('Run '), code('rotate'), text(' now')])
  bound.select(10)
  edit(() => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) selection.deleteCharacter(true)
  })
  expect(bound.content()).toEqual([text('Run  now')])
})

test('words that are selected become a piece, and where none are there is nothing to mark', () => {
  const { editor, bound, edit } = field([text('Run rotate now')])
  bound.select(4)
  edit(() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'code'))
  edit(() => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'x'))
  expect(bound.content()).toEqual([text('Run xrotate now')])
  edit(() => {
    const [words] = $leaves($getRoot())
    if ($isTextNode(words)) words.select(5, 11)
    editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'code')
  })
  expect(bound.content()).toEqual([text('Run x'), code('rotate'), text(' now')])
  editor.read(() => expect($leaves($getRoot()).filter($isCodePieceNode)).toHaveLength(1))
})
