import { ok, type Result } from '../../../model/errors/result.ts'
import { findTerms } from '../terms/find.ts'
import type { TermTools } from '../terms/termbase.ts'
import type { Term } from './engine.ts'
import type { TermsFor } from './translate.ts'

/** The terms of the termbase that stand in a text, each once, with what they are to be called. What may not be said is not said. */
export async function termsFrom(terms: TermTools): Promise<Result<TermsFor>> {
  const base = await terms.base()
  if (!base.ok) return base
  return ok((source, sourceLocale, locale) => {
    const found = new Map<string, Term>()
    for (const { term, untranslatable, counterparts } of findTerms(
      base.value,
      source,
      sourceLocale,
      locale,
    )) {
      const best = counterparts.find(({ status }) => status !== 'forbidden')
      if (untranslatable) found.set(term.text, { source: term.text, target: null })
      else if (best !== undefined) found.set(term.text, { source: term.text, target: best.text })
    }
    return [...found.values()]
  })
}
