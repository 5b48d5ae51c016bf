import type { QualityRule } from './rules.ts'

/** What the rules are about, in the order in which a person sets them. */
export const QUALITY_GROUPS = [
  'values',
  'literals',
  'codes',
  'marks',
  'characters',
  'words',
  'terms',
  'whole',
  'release',
] as const
export type QualityGroup = (typeof QUALITY_GROUPS)[number]

/** What each rule is about. */
export const GROUP_OF: Readonly<Record<QualityRule, QualityGroup>> = {
  'number-missing': 'values',
  'number-extra': 'values',
  'number-changed': 'values',
  'number-word': 'values',
  'number-unit': 'values',
  'number-separators': 'values',
  'date-order': 'values',
  'date-changed': 'values',
  'date-ambiguous': 'values',
  'zone-differs': 'values',
  'plural-form': 'values',
  'digits-mixed': 'values',
  'literal-missing': 'literals',
  'literal-extra': 'literals',
  'token-missing': 'literals',
  'code-missing': 'codes',
  'code-extra': 'codes',
  'code-order': 'codes',
  'code-space': 'codes',
  'break-differs': 'codes',
  'final-mark': 'marks',
  'mark-repeated': 'marks',
  'mark-space': 'marks',
  'mark-width': 'marks',
  'mark-inverted': 'marks',
  'bracket-unpaired': 'marks',
  'quote-unpaired': 'marks',
  'quote-style': 'marks',
  'ellipsis-style': 'marks',
  'apostrophe-style': 'marks',
  'dash-style': 'marks',
  'line-start': 'marks',
  'space-edge': 'characters',
  'space-double': 'characters',
  'space-border': 'characters',
  'character-broken': 'characters',
  'character-hidden': 'characters',
  'character-composed': 'characters',
  'character-mixed': 'characters',
  'character-script': 'characters',
  'word-doubled': 'words',
  'same-as-source': 'words',
  'part-untranslated': 'words',
  'script-other': 'words',
  'capital-start': 'words',
  'capitals-all': 'words',
  'register-mixed': 'words',
  'too-long': 'words',
  'too-short': 'words',
  'sentences-differ': 'words',
  'term-missing': 'terms',
  'term-forbidden': 'terms',
  'term-altered': 'terms',
  'acronym-missing': 'terms',
  'term-forbidden-source': 'terms',
  'translation-differs': 'whole',
  'source-differs': 'whole',
  'register-differs': 'whole',
  'match-unedited': 'whole',
  'state-draft': 'release',
  'state-translated': 'release',
  'state-reviewed': 'release',
}

/**
 * Not told from one text and its translation alone, but from all of them, from the termbase, or from what people said
 * of it.
 */
export const isOfWhole = (rule: QualityRule): boolean =>
  GROUP_OF[rule] === 'whole' || GROUP_OF[rule] === 'terms' || isOfState(rule)

/** It is about the state of a translation, and not about its words. */
export const isOfState = (rule: QualityRule): boolean => GROUP_OF[rule] === 'release'
