import type { Draft, SectionDraft } from './draft.ts'

export const response = (draft: Draft): SectionDraft =>
  draft.section('response', 'response', [
    draft.heading('response.january.heading'),
    draft.prose('response.january'),
    draft.heading('response.march.heading'),
    draft.block(
      'response.steps',
      draft.list(
        [
          'response.review',
          draft.item(
            'response.notify',
            draft.list(['response.notify.logs', 'response.notify.meaning']),
          ),
          'response.firm',
        ],
        true,
      ),
    ),
    draft.prose('response.documents'),
    draft.block(
      'response.documents.list',
      draft.list(['response.documents.report', 'response.documents.plan']),
    ),
    draft.prose('response.customers', 'customer'),
    draft.prose('response.internal', 'internal'),
  ])
