import { attribute, elementsIn, within, type XmlElement } from '../../xml/element.ts'
import { isCore } from '../names.ts'
import { parseFragment } from './fragment.ts'
import { broken, brokenBy, type Violation } from './violation.ts'

const noteIds = (unit: XmlElement): Set<string | undefined> =>
  new Set(
    elementsIn(unit)
      .filter(({ local, namespace }) => isCore(namespace) && local === 'notes')
      .flatMap((notes) => elementsIn(notes).map((note) => attribute(note, 'id'))),
  )

/** A comment has its words in `value` or in a note of its own unit, and not in both (4.7.3.1.3). */
function* comment(mark: XmlElement, unit: XmlElement, file: string): Generator<Violation> {
  const value = attribute(mark, 'value')
  const ref = attribute(mark, 'ref')
  if ((value === undefined) === (ref === undefined)) {
    yield broken('comment', mark)
    return
  }
  if (ref === undefined) return
  const fragment = ref.startsWith('#') ? parseFragment(ref) : undefined
  const here =
    fragment?.leaf?.[0] === 'n' &&
    fragment.group === undefined &&
    (fragment.unit === undefined
      ? fragment.file === undefined
      : fragment.unit === attribute(unit, 'id')) &&
    (fragment.file === undefined || fragment.file === file)
  if (!here || !noteIds(unit).has(fragment.leaf![1]))
    yield brokenBy('comment-note', mark, { name: 'ref', value: ref })
}

/** Every `ref` into the same document is a fragment identifier, and comments say something. */
export function* annotations(unit: XmlElement, file: string): Generator<Violation> {
  for (const one of within(unit)) {
    const ref = attribute(one, 'ref')
    if (ref?.startsWith('#') && parseFragment(ref) === undefined)
      yield brokenBy('fragment', one, { name: 'ref', value: ref })
    const isMark = isCore(one.namespace) && (one.local === 'mrk' || one.local === 'sm')
    if (isMark && attribute(one, 'type') === 'comment') yield* comment(one, unit, file)
  }
}
