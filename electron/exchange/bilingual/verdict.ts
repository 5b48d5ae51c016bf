import { notesIn } from '../../../model/document/note.ts'
import { passagesIn } from '../../../model/document/passage.ts'
import { factsIn, isBlank, type Content } from '../../../model/document/text.ts'
import {
  TRANSLATION_STATES,
  type Translation,
  type TranslationState,
} from '../../../model/document/translation.ts'
import { contentHash } from '../../../model/units/hash.ts'
import type { ReturnedUnit } from './bilingual.ts'
import { knownCodes } from './code.ts'
import { contentOf } from './content.ts'
import { isHash, sourceOf } from './source.ts'

/** What a format keeps of a text: what it would read back after writing it. */
export type Normal = (content: Content, source: Content) => Content

/** What becomes of a unit of a file. `codes`: it has other facts, notes or passages than its source. */
export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'kept'; readonly content: Content }
  | {
      readonly kind: 'take'
      readonly content: Content
      readonly state: TranslationState
      readonly sourceHash: string
      readonly codes: boolean
    }

const rank = (state: TranslationState): number => TRANSLATION_STATES.indexOf(state)

/** Whether a translation carries the facts, notes and passages of its source, in whatever order. */
const sameCodes = (source: Content, target: Content): boolean =>
  [factsIn, notesIn, passagesIn].every(
    (list) => String(list(source).toSorted()) === String(list(target).toSorted()),
  )

/**
 * A translation is taken where nobody here touched ours since the file left, and ours was not approved. What the tool left
 * as it was says nothing, unless there is nothing here.
 */
export function verdictOf(
  unit: ReturnedUnit,
  source: Content,
  ours: Translation | undefined,
  normal: Normal,
): Verdict {
  if (unit.target === undefined) return { kind: 'nothing' }
  const content = contentOf(unit.target, knownCodes(source, ours?.content ?? []))
  if (content === null) return { kind: 'broken' }
  if (isBlank(content)) return { kind: 'nothing' }
  const hash = contentHash(content)
  const { targetHash, state = 'translated' } = unit
  const text = targetHash !== undefined && isHash(targetHash, hash)
  const untouched = text && (unit.stateThen === undefined || unit.stateThen === state)
  const then = sourceOf(unit, source)
  const sourceHash = (untouched ? unit.staleHash : undefined) ?? then.hash
  if (ours === undefined || isBlank(ours.content)) {
    const codes = !untouched && !sameCodes(source, content)
    return { kind: 'take', content, state: codes ? 'draft' : state, sourceHash, codes }
  }
  if (untouched) return { kind: 'nothing' }
  const before = contentHash(ours.content)
  if (before === hash || contentHash(normal(ours.content, source)) === hash) {
    // The same words: at most somebody stands by them now who did not before.
    const confirmed = rank(state) > rank(ours.state)
    const fresh = ours.sourceHash !== then.hash && state !== 'draft' && unit.state !== undefined
    if (then.drifted || !(confirmed || fresh)) return { kind: 'nothing' }
    const higher = confirmed ? state : ours.state
    return { kind: 'take', content: ours.content, state: higher, sourceHash, codes: false }
  }
  const since = targetHash === undefined || !isHash(targetHash, before)
  if (since || ours.state === 'approved') return { kind: 'kept', content }
  const codes = !sameCodes(source, content)
  return { kind: 'take', content, state: codes ? 'draft' : state, sourceHash, codes }
}
