import type { Table } from '../../../model/document/prose.ts'
import type { Draft, SectionDraft } from './draft.ts'

const ROWS = ['table', 'console', 'tickets', 'chat']
const COLUMNS = ['tool', 'shows', 'seen']

const tools = (draft: Draft): Table => ({
  type: 'table',
  align: [null, null, null],
  children: ROWS.map((row) => ({
    type: 'tableRow',
    children: COLUMNS.map((column) => {
      const { data, children } = draft.paragraph(`impact.${row}.${column}`)
      return { type: 'tableCell', data, children }
    }),
  })),
})

export const impact = (draft: Draft): SectionDraft =>
  draft.section('impact', 'impact', [
    draft.prose('impact.intro'),
    draft.measure('impact.tenants', 'reach', 'tenants'),
    draft.measure('impact.time', 'window-length', 'control'),
    draft.measure('impact.changes', 'reach', 'changes'),
    draft.prose('impact.lead'),
    draft.block('impact.tools', tools(draft)),
    draft.prose('impact.harmless'),
    draft.prose('impact.statement.lead'),
    draft.block('impact.statement.quote', {
      type: 'blockquote',
      children: [draft.paragraph('impact.statement')],
    }),
    draft.prose('impact.statement.after'),
  ])
