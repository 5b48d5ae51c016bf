import type { Known } from './secrets.ts'

/** What names or orders things and says nothing to a reader. */
const STRUCTURE = new Set([
  ...['id', 'order', 'kind', 'type', 'audience', 'form', 'question', 'outcome', 'origin', 'state'],
  ...[
    'sourceHash',
    'changedAt',
    'at',
    'asset',
    'unit',
    'thread',
    'fact',
    'note',
    'block',
    'locale',
    'template',
  ],
])
/** Ids of our own making (RFC 9562), with what they are of; hashes; dates and times. */
const IDENTIFIER =
  /^((\w+:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}(-\d\d){0,2}(T[\d:.]+Z)?)$/

const nameOf = (value: object, above: string): string =>
  'kind' in value && typeof value.kind === 'string' ? value.kind : above

/**
 * Every text in a value of our own, whatever shape it has, so that a field that is added is among them by itself. `what` is the
 * innermost thing that has a kind, and the field.
 */
export function* leavesOf(value: unknown, what: string): Generator<Known, void, undefined> {
  if (typeof value === 'string') {
    if (value !== '' && !IDENTIFIER.test(value)) yield { what, text: value }
    return
  }
  if (Array.isArray(value)) {
    for (const one of value) yield* leavesOf(one, what)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const name = nameOf(value, what)
  const field = (key: string): string =>
    // The layers of a text are no fields of anything.
    ['content', 'children', 'value', 'node', 'sections', 'blocks'].includes(key)
      ? name
      : `${name.replace(/\..*/, '')}.${key}`
  for (const [key, inner] of Object.entries(value)) {
    if (STRUCTURE.has(key) && typeof inner === 'string') continue
    // A name in other languages stands under their tags.
    yield* leavesOf(inner, key === 'locales' ? name : field(key))
  }
}

/** Every id in a value of our own, by which other parts refer to it. */
export function* idsIn(value: unknown): Generator<string, void, undefined> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    if (key === 'id' && typeof inner === 'string') yield inner
    else yield* idsIn(inner)
}
