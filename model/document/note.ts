import type { Block } from './block.ts'
import type { Identifier } from './identifier.ts'
import type { Postmortem } from './postmortem.ts'
import { containersOf } from './prose.ts'
import { textsOf } from './says.ts'
import type { Section } from './section.ts'
import type { Content } from './text.ts'

/** The notes that a text refers to, in order, with repetitions. */
export const notesIn = (content: Content): Identifier[] =>
  content.flatMap((node) =>
    node.type === 'footnoteReference'
      ? [node.note]
      : 'children' in node
        ? notesIn(node.children)
        : [],
  )

const inBlocks = new WeakMap<Block, readonly Identifier[]>()
const inSections = new WeakMap<Section, readonly Identifier[]>()
const inDocuments = new WeakMap<Postmortem, ReadonlyMap<Identifier, number>>()

/** The notes that a block refers to. Notes refer to none. Kept, because all but one block are the same after a key. */
export function notesOfBlock(block: Block): readonly Identifier[] {
  let notes = inBlocks.get(block)
  if (notes === undefined) {
    if (block.kind === 'prose')
      notes = [...containersOf(block.node)].flatMap(({ children }) => notesIn(children))
    else
      notes =
        block.kind === 'footnote' ? [] : textsOf(block).flatMap(({ content }) => notesIn(content))
    inBlocks.set(block, notes)
  }
  return notes
}

/** The notes that a section refers to, in order, with repetitions. A heading refers to none: it stands in contents too. */
export function notesOfSection(section: Section): readonly Identifier[] {
  let notes = inSections.get(section)
  if (notes === undefined) {
    const found: Identifier[] = []
    for (const block of section.blocks) {
      const called = notesOfBlock(block)
      if (called.length > 0) found.push(...called)
    }
    notes = found
    inSections.set(section, notes)
  }
  return notes
}

/** The number of each note that is referred to, from 1 in the order in which readers meet them. */
export function noteNumbers(document: Postmortem): ReadonlyMap<Identifier, number> {
  let numbers = inDocuments.get(document)
  if (numbers === undefined) {
    numbers = new Map(
      [...new Set(document.sections.flatMap(notesOfSection))].map((id, at) => [id, at + 1]),
    )
    inDocuments.set(document, numbers)
  }
  return numbers
}
