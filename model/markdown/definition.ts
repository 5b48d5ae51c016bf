import type { Definition, FootnoteDefinition, Nodes } from 'mdast'
import { newId, type Identifier } from '../document/identifier.ts'

/** What a reference such as `[label][name]` may point at, and which definitions nothing pointed at. */
export interface Definitions {
  find(identifier: string): Definition | undefined
  /** A definition that no reference uses: its words would be lost with it. */
  isUnused(definition: Definition): boolean
  /** The id of the note that a reference calls; undefined where there is no such note. */
  note(identifier: string): Identifier | undefined
  /** The same for the note itself: undefined where nothing calls it, and for a second note of that name. */
  noteOf(definition: FootnoteDefinition): Identifier | undefined
}

/** CommonMark 4.7: names are compared without case, and the first definition of a name counts. */
export function definitionsIn(root: Nodes): Definitions {
  const byName = new Map<string, Definition>()
  const used = new Set<string>()
  const notes = new Map<string, { id: Identifier; node: FootnoteDefinition }>()
  const called = new Set<string>()
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
    if (node.type === 'footnoteReference') called.add(node.identifier)
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier))
      notes.set(node.identifier, { id: newId(), node })
    if ('children' in node) waiting.push(...node.children.toReversed())
    if (node.type === 'definition' && !byName.has(node.identifier))
      byName.set(node.identifier, node)
  }
  return {
    note: (identifier) => notes.get(identifier)?.id,
    noteOf(definition) {
      const note = notes.get(definition.identifier)
      return note?.node === definition && called.has(definition.identifier) ? note.id : undefined
    },
    find: (identifier) => byName.get(identifier),
    isUnused: (definition) =>
      byName.get(definition.identifier) !== definition || !used.has(definition.identifier),
  }
}
