import * as v from 'valibot'
import { CommentSchema, type Comment } from '../../../model/document/comment.ts'
import { newId } from '../../../model/document/identifier.ts'
import type { ReturnedNote, ReturnedUnit } from './bilingual.ts'

/**
 * What notes of a file say that is not said here yet, unit by unit. A note of ours that came back as it left is nothing new; one with other
 * words answers what it was. The same words about the same text are not said twice, so that a file can come back twice.
 */
export function remarking(
  comments: readonly Comment[],
  locale: string,
  now: string,
): (unit: ReturnedUnit) => Comment[] {
  const byId = new Map(comments.map((one) => [one.id, one]))
  const said = new Set(comments.map(({ unit, text }) => `${unit} ${text}`))
  return ({ id: unit, notes }) =>
    notes.flatMap((note: ReturnedNote) => {
      const text = note.text.trim().slice(0, 10_000)
      const old = note.id === undefined ? undefined : byId.get(note.id)
      const ours = old?.unit === unit ? old : undefined
      if (text === '' || said.has(`${unit} ${text}`) || ours?.text.trim() === text) return []
      const answered = ours ?? byId.get(note.thread ?? '')
      const thread = answered?.unit === unit ? (answered.thread ?? answered.id) : null
      const comment = v.safeParse(CommentSchema, {
        id: newId(),
        unit,
        locale: ours ? ours.locale : note.about === 'source' ? null : locale,
        kind: ours ? 'comment' : note.kind,
        thread,
        text,
        by: note.by.slice(0, 200),
        at: ours ? now : (note.at ?? now),
        resolved: null,
      })
      if (!comment.success) return []
      said.add(`${unit} ${text}`)
      byId.set(note.id ?? comment.output.id, comment.output)
      return [comment.output]
    })
}
