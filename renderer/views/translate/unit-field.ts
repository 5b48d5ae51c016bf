/** Places whose name helps a translator choose the words; what stands nowhere special is called nothing. */
export type FieldName =
  | 'title'
  | 'heading'
  | 'workstream'
  | 'statement'
  | 'lesson'
  | 'action'
  | 'event'
  | 'label'
  | 'question'
  | 'answer'
  | 'alt'
  | 'caption'
  | 'attribution'

const BY_KIND: Readonly<Record<string, FieldName>> = {
  lesson: 'lesson',
  action: 'action',
  event: 'event',
}
const BY_FIELD = new Set<string>([
  'title',
  'heading',
  'workstream',
  'statement',
  'label',
  'question',
  'answer',
  'alt',
  'caption',
  'attribution',
])

/** What to call the place of a unit: by its field, and where the field is just "text", by the kind of its block. */
export function fieldKey(field: string, kind: string | null): FieldName | null {
  if (BY_FIELD.has(field)) return field as FieldName
  return (kind !== null && BY_KIND[kind]) || null
}
