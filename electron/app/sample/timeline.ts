import type { TimeValue } from '../../../model/document/time.ts'
import type { Draft, SectionDraft } from './draft.ts'

const day = (date: string): TimeValue => ({ kind: 'date', date })
const at = (time: string): TimeValue => ({ kind: 'instant', at: time, zone: 'UTC' })

export const timeline = (draft: Draft): SectionDraft =>
  draft.section('timeline', 'timeline', [
    draft.prose('timeline.intro'),
    draft.event('timeline.window', {
      kind: 'span',
      of: 'date',
      start: '2022-01-16',
      end: '2022-01-21',
    }),
    draft.event('timeline.alert', at('2022-01-20T23:18Z')),
    draft.event('timeline.escalate', at('2022-01-20T23:46Z')),
    draft.event('timeline.control', day('2022-01-21')),
    draft.event('timeline.suspend', at('2022-01-21T00:28Z')),
    draft.event('timeline.indicators', at('2022-01-21T18:00Z')),
    draft.event('timeline.investigated', day('2022-02-28')),
    draft.event('timeline.report', day('2022-03-10')),
    draft.event('timeline.summary', day('2022-03-17')),
    draft.event('timeline.screenshots', at('2022-03-22T03:30Z')),
    draft.event('timeline.matched', at('2022-03-22T05:00Z')),
    draft.event('timeline.full', at('2022-03-22T12:27Z')),
    draft.event('timeline.notify', day('2022-03-22')),
    draft.event('timeline.account', day('2022-04-19')),
  ])
