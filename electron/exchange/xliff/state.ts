import type { TranslationState } from '../../../model/document/translation.ts'

/** The states of XLIFF 2 (2.1, 4.3.1.31) and ours: each has one of the other. */
export const STATE_OUT: Readonly<Record<TranslationState, string>> = {
  draft: 'initial',
  translated: 'translated',
  reviewed: 'reviewed',
  approved: 'final',
}
export const STATE_IN: Readonly<Record<string, TranslationState>> = {
  initial: 'draft',
  translated: 'translated',
  reviewed: 'reviewed',
  final: 'approved',
}

/** The states of XLIFF 1.2 (section 2.2.2, `state`). */
export const STATE_IN_1_2: Readonly<Record<string, TranslationState>> = {
  new: 'draft',
  'needs-translation': 'draft',
  'needs-adaptation': 'draft',
  'needs-l10n': 'draft',
  'needs-review-translation': 'translated',
  'needs-review-adaptation': 'translated',
  'needs-review-l10n': 'translated',
  translated: 'translated',
  'signed-off': 'reviewed',
  final: 'approved',
}
