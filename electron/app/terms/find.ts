import type { Counterpart, FoundTerm } from '../../../model/contract/terms.ts'
import { flatText } from '../../../model/checks/translation/pair.ts'
import type { Content } from '../../../model/document/text.ts'
import { languageOf } from '../../../model/memory/pair.ts'
import { TERM_STATUSES, type Concept } from '../../../model/terms/concept.ts'
import { isOf } from '../../../model/terms/recognise.ts'
import type { Termbase } from '../../../model/terms/termbase.ts'

/** What a concept is called in a language, the best first; what never changes is called the same. */
function counterpartsOf(concept: Concept, own: string, to: string | null): Counterpart[] {
  if (to === null) return []
  const language = languageOf(to)
  const terms = concept.terms
    .filter(({ locale }) => languageOf(locale) === language && isOf(locale, to))
    .map(({ text, locale, status, note }) => ({ text, locale, status, note }))
    .toSorted((a, b) => TERM_STATUSES.indexOf(a.status) - TERM_STATUSES.indexOf(b.status))
  const isUsable = terms.some(({ status }) => status !== 'forbidden')
  return concept.untranslatable && !isUsable
    ? [{ text: own, locale: to, status: 'preferred', note: '' }, ...terms]
    : terms
}

/** The terms in a text with what they are called in another language. */
export const findTerms = (
  base: Termbase,
  content: Content,
  from: string,
  to: string | null,
): FoundTerm[] =>
  base.find(flatText(content), from).map(({ concept, term, start, end, part }) => ({
    concept: concept.id,
    start,
    end,
    part,
    term,
    untranslatable: concept.untranslatable,
    definition: concept.definition,
    note: concept.note,
    counterparts: counterpartsOf(concept, term.text, to),
  }))
