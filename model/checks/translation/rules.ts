/** What is looked for in a text and its translation. Closed; each has a sentence in every interface language. */
export const QUALITY_RULES = [
  // values
  'number-missing', // a value of the source is not there
  'number-extra', // a value that the source does not have
  'number-changed', // one value became another
  'number-word', // the same, in words
  'number-unit', // its unit, its currency or its percent sign differs
  'number-separators', // it is set as in another language
  'date-order', // digits of a date read in another order
  'date-changed', // the same parts make other dates
  // what stands letter by letter
  'literal-missing',
  'literal-extra',
  // facts, links, code and marks
  'code-missing',
  'code-extra',
  'code-order',
  'break-differs',
  // punctuation
  'final-mark',
  'mark-repeated',
  'mark-space',
  'mark-width',
  'mark-inverted',
  'bracket-unpaired',
  'quote-unpaired',
  'quote-style',
  'ellipsis-style',
  // white space and characters
  'space-edge',
  'space-double',
  'character-broken',
  'character-hidden',
  'character-composed',
  'character-mixed',
  // words
  'word-doubled',
  'same-as-source',
  'part-untranslated',
  'script-other',
  'too-long',
  'too-short',
  // the termbase
  'term-missing', // none of the translations of a term of the source
  'term-forbidden', // a term that must not be used
  'term-altered', // what is called the same in every language is called something else
  'term-forbidden-source', // a forbidden term in the source itself
  // the whole
  'translation-differs', // one source, several translations
  'source-differs', // several sources, one translation
  'match-unedited', // what the memory had for another source was confirmed as it was
  // how far people stand by it
  'state-draft', // nobody confirmed it
  'state-translated', // nobody but its translator looked at it
  'state-reviewed', // nobody approved it
] as const
export type QualityRule = (typeof QUALITY_RULES)[number]
