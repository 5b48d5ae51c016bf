import { buildEditorFromExtensions } from '@lexical/extension'
import { $getRoot } from 'lexical'
import * as v from 'valibot'
import { expect } from 'vitest'
import { BlockSchema, isEntry, type Block } from '../../../model/document/block.ts'
import { notesIn, notesOfBlock } from '../../../model/document/note.ts'
import type { Flow, ListItem } from '../../../model/document/prose.ts'
import type { DocumentState } from '../../../model/document/state.ts'
import { isBlank, plainText, type Content } from '../../../model/document/text.ts'
import { documentForAudience } from '../../../model/units/audience-view.ts'
import { allUnits, unitsOfBlock } from '../../../model/units/unit.ts'
import { $flowOf, $nodeOf } from '../../../renderer/editor/block.ts'
import { ProseExtension } from '../../../renderer/editor/extension.ts'
import { $idOf } from '../../../renderer/editor/ids/state.ts'
import { $isOpaqueNode } from '../../../renderer/editor/opaque/node.ts'
import type { Bench } from './random-bench.ts'

/** A note is part of what a text says, though it has no words there. */
const said = (content: Content): string =>
  [plainText(content, (fact) => `{${fact}}`), ...notesIn(content)].join('|')

const blocksOf = ({ document }: DocumentState): Block[] =>
  document.sections.flatMap(({ blocks }) => blocks)

/** No id stands for two things: not two texts, not two blocks, and a block's own id is never that of a text. */
export function noIdTwice(state: DocumentState): void {
  const { document } = state
  const units = [...allUnits(document)].map(({ id }) => id)
  const texts = new Set(units)
  expect(texts.size).toBe(units.length)
  const blocks = blocksOf(state)
  const ids = [...blocks, ...document.sections].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id } of document.sections) expect(texts).not.toContain(id)
  for (const block of blocks)
    if (block.kind === 'prose' && 'data' in block.node) expect(block.id).toBe(block.node.data.id)
    else expect(texts, `the id of ${shapeOf(block)}`).not.toContain(block.id)
}

const shapeOf = (block: Block): string =>
  block.kind === 'prose' ? shapeOfFlow(block.node) : block.kind

/** No two neighbours have one order: nothing could be put between them. */
export function inOrder({ document }: DocumentState): void {
  for (const rows of [document.sections, ...document.sections.map(({ blocks }) => blocks)]) {
    const orders = rows.filter((row) => !('kind' in row) || row.kind !== 'footnote')
    orders.slice(1).forEach(({ order }, at) => expect(order > orders[at]!.order).toBe(true))
  }
}

/** Every note that is referred to is there, and no other. */
export function notesThere(state: DocumentState): void {
  const blocks = blocksOf(state)
  const called = new Set(blocks.flatMap(notesOfBlock))
  const there = blocks.filter(({ kind }) => kind === 'footnote').map(({ id }) => id)
  expect(new Set(there)).toEqual(called)
}

/** Texts that say something and are said once, by what they say. */
function textsOf({ document }: DocumentState): Map<string, string> {
  const texts = new Map<string, string>()
  const twice = new Set<string>()
  for (const { id, content } of allUnits(document)) {
    if (isBlank(content)) continue
    const words = said(content)
    if (texts.has(words)) twice.add(words)
    texts.set(words, id)
  }
  for (const words of twice) texts.delete(words)
  return texts
}

/** A text that is still there word for word is still under its id, and every translation is still that of its text. */
export function stable(before: DocumentState, after: DocumentState): void {
  const ids = new Map<string, string[]>()
  const now = new Map<string, string>()
  for (const { id, content } of allUnits(after.document)) {
    const words = said(content)
    ids.set(words, [...(ids.get(words) ?? []), id])
    now.set(id, words)
  }
  for (const [words, id] of textsOf(before)) {
    const found = ids.get(words)
    if (found === undefined) continue
    // Parted by a copy of its own beginning, which with the rest behind it says the same once more.
    const [begun = ''] = now.get(id)?.split('|') ?? []
    const parted = begun.trim() !== '' && words.startsWith(begun)
    if (!parted) expect(found, words).toContain(id)
  }
  for (const [unit, translation] of before.translations.get('nl') ?? [])
    expect(after.translations.get('nl')?.get(unit)).toEqual(translation)
}

