import type { Audience } from '../../../model/document/audience.ts'
import type { Content } from '../../../model/document/text.ts'
import type { Translation, TranslationState } from '../../../model/document/translation.ts'
import type { Comment, CommentKind } from '../../../model/document/comment.ts'
import type { Token } from './code.ts'

/** A unit on its way out. `group`: its section, null where it stands in none. */
export interface OutgoingUnit {
  readonly id: string
  readonly group: string | null
  /** What it is, by the names of the document: `heading`, `finding.statement`. */
  readonly name: string
  readonly source: Content
  readonly sourceHash: string
  readonly translation: Translation | undefined
  /** What is said about it, the oldest first; empty where that stays here. */
  readonly comments: readonly Comment[]
}

/** A postmortem in one language on its way to somebody's tool. `read` says what is shown for a code. */
export interface Outgoing {
  readonly postmortem: string
  readonly sourceLocale: string
  readonly locale: string
  readonly audience: Audience
  /** Sections in reading order with their kind. */
  readonly groups: ReadonlyMap<string, string>
  readonly units: readonly OutgoingUnit[]
  readonly read: (node: Content, locale: string) => string
}

/** What a file says about a unit. Undefined: it does not say. */
export interface ReturnedNote {
  readonly id: string | undefined
  /** Whether it is about the source or about the translation. */
  readonly about: 'source' | 'target'
  readonly kind: CommentKind
  readonly by: string
  readonly at: string | undefined
  /** The note that it answers. */
  readonly thread: string | undefined
  readonly text: string
}

/** A unit as it came back. Hashes are those that we had put in the file, or their first digits, where the tool kept them. */
export interface ReturnedUnit {
  readonly id: string
  /** The line of the file, or the row of the table. */
  readonly line: number
  readonly sourceHash: string | undefined
  /** Of the translation when it left; empty where there was none. */
  readonly targetHash: string | undefined
  /** Its state when it left. */
  readonly stateThen: TranslationState | undefined
  /** Of the source that a translation had been made from, where it was stale when it left. */
  readonly staleHash: string | undefined
  readonly source: readonly Token[]
  readonly target: readonly Token[] | undefined
  /** Undefined: the file has no word for it. */
  readonly state: TranslationState | undefined
  readonly notes: readonly ReturnedNote[]
}

export interface Returned {
  readonly postmortem: string
  readonly sourceLocale: string
  readonly locale: string
  readonly audience: Audience | undefined
  readonly units: readonly ReturnedUnit[]
}
