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
  'date-ambiguous', // digits in which nobody can tell day and month apart
  'zone-differs', // its time zone is another, or gone
  'plural-form', // the form of a unit that its number does not take
  'digits-mixed', // digits of two scripts
  // what stands letter by letter
  'literal-missing',
  'literal-extra',
  'token-missing', // a name with a capital inside
  // facts, links, code and marks
  'code-missing',
  'code-extra',
  'code-order',
  'code-space', // it touches a word
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
  'apostrophe-style',
  'dash-style',
  'line-start', // a mark that begins no line
  // white space and characters
  'space-edge',
  'space-double',
  'space-border', // between signs and Latin letters, here and not there
  'character-broken',
  'character-hidden',
  'character-composed',
  'character-mixed',
  'character-script', // a letter of neither language
  // words
  'word-doubled',
  'same-as-source',
  'part-untranslated',
  'script-other',
  'capital-start',
  'capitals-all',
  'register-mixed', // it speaks to its readers in two ways
  'too-long',
  'too-short',
  'sentences-differ',
  // the termbase
  'term-missing', // none of the translations of a term of the source
  'term-forbidden', // a term that must not be used
  'term-altered', // what is called the same in every language is called something else
  'acronym-missing', // capitals that stand for words, in none of the forms a language gives them
  'term-forbidden-source', // a forbidden term in the source itself
  // the whole
  'translation-differs', // one source, several translations
  'source-differs', // several sources, one translation
  'register-differs', // most other texts speak to their readers in another way
  'match-unedited', // what the memory had for another source was confirmed as it was
  // how far people stand by it
  'state-draft', // nobody confirmed it
  'state-translated', // nobody but its translator looked at it
  'state-reviewed', // nobody approved it
] as const
export type QualityRule = (typeof QUALITY_RULES)[number]
