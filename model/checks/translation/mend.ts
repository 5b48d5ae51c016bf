import type { Content, Phrasing } from '../../document/text.ts'
import { lengthOf } from '../../document/splice.ts'
import type { Edit } from './pair.ts'

/** The text of a node with a stretch replaced. `done` says whether the new characters stand somewhere already. */
function replaced(content: Content, base: number, edit: Edit, state: { done: boolean }): Content {
  const out: Phrasing[] = []
  let at = base
  for (const node of content) {
    const [from, to] = [at, at + lengthOf(node)]
    at = to
    if (edit.start > to || edit.end < from) out.push(node)
    else if (node.type === 'text') {
      const [first, last] = [Math.max(edit.start, from) - from, Math.min(edit.end, to) - from]
      // At a seam the new characters belong to what stands before.
      const owns = !state.done && edit.start >= from && (edit.start < to || edit.start === edit.end)
      const value = node.value.slice(0, first) + (owns ? edit.text : '') + node.value.slice(last)
      if (owns) state.done = true
      if (value !== '') out.push({ ...node, value })
    } else if ('children' in node) {
      const children = replaced(node.children, from, edit, state)
      if (children.length > 0) out.push({ ...node, children })
    }
    // An object that an edit covers is never taken out: only characters are mended.
    else out.push(node)
  }
  return out
}

/** A text with its edits made, from the last to the first; marks, facts and notes stay. */
export function mended(content: Content, edits: readonly Edit[]): Content {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce<Content>((text, edit) => {
      const state = { done: false }
      const next = replaced(text, 0, edit, state)
      return state.done || edit.text === '' ? next : [...next, { type: 'text', value: edit.text }]
    }, content)
}
