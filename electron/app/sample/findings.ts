import type { Draft, SectionDraft } from './draft.ts'

export const findings = (draft: Draft): SectionDraft =>
  draft.section('findings', 'findings', [
    draft.prose('findings.intro'),
    draft.finding('findings.workstation', {
      outcome: 'happened',
      confidence: 'confirmed',
      evidence: 'Final forensic report, section 1: image of the workstation',
      replaces: '',
    }),
    draft.finding('findings.period', {
      outcome: 'happened',
      confidence: 'confirmed',
      evidence: 'Final forensic report, section 2',
      replaces: 'Statement of 22 March: access during five days. That was the potential period.',
    }),
    draft.finding('findings.access', {
      outcome: 'happened',
      confidence: 'confirmed',
      evidence: 'Final forensic report, section 3; console, ticketing and chat logs of the day',
      replaces: 'Statement of 22 March: at most 366 customers. That was the potential reach.',
    }),
    draft.finding('findings.attempts', {
      outcome: 'attempted',
      confidence: 'confirmed',
      evidence: 'Final forensic report, section 4: no attempt was completed',
      replaces: '',
    }),
    draft.finding('findings.signin', {
      outcome: 'did-not-happen',
      confidence: 'confirmed',
      evidence: 'Final forensic report, section 4; sign-in logs, no match with the indicators',
      replaces: '',
    }),
    draft.finding('findings.copies', {
      outcome: 'unknown',
      confidence: null,
      evidence: 'The remote session left no trace of copies. Asked the forensic firm twice.',
      replaces: '',
    }),
  ])
