import type { Draft, SectionDraft } from './draft.ts'

export const findings = (draft: Draft): SectionDraft =>
  draft.section('findings', 'findings', [
    draft.prose('findings.intro'),
    draft.finding('findings.workstation', {
      outcome: 'happened',
      confidence: 'confirmed',
    }),
    draft.finding('findings.period', {
      outcome: 'happened',
      confidence: 'confirmed',
    }),
    draft.finding('findings.access', {
      outcome: 'happened',
      confidence: 'confirmed',
    }),
    draft.finding('findings.attempts', {
      outcome: 'attempted',
      confidence: 'confirmed',
    }),
    draft.finding('findings.signin', {
      outcome: 'did-not-happen',
      confidence: 'confirmed',
    }),
    draft.finding('findings.copies', {
      outcome: 'unknown',
      confidence: null,
    }),
  ])
