import * as v from 'valibot'
import { IdentifierSchema } from './identifier.ts'
import { LocaleSchema } from './locale.ts'

/**
 * `query`: it wants an answer, mostly from the author. `rejection`: why a reviewer sent a translation back. Each is open
 * until somebody says that it is settled.
 */
export const COMMENT_KINDS = ['comment', 'query', 'rejection'] as const
export type CommentKind = (typeof COMMENT_KINDS)[number]

const Instant = v.pipe(v.string(), v.isoTimestamp())
/** By the name that their system knows them by; empty where nobody knows. */
const Person = v.pipe(v.string(), v.maxLength(200))

/** What somebody says about a unit to those who work on it. No reader ever gets it. */
export const CommentSchema = v.strictObject({
  id: IdentifierSchema,
  unit: IdentifierSchema,
  /** The translation that it is about; null: the source. */
  locale: v.nullable(LocaleSchema),
  kind: v.picklist(COMMENT_KINDS),
  /** The comment that it answers; null: it begins a thread. */
  thread: v.nullable(IdentifierSchema),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)),
  by: Person,
  /** RFC 3339 in UTC with milliseconds. */
  at: Instant,
  /** Of the one that begins a thread: who settled it, and when. */
  resolved: v.nullable(v.strictObject({ by: Person, at: Instant })),
})
export type Comment = v.InferOutput<typeof CommentSchema>
