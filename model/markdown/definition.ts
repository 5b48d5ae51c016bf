import type { Definition, Nodes } from 'mdast'

/** What a reference such as `[label][name]` may point at, and which definitions nothing pointed at. */
export interface Definitions {
  find(identifier: string): Definition | undefined
  /** A definition that no reference uses: its words would be lost with it. */
  isUnused(definition: Definition): boolean
}

/** CommonMark 4.7: names are compared without case, and the first definition of a name counts. */
export function definitionsIn(root: Nodes): Definitions {
  const byName = new Map<string, Definition>()
  const used = new Set<string>()
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
    if ('children' in node) waiting.push(...node.children.toReversed())
    if (node.type === 'definition' && !byName.has(node.identifier))
      byName.set(node.identifier, node)
  }
  return {
    find: (identifier) => byName.get(identifier),
    isUnused: (definition) =>
      byName.get(definition.identifier) !== definition || !used.has(definition.identifier),
  }
}
