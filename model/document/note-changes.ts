import { footnote } from './blank.ts'
import type { Block, Footnote } from './block.ts'
import type { Change } from './change.ts'
import { noteNumbers, notesOfBlock } from './note.ts'
import { orderBetween } from './order.ts'
import type { Postmortem } from './postmortem.ts'
import { findBlock, type DocumentState } from './state.ts'

const referred = (block: Block | undefined): readonly string[] =>
  block === undefined ? [] : notesOfBlock(block)

/** The notes whose references a change touches. Most changes touch none, and then nothing else is looked at. */
function touched(document: Postmortem, change: Change): string[] {
  if (change.type === 'section.remove') {
    const section = document.sections.find(({ id }) => id === change.section)
    return (section?.blocks ?? []).flatMap(referred)
  }
  if (change.type !== 'block.put' && change.type !== 'block.remove') return []
  const id = change.type === 'block.put' ? change.block.id : change.block
  const before = referred(findBlock(document, id))
  const after = change.type === 'block.put' ? referred(change.block) : []
  return [
    ...before.filter((note) => !after.includes(note)),
    ...after.filter((note) => !before.includes(note)),
  ]
}

/**
 * What goes along with changes, in the same step: a note that nothing refers to any more goes, and one that is referred
 * to and is not there is made, with the words that `known` has of it where it was there before (cut and paste).
 */
export function noteChanges(
  before: DocumentState,
  changed: () => DocumentState,
  changes: readonly Change[],
  known: ReadonlyMap<string, Footnote>,
): Change[] {
  const notes = new Set(changes.flatMap((change) => touched(before.document, change)))
  if (notes.size === 0) return []
  const after = changed()
  const numbers = noteNumbers(after.document)
  return [...notes].flatMap((id): Change[] => {
    const there = findBlock(after.document, id)
    if (there !== undefined && !numbers.has(id)) return [{ type: 'block.remove', block: id }]
    if (there !== undefined || !numbers.has(id)) return []
    const home = after.document.sections.find(({ blocks }) =>
      blocks.some((block) => notesOfBlock(block).includes(id)),
    )
    if (home === undefined) return []
    const order = orderBetween(home.blocks.at(-1)?.order ?? null, null)
    return [
      { type: 'block.put', section: home.id, block: { ...(known.get(id) ?? footnote(id)), order } },
    ]
  })
}