/** The words that are typed in one step, and who reads them. */
const typed = (document: DocumentState['document']): Set<string> =>
  new Set(
    [...allUnits(document)].flatMap(
      ({ content }) => plainText(content, () => '').match(/id\d+/g) ?? [],
    ),
  )

/** Nobody reads what was not for them before. */
export function keptFrom(before: DocumentState, after: DocumentState): void {
  for (const reader of ['public', 'customer', 'regulator'] as const) {
    const read = typed(documentForAudience(before.document, reader))
    const reads = typed(documentForAudience(after.document, reader))
    for (const word of typed(before.document))
      if (!read.has(word)) expect(reads, `${reader} reads ${word}`).not.toContain(word)
  }
}

/** A block that was brought back says what it said, text by text, each with the translation it had; all else is as it was. */
export function broughtBack(
  before: DocumentState,
  version: DocumentState,
  after: DocumentState,
  id: string,
): void {
  const was = blocksOf(version).find((block) => block.id === id)!
  const known = new Set(blocksOf(before).map((block) => block.id))
  const is =
    blocksOf(after).find((block) => block.id === id && said0(block) === said0(was)) ??
    blocksOf(after).find((block) => !known.has(block.id) && said0(block) === said0(was))
  expect(is, said0(was)).toBeDefined()
  const [old, now] = [unitsOfBlock('', was), unitsOfBlock('', is!)].map((units) => [...units])
  old!.forEach((unit, at) => {
    const { content, ...there } = version.translations.get('nl')?.get(unit.id) ?? { content: [] }
    if ('unit' in there)
      expect(after.translations.get('nl')?.get(now![at]!.id)).toEqual({
        ...there,
        content,
        unit: now![at]!.id,
      })
  })
  for (const block of blocksOf(before)) {
    if (block.id === id || block.kind === 'footnote') continue
    expect(blocksOf(after)).toContainEqual(block)
  }
}

const said0 = (block: Block): string =>
  JSON.stringify([
    shapeOf(block),
    ...Array.from(unitsOfBlock('', block), ({ content }) => said(content)),
  ])

/** What the editor shows is what is stored, and showing that again changes nothing. */
export function shownIsStored({ editor, session, home }: Bench): void {
  const all = session.store.getState().state.document.sections.find(({ id }) => id === home)!.blocks
  const blocks = all.filter(({ kind }) => kind !== 'footnote')
  const end = blocks.findIndex(isEntry)
  const run = end === -1 ? blocks : blocks.slice(0, end)
  const shown = editor.getEditorState().read(
    () =>
      $getRoot()
        .getChildren()
        .map((node) => ({ id: $idOf(node), node: $flowOf(node), opaque: $isOpaqueNode(node) })),
    { editor },
  )
  const opaque = new Set(shown.filter((one) => one.opaque).map(({ id }) => id))
  if (run.length > 0 || shown.length !== 1)
    expect(shown.map(({ id, node }) => ({ id, node }))).toEqual(
      run.map((block) => (block.kind === 'prose' ? { id: block.id, node: block.node } : block)),
    )
  for (const block of run) {
    expect(v.is(BlockSchema, block), JSON.stringify(block)).toBe(true)
    // What is only shown is kept as it came, which the editor need not have made.
    if (block.kind === 'prose' && !opaque.has(block.id))
      expect(again(block.node, block.id), shapeOfFlow(block.node)).toEqual({
        flow: block.node,
        opaque: false,
      })
  }
}

function again(node: Flow, id: string): { flow: Flow; opaque: boolean } | undefined {
  let result: { flow: Flow; opaque: boolean } | undefined
  buildEditorFromExtensions(ProseExtension).update(
    () => {
      const made = $nodeOf({ id, audience: 'public', node })
      result = { flow: $flowOf(made), opaque: $isOpaqueNode(made) }
    },
    { discrete: true },
  )
  return result
}

/** The structure of a block without its words. */
const shapeOfFlow = (node: Flow | ListItem): string =>
  'children' in node &&
  node.type !== 'paragraph' &&
  node.type !== 'heading' &&
  node.type !== 'table'
    ? `${node.type}${'ordered' in node && node.ordered ? '#' : ''}(${node.children.map(shapeOfFlow).join(' ')})`
    : node.type
