import type { DocumentState } from '../document/state.ts'
import type { Postmortem } from '../document/postmortem.ts'
import { allUnits } from '../units/unit.ts'
import { empty } from './empty.ts'
import { factUnknown } from './fact-unknown.ts'
import { factWithheld } from './fact-withheld.ts'
import { labelsMissing } from './labels.ts'
import { linkLost } from './link-lost.ts'
import { missing } from './missing.ts'
import { DOCUMENT_RULES, type DocumentRule, type Problem } from './problem.ts'
import { noteDiffers } from './note-differs.ts'
import { passageDiffers } from './passage-differs.ts'
import { pseudo } from './pseudo.ts'
import { queryOpen } from './query-open.ts'
import { reach } from './reach.ts'
import { stale } from './stale.ts'
import { subjectOf, type CheckOptions, type Subject } from './subject.ts'
import { untranslated } from './untranslated.ts'

const CHECKS: Readonly<Record<DocumentRule, (subject: Subject) => Problem[]>> = {
  untranslated,
  pseudo,
  stale,
  missing,
  empty,
  reach,
  'link-lost': linkLost,
  'labels-missing': labelsMissing,
  'fact-unknown': factUnknown,
  'passage-differs': passageDiffers,
  'note-differs': noteDiffers,
  'query-open': queryOpen,
  'fact-withheld': factWithheld,
}

/** Where each section, block and unit comes when the document is read from the top. */
function positions(document: Postmortem): ReadonlyMap<string, number> {
  const order: string[] = []
  for (const { id, place } of allUnits(document)) {
    if (place.section !== null) order.push(place.section)
    if (place.block !== null) order.push(place.block)
    order.push(id)
  }
  // The first mention counts; blocks without a text (code, rules) have no problems of their own.
  return new Map(order.map((id, index): [string, number] => [id, index]).toReversed())
}

/**
 * Every problem of a document and of what is translated of it: first those of the structure (locale null), then language by language with the
 * source first, each in reading order. The same state gives the same list. Facts and attributes that nobody stated
 * are no problem; see each rule for what is an error and what a warning.
 */
export function runChecks(state: DocumentState, options: CheckOptions): Problem[] {
  const subject = subjectOf(state, options)
  return inReadingOrder(
    DOCUMENT_RULES.flatMap((rule) => CHECKS[rule](subject)),
    subject,
  )
}

/** Problems language by language, those of the whole first, each in reading order. */
export function inReadingOrder(
  problems: readonly Problem[],
  { document, locales }: Pick<Subject, 'document' | 'locales'>,
): Problem[] {
  const at = positions(document)
  const locale = (problem: Problem): number =>
    problem.locale === null ? -1 : locales.indexOf(problem.locale)
  const place = ({ unit, place: { block, section } }: Problem): number =>
    at.get(unit ?? block ?? section ?? '') ?? -1
  return problems.toSorted((a, b) => locale(a) - locale(b) || place(a) - place(b))
}
