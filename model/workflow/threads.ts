import type { Comment } from '../document/comment.ts'
import type { DocumentState } from '../document/state.ts'

/** A comment with its answers, the oldest first. */
export interface Thread {
  readonly head: Comment
  readonly answers: readonly Comment[]
}

const inTime = (a: Comment, b: Comment): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1

const NONE: ReadonlyMap<string, readonly Thread[]> = new Map()
const known = new WeakMap<object, ReadonlyMap<string, readonly Thread[]>>()

/** The threads of a postmortem by unit, the oldest first. An answer whose beginning is gone is gone with it. */
export function threadsOf({
  comments,
}: Pick<DocumentState, 'comments'>): ReadonlyMap<string, readonly Thread[]> {
  if (comments === undefined) return NONE
  const made = known.get(comments)
  if (made !== undefined) return made
  const all = [...comments.values()].toSorted(inTime)
  const answers = Map.groupBy(all, ({ thread }) => thread)
  const threads = all
    .filter(({ thread }) => thread === null)
    .map((head): Thread => ({ head, answers: answers.get(head.id) ?? [] }))
  const byUnit = Map.groupBy(threads, ({ head }) => head.unit)
  known.set(comments, byUnit)
  return byUnit
}

export const isOpenThread = ({ head }: Thread): boolean => head.resolved === null

/** The threads about a unit that concern a language: those of its translation and those about the source. */
export const threadsIn = (
  threads: readonly Thread[] | undefined,
  locale: string,
): readonly Thread[] =>
  threads?.filter(({ head }) => head.locale === null || head.locale === locale) ?? []
