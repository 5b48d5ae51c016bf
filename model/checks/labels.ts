import type { Problem } from './problem.ts'
import type { Subject } from './subject.ts'

/** An error: the words that a page says by itself would have to come from another language. */
export const labelsMissing = ({ locales, labelled }: Subject): Problem[] =>
  locales
    .filter((locale) => !labelled(locale))
    .map((locale) => ({
      rule: 'labels-missing',
      severity: 'error',
      locale,
      unit: null,
      place: { section: null, block: null, field: null },
      params: { locale },
    }))
