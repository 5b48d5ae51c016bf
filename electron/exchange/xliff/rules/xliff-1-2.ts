import { attribute, elementsIn, within, type XmlElement } from '../../xml/element.ts'
import { XLIFF_1_2 } from '../names.ts'
import { STATE_IN_1_2 } from '../state.ts'
import { VALUES } from './value.ts'
import { broken, brokenBy, type Violation } from './violation.ts'

/** The inline elements of XLIFF 1.2 (section 2.3) with the attribute that each needs. */
const INLINE: ReadonlyMap<string, string | undefined> = new Map([
  ...'g x bx ex ph bpt ept it'.split(' ').map((name) => [name, 'id'] as const),
  ['mrk', 'mtype'],
  ['sub', undefined],
])

const child = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element).filter(({ local, namespace }) => local === name && namespace === XLIFF_1_2)

function* inline(side: XmlElement): Generator<Violation> {
  const open = new Set<string>()
  for (const one of [...within(side)].slice(1)) {
    if (one.namespace !== XLIFF_1_2) continue
    if (!INLINE.has(one.local)) {
      yield broken('element-unknown', one)
      continue
    }
    const needed = INLINE.get(one.local)
    if (needed !== undefined && attribute(one, needed) === undefined)
      yield broken('attribute-missing', one, needed)
    const key = attribute(one, 'rid') ?? attribute(one, 'id') ?? ''
    if (/^(bx|bpt)$/.test(one.local)) open.add(key)
    if (/^(ex|ept)$/.test(one.local) && !open.delete(key)) yield broken('end-without-start', one)
  }
  if (open.size > 0) yield broken('start-without-end', side)
}

function* transUnit(unit: XmlElement, file: XmlElement): Generator<Violation> {
  const sources = child(unit, 'source')
  const targets = child(unit, 'target')
  if (sources.length !== 1 || targets.length > 1) yield broken('content', unit)
  for (const target of targets) {
    const state = attribute(target, 'state')
    if (state !== undefined && !state.startsWith('x-') && !Object.hasOwn(STATE_IN_1_2, state))
      yield brokenBy('value-state', target, { name: 'state', value: state })
    if (attribute(file, 'target-language') === undefined)
      yield broken('target-language-missing', target)
  }
  for (const side of [...sources, ...targets]) yield* inline(side)
}

/** The rules of XLIFF 1.2 (OASIS standard, 1 February 2008) that what we take from a file hangs on. */
export function* xliff12Rules(root: XmlElement): Generator<Violation> {
  const files = child(root, 'file')
  if (root.local !== 'xliff' || root.namespace !== XLIFF_1_2) yield broken('root', root)
  if (attribute(root, 'version') !== '1.2') yield broken('version', root)
  if (files.length === 0) yield broken('content', root)
  for (const file of files) {
    for (const name of ['original', 'source-language', 'datatype'])
      if (attribute(file, name) === undefined) yield broken('attribute-missing', file, name)
    for (const name of ['source-language', 'target-language']) {
      const value = attribute(file, name)
      if (value !== undefined && !VALUES.language(value))
        yield brokenBy('value-language', file, { name, value })
    }
    if (child(file, 'body').length !== 1) yield broken('content', file)
    const seen = new Set<string>()
    for (const unit of within(file)) {
      if (unit.local !== 'trans-unit' || unit.namespace !== XLIFF_1_2) continue
      const id = attribute(unit, 'id')
      if (id === undefined) yield broken('attribute-missing', unit, 'id')
      else if (seen.has(id)) yield brokenBy('id-unique-unit', unit, { name: 'id', value: id })
      else seen.add(id)
      yield* transUnit(unit, file)
    }
  }
}
