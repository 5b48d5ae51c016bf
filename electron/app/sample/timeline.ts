import type { TimeValue } from '../../../model/document/time.ts'
import type { Draft, SectionDraft } from './draft.ts'

const day = (date: string): TimeValue => ({ kind: 'date', date })
const at = (time: string): TimeValue => ({ kind: 'instant', at: time, zone: 'UTC' })

export const timeline = (draft: Draft): SectionDraft =>
  draft.section('timeline', 'timeline', [
    draft.prose('timeline.intro'),
    draft.event('timeline.window', 'attacker', {
      kind: 'span',
      of: 'date',
      start: '2022-01-16',
      end: '2022-01-21',
    }),
    draft.event('timeline.alert', 'detection', at('2022-01-20T23:18Z')),
    draft.event('timeline.escalate', 'detection', at('2022-01-20T23:46Z')),
    draft.event('timeline.control', 'attacker', day('2022-01-21')),
    draft.event('timeline.suspend', 'response', at('2022-01-21T00:28Z')),
    draft.event('timeline.indicators', 'response', at('2022-01-21T18:00Z')),
    draft.event('timeline.investigated', 'response', day('2022-02-28')),
    draft.event('timeline.report', 'response', day('2022-03-10')),
    draft.event('timeline.summary', 'response', day('2022-03-17')),
    draft.event('timeline.screenshots', 'attacker', at('2022-03-22T03:30Z')),
    draft.event('timeline.matched', 'detection', at('2022-03-22T05:00Z')),
    draft.event('timeline.full', 'response', at('2022-03-22T12:27Z')),
    draft.event('timeline.notify', 'disclosure', day('2022-03-22')),
    draft.event('timeline.account', 'disclosure', day('2022-04-19')),
  ])
