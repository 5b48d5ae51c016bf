import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { AnswerSchema } from '../../../model/document/answer.ts'
import { AudienceSchema } from '../../../model/document/audience.ts'
import { isEntry } from '../../../model/document/block.ts'
import {
  COMMITMENTS,
  CONFIDENCES,
  HORIZONS,
  LANES,
  OUTCOMES,
} from '../../../model/document/entry.ts'
import { FACT_STATUSES } from '../../../model/document/fact.ts'
import { FlowSchema, type Flow } from '../../../model/document/prose.ts'
import { textsOf } from '../../../model/document/says.ts'
import { SECTION_KINDS } from '../../../model/document/section.ts'
import { DateSchema, TimeValueSchema } from '../../../model/document/time.ts'
import { LOOKS } from '../../../model/theme/theme.ts'
import { readDate } from '../../../model/facts/date.ts'
import { readValue } from '../../../model/facts/read.ts'
import type { Side } from '../../../model/history/side.ts'
import { useFormat } from '../../i18n/format.ts'

/** The labels of the fields whose values are compared, by their names in the model. */
const LABELS = {
  outcome: 'write:finding.outcome',
  confidence: 'write:finding.confidence',
  evidence: 'write:finding.evidence',
  replaces: 'write:finding.replaces',
  supersedes: 'entries:chooseEarlier',
  links: 'entries:links',
  workstream: 'write:action.workstream',
  commitment: 'write:action.commitment',
  horizon: 'write:action.horizon',
  due: 'write:action.due',
  owner: 'write:action.owner',
  ticket: 'write:action.ticket',
  when: 'write:event.when',
  endUncertain: 'timeline:endUncertain',
  lane: 'write:event.lane',
  asset: 'figure:image',
  decorative: 'figure:decorative',
  potential: 'write:measure.potential',
  confirmed: 'write:measure.confirmed',
  zone: 'timeline:zone',
  theme: 'theme:theme',
  organisation: 'write:details.organisation',
  reference: 'write:details.reference',
  authors: 'write:details.authors',
  contact: 'write:details.contact',
  slug: 'write:details.slug',
  site: 'write:details.site',
  incidentOn: 'write:details.incidentOn',
  publishedOn: 'write:details.publishedOn',
  updatedOn: 'write:details.updatedOn',
  answers: 'readers:title',
  audience: 'write:section.audience',
  kind: 'write:section.kind',
  form: 'editor:toolbar.style',
  locales: 'translate:languages',
  name: 'editor:fact.name',
  status: 'editor:fact.status',
} as const

type Field = keyof typeof LABELS
export const isField = (field: string): field is Field => Object.hasOwn(LABELS, field)

const STYLES: Readonly<Record<Flow['type'], (node: Flow) => string>> = {
  paragraph: () => 'paragraph',
  heading: (node) => `heading${node.type === 'heading' ? node.depth : 1}`,
  list: (node) => (node.type === 'list' && node.ordered ? 'number' : 'bullet'),
  blockquote: () => 'quote',
  callout: (node) => (node.type === 'callout' ? node.tone : 'note'),
  code: () => 'code',
  table: () => 'table',
  thematicBreak: () => 'rule',
}
const BLOCK_STYLES = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'bullet',
  'number',
  'quote',
  'note',
  'important',
  'warning',
  'code',
  'table',
  'rule',
] as const

/** How the interface says a field of the model and a value of it, as a version has it. */
export function useValueText(): {
  label(field: Field): string
  value(field: Field, value: unknown, side: Side): string
} {
  const { t } = useTranslation([
    'history',
    'write',
    'editor',
    'translate',
    'readers',
    'entries',
    'timeline',
    'theme',
    'figure',
  ])
  const format = useFormat()
  const list = (value: unknown, say: (one: string) => string): string =>
    format.list(v.parse(v.array(v.string()), value).map(say))

  const entryText = (id: string, side: Side): string => {
    const block = side.blocks.get(id)?.block
    if (block === undefined || !isEntry(block)) return t('entries:gone')
    const [text] = textsOf(block)
    return side.words(side.units.get(text?.id ?? '') ?? []).join('') || t('entries:blank')
  }

  function said(field: Field, value: unknown, side: Side): string {
    switch (field) {
      case 'outcome':
        return t(`write:outcome.${v.parse(v.picklist(OUTCOMES), value)}`)
      case 'confidence':
        return t(`write:confidence.${v.parse(v.picklist(CONFIDENCES), value)}`)
      case 'commitment':
        return t(`write:commitment.${v.parse(v.picklist(COMMITMENTS), value)}`)
      case 'horizon':
        return t(`write:horizon.${v.parse(v.picklist(HORIZONS), value)}`)
      case 'lane':
        return t(`write:lane.${v.parse(v.picklist(LANES), value)}`)
      case 'theme': {
        const look = LOOKS.find((one) => one === value)
        return look === undefined ? t('theme:own') : t(`theme:looks.${look}`)
      }
      case 'audience':
        return t(`write:audience.${v.parse(AudienceSchema, value)}`)
      case 'kind':
        return t(`write:kind.${v.parse(v.picklist(SECTION_KINDS), value)}`)
      case 'status':
        return t(`editor:fact.statuses.${v.parse(v.picklist(FACT_STATUSES), value)}`)
      case 'due':
      case 'incidentOn':
      case 'publishedOn':
      case 'updatedOn':
        return readDate({ kind: 'date', date: v.parse(DateSchema, value) }, 'long', format.locale)
      case 'when':
        return readValue(v.parse(TimeValueSchema, value), 'long', format.locale)
      case 'potential':
      case 'confirmed': {
        const fact = side.facts.get(String(value))
        return fact ? side.read(fact) : t('history:absent')
      }
      case 'links':
        return list(value, (id) => entryText(id, side))
      case 'supersedes':
        return entryText(String(value), side)
      case 'endUncertain':
        return t('history:yes')
      case 'workstream': {
        const found = side.document.workstreams.find(({ id }) => id === value)
        const name = found ? side.words(side.units.get(found.name.id) ?? []).join('') : ''
        return name || t('write:action.unnamed')
      }
      case 'authors':
        return list(value, (name) => name)
      case 'answers': {
        const answered = v.parse(v.array(AnswerSchema), value)
        return format.list(answered.map(({ question }) => t(`readers:questions.${question}`)))
      }
      case 'decorative':
        return t('figure:yes')
      case 'locales':
        return list(value, (tag) => format.language(tag))
      case 'form': {
        const node = v.parse(FlowSchema, value)
        const style = v.parse(v.picklist(BLOCK_STYLES), STYLES[node.type](node))
        return t(`editor:block.${style}`)
      }
      default:
        // A fact that is corrected is named by its id; remarks are what they are.
        return side.facts.get(String(value))?.name ?? String(value)
    }
  }
  return {
    label: (field) => t(LABELS[field]),
    value(field, value, side) {
      const empty = value === null || value === undefined || value === '' || value === false
      const none = empty || (Array.isArray(value) && value.length === 0)
      return none ? t('write:notStated') : said(field, value, side)
    },
  }
}
