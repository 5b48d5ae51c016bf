import type { Change } from '../../../model/document/change.ts'
import type { Comment, CommentKind } from '../../../model/document/comment.ts'
import { newId } from '../../../model/document/identifier.ts'
import type { Session } from '../../session/session.ts'

/** What a comment is about: a text, in one language or, null, in the source. */
export interface Subject {
  readonly unit: string
  readonly locale: string | null
}

const now = (): string => new Date().toISOString()

/** The change that says something. `thread`: the comment that it answers. */
export const saying = (
  { user }: Session,
  { unit, locale }: Subject,
  kind: CommentKind,
  text: string,
  thread: string | null = null,
): Change => ({
  type: 'comment.put',
  comment: { id: newId(), unit, locale, kind, thread, text, by: user, at: now(), resolved: null },
})

/** The change that settles a thread, or opens it again. */
export const settling = ({ user }: Session, head: Comment, settled: boolean): Change => ({
  type: 'comment.put',
  comment: { ...head, resolved: settled ? { by: user, at: now() } : null },
})
