import type { Draft, SectionDraft } from './draft.ts'

/** The groups of actions, in their order. */
export const WORKSTREAMS = ['actions.contractors', 'actions.access', 'actions.customers'] as const

export const lessons = (draft: Draft): SectionDraft =>
  draft.section('lessons', 'lessons', [
    draft.lesson('lessons.ask'),
    draft.lesson('lessons.tell'),
    draft.lesson('lessons.see'),
    draft.lesson('lessons.bound'),
  ])

export function actions(draft: Draft): SectionDraft {
  const [contractors, access, customers] = WORKSTREAMS
  return draft.section('actions', 'actions', [
    draft.prose('actions.intro'),
    draft.action('actions.audit', contractors, {
      commitment: 'started',
      horizon: 'short-term',
      due: '2022-06-30',
      ticket: 'SEC-1041',
    }),
    draft.action('actions.zerotrust', contractors, {
      commitment: 'planned',
      horizon: 'long-term',
      due: '2022-12',
      ticket: 'SEC-1042',
    }),
    draft.action('actions.ended', contractors, {
      commitment: 'done',
      horizon: 'immediate',
      due: null,
      ticket: 'SEC-1043',
    }),
    draft.action('actions.devices', access, {
      commitment: 'started',
      horizon: 'short-term',
      due: '2022-05-31',
      ticket: 'SEC-1044',
    }),
    draft.action('actions.least', access, {
      commitment: 'started',
      horizon: 'short-term',
      due: '2022-07-31',
      ticket: 'SEC-1045',
    }),
    draft.action('actions.trace', access, {
      commitment: 'planned',
      horizon: 'long-term',
      due: '2022-10',
      ticket: 'SEC-1046',
    }),
    draft.action('actions.notice', customers, {
      commitment: 'planned',
      horizon: 'long-term',
      due: '2022-09-30',
      ticket: 'SEC-1047',
    }),
  ])
}
