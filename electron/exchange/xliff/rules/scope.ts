import { attribute, elementsIn, within, type XmlElement } from '../../xml/element.ts'
import { isCore } from '../names.ts'
import { broken, brokenBy, type Violation } from './violation.ts'

const INLINE = new Set(['ph', 'pc', 'sc', 'mrk', 'sm', 'ec'])
const core = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  elementsIn(element).filter(({ local, namespace }) => isCore(namespace) && names.includes(local))

/** No value twice among the ids of these elements. */
function* unique(rule: string, elements: Iterable<XmlElement>): Generator<Violation> {
  const seen = new Set<string>()
  for (const element of elements) {
    const id = attribute(element, 'id')
    if (id !== undefined && seen.has(id)) yield brokenBy(rule, element, { name: 'id', value: id })
    if (id !== undefined) seen.add(id)
  }
}

/** The elements of an extension or module that have an id, without those of the core. */
function* foreign(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(element))
    if (!isCore(child.namespace)) for (const one of within(child)) yield one
}

function* extensions(element: XmlElement): Generator<Violation> {
  const seen = new Set<string>()
  for (const one of foreign(element)) {
    if (one.namespace.startsWith('urn:oasis:names:tc:xliff:') || isCore(one.namespace)) continue
    const id = attribute(one, 'id') ?? attribute(one, 'id', 'http://www.w3.org/XML/1998/namespace')
    if (id === undefined) continue
    const key = `${one.namespace} ${id}`
    if (seen.has(key)) yield broken('id-unique-extension', one, `id="${id}"`)
    seen.add(key)
  }
}

/** The inline elements of one side of a unit, in the order in which they stand. */
export const inlineOf = (unit: XmlElement, side: 'source' | 'target'): XmlElement[] =>
  core(unit, 'segment', 'ignorable').flatMap((part) =>
    core(part, side).flatMap((one) =>
      [...within(one)].filter(({ local, namespace }) => isCore(namespace) && INLINE.has(local)),
    ),
  )

function* ofUnit(unit: XmlElement): Generator<Violation> {
  const parts = core(unit, 'segment', 'ignorable')
  yield* unique('id-unique-segment', parts)
  for (const data of core(unit, 'originalData')) yield* unique('id-unique-data', core(data, 'data'))
  for (const side of ['source', 'target'] as const) {
    const inline = inlineOf(unit, side).filter((one) => attribute(one, 'startRef') === undefined)
    yield* unique('id-unique-inline', inline)
  }
}

/** Ids are unique in their scope: files in the document, groups and units in their file, the rest in its element. */
export function* ids(root: XmlElement): Generator<Violation> {
  const files = core(root, 'file')
  yield* unique('id-unique-file', files)
  for (const file of files) {
    const inside = [...within(file)].filter(({ namespace }) => isCore(namespace))
    const named = (name: string) => inside.filter(({ local }) => local === name)
    yield* unique('id-unique-group', named('group'))
    yield* unique('id-unique-unit', named('unit'))
    for (const holder of [file, ...named('group'), ...named('unit')]) {
      for (const notes of core(holder, 'notes'))
        yield* unique('id-unique-note', core(notes, 'note'))
      yield* extensions(holder)
    }
    for (const unit of named('unit')) yield* ofUnit(unit)
  }
}
