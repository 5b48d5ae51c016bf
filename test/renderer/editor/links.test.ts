import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  defineExtension,
  INSERT_PARAGRAPH_COMMAND,
  REMOVE_TEXT_COMMAND,
  type ElementNode,
} from 'lexical'
import { expect, test } from 'vitest'
import type { Block, ProseBlock } from '../../../model/document/block.ts'
import type { Paragraph } from '../../../model/document/prose.ts'
import { plainText, type Content } from '../../../model/document/text.ts'
import { sizeOf } from '../../../renderer/editor/passage/points.ts'
import { runBench } from './run-bench.ts'

const text = (value: string) => ({ type: 'text' as const, value })
const link = (value: string) => ({
  type: 'link' as const,
  url: 'https://example.org/',
  children: [text(value)],
})

const br = { type: 'break' as const }
const fact = { type: 'fact' as const, fact: 'f1', form: 'long' as const }

async function bench(texts: readonly Content[]) {
  const defects: Error[] = []
  const run = await runBench(
    texts.map((children, at): Block => {
      const id = `text${at}`
      const node: Paragraph = { type: 'paragraph', data: { id }, children: [...children] }
      return { id, order: `a${at}`, audience: 'public', kind: 'prose', node }
    }),
    defineExtension({ name: 'test/defects', onError: (error) => void defects.push(error) }),
  )
  return { ...run, defects, blocks: () => run.blocks() as readonly ProseBlock[] }
}

interface Place {
  readonly key: string
  readonly offset: number
  readonly type: 'text' | 'element'
  /** How much of everything stands before it; the end of a block is one. */
  readonly at: number
}

/** Every place that a caret can be in: in each text, and between the children of each element. */
function $places(): Place[] {
  const out: Place[] = []
  let at = 0
  const walk = (element: ElementNode): void => {
    element.getChildren().forEach((child, index) => {
      out.push({ key: element.getKey(), offset: index, type: 'element', at })
      if ($isTextNode(child))
        for (let offset = 0; offset <= child.getTextContentSize(); offset++)
          out.push({ key: child.getKey(), offset, type: 'text', at: at + offset })
      if ($isElementNode(child)) walk(child)
      else at += sizeOf(child)
    })
    out.push({ key: element.getKey(), offset: element.getChildrenSize(), type: 'element', at })
  }
  for (const line of $getRoot().getChildren()) {
    if ($isElementNode(line)) walk(line)
    at += 1
  }
  return out
}

/** The texts, with the letters of links as capitals. */
const say = (blocks: readonly ProseBlock[]): string =>
  blocks
    .map(({ node }) =>
      (node as Paragraph).children
        .map((child) => {
          const words = plainText([child], () => '#')
          return child.type === 'link' ? words.toUpperCase() : words
        })
        .join(''),
    )
    .join('¶')

const CASES: readonly (readonly Content[])[] = [
  [[text('ab'), link('cd'), text('ef')], [text('gh')]],
  [[link('cd')], [link('gh'), text('ij')]],
  [[{ ...link('cd'), children: [text('cd'), br] }], [text('gh'), br, text('i')]],
  [[text('ab'), fact], [text('ghij')]],
  [
    [text('ab'), br],
    [link('ghij'), fact],
  ],
  [[fact], [{ ...link('cd'), children: [text('cd'), br, fact, text('ef')] }, br]],
]

test.each(['remove', 'type', 'enter'] as const)(
  'to %s over any part of texts with links loses and moves nothing else',
  async (kind) => {
    for (const given of CASES) {
      const { editor, edit, blocks, session, defects } = await bench(given)
      const before = say(blocks())
      const count = editor.read(() => $places().length)
      for (let one = 0; one < count; one++)
        for (let other = 0; other < count; other++) {
          const at: number[] = []
          edit(() => {
            const [from, to] = [$places()[one]!, $places()[other]!]
            at.push(from.at, to.at)
            const selection = $getRoot().selectStart()
            selection.anchor.set(from.key, from.offset, from.type)
            selection.focus.set(to.key, to.offset, to.type)
          })
          edit(() => {
            if (kind === 'remove') editor.dispatchCommand(REMOVE_TEXT_COMMAND, null)
            else if (kind === 'type') editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, 'Z')
            else editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
          })
          const put = { remove: '', type: 'Z', enter: '¶' }[kind]
          const left = before.slice(0, Math.min(...at)) + put + before.slice(Math.max(...at))
          expect(defects).toEqual([])
          expect(say(blocks()), `${before} ${at.join('–')}`).toBe(left)
          while (say(blocks()) !== before) session.undo()
          expect(blocks().map(({ id }) => id)).toEqual(given.map((_, row) => `text${row}`))
        }
    }
  },
  60_000,
)
