import { elementsIn, type XmlElement } from '../../xml/element.ts'
import { isCore, moduleOf, type ModuleName } from '../names.ts'
import { changeTracking } from './modules/change-tracking.ts'
import { formatStyle } from './modules/format-style.ts'
import { glossary } from './modules/glossary.ts'
import { matches } from './modules/matches.ts'
import { metadata } from './modules/metadata.ts'
import { resourceData } from './modules/resource-data.ts'
import { sizeRestriction } from './modules/size-restriction.ts'
import type { Surroundings } from './modules/surroundings.ts'
import { validation } from './modules/validation.ts'
import { broken, brokenBy, type Violation } from './violation.ts'

/** The elements of each module; one that only has attributes has none. */
const ELEMENTS: Readonly<Partial<Record<ModuleName, readonly string[]>>> = {
  ctr: ['changeTrack', 'revisions', 'revision', 'item'],
  fs: [],
  gls: ['glossary', 'glossEntry', 'term', 'translation', 'definition'],
  mda: ['metadata', 'metaGroup', 'meta'],
  mtc: ['matches', 'match'],
  pgs: [],
  res: ['resourceData', 'resourceItem', 'resourceItemRef', 'source', 'target', 'reference'],
  slr: ['profiles', 'normalization', 'data'],
  val: ['validation', 'rule'],
}
const ATTRIBUTES: Readonly<Partial<Record<ModuleName, readonly string[]>>> = {
  fs: ['fs', 'subFs'],
  pgs: ['switch', 'case'],
  slr: ['storageRestriction', 'sizeRestriction', 'equivStorage', 'sizeInfo', 'sizeInfoRef'],
}

function* names(element: XmlElement): Generator<Violation> {
  const module = moduleOf(element.namespace)
  if (module !== undefined && ELEMENTS[module]?.includes(element.local) === false)
    yield broken('module-element', element)
  for (const one of element.attributes) {
    const owner = moduleOf(one.namespace)
    if (owner !== undefined && ATTRIBUTES[owner]?.includes(one.local) === false)
      yield brokenBy('module-attribute', element, one)
  }
}

const BY_MODULE: Readonly<
  Partial<Record<ModuleName, (element: XmlElement, around: Surroundings) => Iterable<Violation>>>
> = {
  ctr: changeTracking,
  gls: glossary,
  mda: metadata,
  mtc: matches,
  res: resourceData,
  val: validation,
}

/** The rules of the modules of XLIFF 2.1, chapter 5, and of 2.2. */
export function* modules(root: XmlElement): Generator<Violation> {
  function* down(element: XmlElement, around: Surroundings): Generator<Violation> {
    yield* names(element)
    yield* formatStyle(element)
    yield* sizeRestriction(element, around)
    const module = moduleOf(element.namespace)
    if (module !== undefined) yield* BY_MODULE[module]?.(element, around) ?? []
    // What stands in an extension is nobody's business, and the skeleton is the file as it was.
    if (!isCore(element.namespace) && module === undefined) return
    if (element.local === 'skeleton') return
    const inside = { root, ancestors: [...around.ancestors, element] }
    for (const child of elementsIn(element)) yield* down(child, inside)
  }
  yield* down(root, { root, ancestors: [] })
}
