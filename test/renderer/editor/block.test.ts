import { buildEditorFromExtensions } from '@lexical/extension'
import fc from 'fast-check'
import { $getRoot, type LexicalEditor } from 'lexical'
import { expect, test } from 'vitest'
import { containersOf, type Flow } from '../../../model/document/prose.ts'
import { factsIn, plainText, type Content } from '../../../model/document/text.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { $flowOf, $nodeOf } from '../../../renderer/editor/block.ts'
import { ProseExtension } from '../../../renderer/editor/extension.ts'
import { $contentOf, $nodesOf } from '../../../renderer/editor/phrasing/convert.ts'
import { $isOpaqueNode } from '../../../renderer/editor/opaque/node.ts'
import { $createParagraphNode } from 'lexical'
import { content, plainFlow, strangeFlow } from './flows.ts'

const editor: LexicalEditor = buildEditorFromExtensions(ProseExtension)

function inEditor<T>(work: () => T): T {
  let result: T | undefined
  editor.update(
    () => {
      $getRoot().clear()
      result = work()
    },
    { discrete: true, tag: 'session' },
  )
  return result as T
}

const through = (flow: Flow): { flow: Flow; opaque: boolean } =>
  inEditor(() => {
    const node = $nodeOf({
      id: 'data' in flow ? flow.data.id : 'block',
      audience: 'public',
      node: flow,
    })
    return { flow: $flowOf(node), opaque: $isOpaqueNode(node) }
  })

const textThrough = (children: Content): Content =>
  inEditor(() => $contentOf($createParagraphNode().append(...$nodesOf(children))))

/** A character and what covers it, so that two nestings of the same marks are equal. */
const spell = (children: Content, marks = ''): string[] =>
  children.flatMap((node): string[] => {
    switch (node.type) {
      case 'text':
        return [...node.value].map((letter) => `${letter} ${marks}`)
      case 'inlineCode':
        return [...node.value].map((letter) => `${letter} ${marks}code`)
      case 'break':
        return ['break']
      case 'fact':
        return [`${node.fact} ${node.form} ${marks}`]
      case 'link':
        return spell(
          node.children,
          marks.includes('link') ? marks : sorted(marks, `link(${node.url}|${node.title ?? ''})`),
        )
      case 'footnoteReference':
        return [`${node.note} note ${marks}`]
      case 'passage':
        return spell(node.children, sorted(marks, `passage(${node.audience})`))
      default:
        return spell(node.children, sorted(marks, node.type))
    }
  })
const sorted = (marks: string, mark: string): string =>
  [...new Set([...marks.split(';').filter(Boolean), mark])].toSorted().join(';') + ';'

const mapText = (flow: Flow, read: (children: Content) => unknown): unknown =>
  [...containersOf(flow)].map(({ data, children }) => [data.id, read(children)])

test('a text keeps every character, mark, link, fact and break', () => {
  fc.assert(
    fc.property(content, (children) => {
      const back = textThrough(children)
      expect(spell(back)).toEqual(spell(children))
      expect(plainText(back, (fact) => fact)).toBe(plainText(children, (fact) => fact))
      expect(factsIn(back)).toEqual(factsIn(children))
    }),
    { numRuns: 1500 },
  )
})

test('a text that came out of the editor comes out of it again as it was', () => {
  fc.assert(
    fc.property(content, (children) => {
      const once = textThrough(children)
      const twice = textThrough(once)
      expect(twice).toEqual(once)
      expect(contentHash(twice)).toBe(contentHash(once))
    }),
    { numRuns: 1500 },
  )
})

test('every block keeps its structure, its ids and its words', () => {
  fc.assert(
    fc.property(plainFlow, (flow) => {
      const back = through(flow)
      expect(back.opaque).toBe(false)
      expect(mapText(back.flow, spell)).toEqual(mapText(flow, spell))
      const again = through(back.flow)
      expect(again.flow).toEqual(back.flow)
      // Structure alone, without the texts.
      const bare = (node: unknown): unknown =>
        JSON.parse(
          JSON.stringify(node, (key, value: unknown) =>
            key === 'children' &&
            Array.isArray(value) &&
            value.every((child: { type: string }) =>
              [
                'text',
                'strong',
                'emphasis',
                'delete',
                'inlineCode',
                'link',
                'break',
                'fact',
                'passage',
              ].includes(child.type),
            )
              ? []
              : value,
          ),
        )
      expect(bare(back.flow)).toEqual(bare(flow))
    }),
    { numRuns: 1500 },
  )
})

test('structure that the editor cannot edit is kept as it is', () => {
  fc.assert(
    fc.property(strangeFlow, (flow) => {
      expect(through(flow)).toEqual({ flow, opaque: true })
    }),
    { numRuns: 300 },
  )
})

test('two lists of a kind that touch stay two, in a quote as well', () => {
  const list = (id: string): Flow => ({
    type: 'list',
    ordered: true,
    children: [{ type: 'listItem', children: [{ type: 'paragraph', data: { id }, children: [] }] }],
  })
  const flow: Flow = { type: 'blockquote', children: [list('a'), list('b')] }
  expect(through(flow)).toEqual({ flow, opaque: false })
})
