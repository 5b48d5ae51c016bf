import type { Content, PassageAudience, Phrasing } from '../document/text.ts'

/** What a text refers to, each once, in the order in which it is first met. */
interface References {
  readonly facts: readonly string[]
  readonly notes: readonly string[]
  readonly passages: readonly PassageAudience[]
}

function referencesIn(content: Content): References {
  const facts = new Set<string>()
  const notes = new Set<string>()
  const passages: PassageAudience[] = []
  const walk = (nodes: Content): void => {
    for (const node of nodes)
      if (node.type === 'fact') facts.add(node.fact)
      else if (node.type === 'footnoteReference') notes.add(node.note)
      else if ('children' in node) {
        if (node.type === 'passage') passages.push(node.audience)
        walk(node.children)
      }
  }
  walk(content)
  return { facts: [...facts], notes: [...notes], passages }
}

/** For each reference of one text that of the other in the same place; only where both have as many. */
const inPlace = (
  before: readonly string[],
  after: readonly string[],
): ReadonlyMap<string, string> =>
  before.length === after.length
    ? new Map(before.map((id, at) => [id, after[at]!]))
    : new Map(before.filter((id) => after.includes(id)).map((id) => [id, id]))

/** What stands for a fact that the text at hand does not have, as in a template. */
const UNKNOWN: Phrasing = { type: 'text', value: '…' }

/**
 * A remembered translation as the translation of `wanted`: the facts and notes of the text at hand in the places of those
 * that it was made with. A passage stays only where the text at hand has the same ones: what was written for a narrower
 * circle must not get into a text for everybody.
 */
export function adapted(source: Content, target: Content, wanted: Content): Content {
  const [before, after] = [referencesIn(source), referencesIn(wanted)]
  const facts = inPlace(before.facts, after.facts)
  const notes = inPlace(before.notes, after.notes)
  const withPassages = before.passages.join(' ') === after.passages.join(' ')
  const walk = (content: Content): Phrasing[] =>
    content.flatMap((node): Phrasing[] => {
      if (node.type === 'fact') {
        const fact = facts.get(node.fact)
        return [fact === undefined ? UNKNOWN : { ...node, fact }]
      }
      if (node.type === 'footnoteReference') {
        const note = notes.get(node.note)
        return note === undefined ? [] : [{ ...node, note }]
      }
      if (!('children' in node)) return [node]
      if (node.type === 'passage' && !withPassages) return []
      return [{ ...node, children: walk(node.children) }]
    })
  return walk(target)
}
