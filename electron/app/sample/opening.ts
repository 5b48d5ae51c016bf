import type { Draft, SectionDraft } from './draft.ts'

export const summary = (draft: Draft): SectionDraft =>
  draft.section('summary', 'summary', [
    draft.prose('summary.what'),
    draft.prose('summary.not'),
    draft.prose('summary.late'),
    draft.prose('summary.number'),
    draft.prose('summary.you'),
  ])

export const background = (draft: Draft): SectionDraft =>
  draft.section('background', 'prose', [
    draft.prose('background.role'),
    draft.prose('background.console'),
    draft.prose('background.gap'),
  ])
