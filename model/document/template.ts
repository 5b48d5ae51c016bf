import type { SectionKind } from './section.ts'

/** What a section is to say: its kind's usual guidance, or what one template asks of it. */
export const SPECIAL_GUIDANCE = [
  'exposure-impact',
  'exposure-findings',
  'exposure-response',
  'supplier-summary',
  'supplier-findings',
  'supplier-lessons',
  'outage-impact',
  'outage-timeline',
  'outage-findings',
  'vulnerability-impact',
  'vulnerability-response',
  'vulnerability-timeline',
  'correction-summary',
  'correction-findings',
  'correction-lessons',
] as const
export type Guidance = SectionKind | (typeof SPECIAL_GUIDANCE)[number]

interface TemplateSection {
  readonly kind: SectionKind
  readonly guidance?: Guidance
}

/**
 * What a postmortem can begin with: its sections in their order. The order is the one in which the readers of such a
 * report ask; ARCHITECTURE.md names the practice that it follows. Names are kept in documents and never change.
 */
export const TEMPLATES = {
  incident: [
    { kind: 'summary' },
    { kind: 'timeline' },
    { kind: 'impact' },
    { kind: 'findings' },
    { kind: 'response' },
    { kind: 'lessons' },
    { kind: 'actions' },
    { kind: 'questions' },
    { kind: 'outlook' },
  ],
  'data-exposure': [
    { kind: 'summary' },
    { kind: 'impact', guidance: 'exposure-impact' },
    { kind: 'response', guidance: 'exposure-response' },
    { kind: 'timeline' },
    { kind: 'findings', guidance: 'exposure-findings' },
    { kind: 'lessons' },
    { kind: 'actions' },
    { kind: 'questions' },
  ],
  'third-party': [
    { kind: 'summary', guidance: 'supplier-summary' },
    { kind: 'timeline' },
    { kind: 'impact' },
    { kind: 'findings', guidance: 'supplier-findings' },
    { kind: 'response' },
    { kind: 'lessons', guidance: 'supplier-lessons' },
    { kind: 'actions' },
    { kind: 'questions' },
  ],
  outage: [
    { kind: 'summary' },
    { kind: 'impact', guidance: 'outage-impact' },
    { kind: 'timeline', guidance: 'outage-timeline' },
    { kind: 'findings', guidance: 'outage-findings' },
    { kind: 'response' },
    { kind: 'lessons' },
    { kind: 'actions' },
  ],
  vulnerability: [
    { kind: 'summary' },
    { kind: 'impact', guidance: 'vulnerability-impact' },
    { kind: 'response', guidance: 'vulnerability-response' },
    { kind: 'findings' },
    { kind: 'timeline', guidance: 'vulnerability-timeline' },
    { kind: 'actions' },
    { kind: 'questions' },
  ],
  correction: [
    { kind: 'summary', guidance: 'correction-summary' },
    { kind: 'findings', guidance: 'correction-findings' },
    { kind: 'impact' },
    { kind: 'lessons', guidance: 'correction-lessons' },
    { kind: 'questions' },
  ],
  blank: [],
} as const satisfies Record<string, readonly TemplateSection[]>

export type TemplateName = keyof typeof TEMPLATES
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[]

export const sectionsOfTemplate = (name: TemplateName): readonly TemplateSection[] =>
  TEMPLATES[name]

/** What a section of a kind is to say in a postmortem that began with a template, also where it was added later. */
export const guidanceFor = (name: TemplateName, kind: SectionKind): Guidance =>
  sectionsOfTemplate(name).find((section) => section.kind === kind)?.guidance ?? kind
