import type { Draft, SectionDraft } from './draft.ts'

const QUERY = `event.type = "support.session"
and actor.employer = "contractor"
and time >= "2022-01-16" and time < "2022-01-22"`

export const questions = (draft: Draft): SectionDraft =>
  draft.section('questions', 'questions', [
    draft.question('questions.do'),
    draft.question('questions.mine'),
    draft.question('questions.why'),
    draft.question('questions.number'),
    draft.question('questions.service'),
    draft.question('questions.unknown'),
    draft.prose('questions.query'),
    draft.block('questions.query.code', { type: 'code', lang: 'text', value: QUERY }),
  ])

export const outlook = (draft: Draft): SectionDraft =>
  draft.section('outlook', 'outlook', [
    draft.prose('outlook.actions'),
    draft.prose('outlook.sorry'),
    draft.prose('outlook.contact'),
  ])
