import { elementsIn, within, type XmlElement } from '../../../xml/element.ts'
import { moduleOf } from '../../names.ts'
import { broken, type Violation } from '../violation.ts'
import { uniqueIds } from './unique.ts'

export function* glossary(element: XmlElement): Generator<Violation> {
  if (element.local === 'glossary')
    yield* uniqueIds(
      'gls-id-unique',
      [...within(element)].filter(({ local }) => /^(glossEntry|translation)$/.test(local)),
    )
  if (element.local !== 'glossEntry') return
  const children = elementsIn(element)
  if (!children.some(({ local }) => local === 'translation' || local === 'definition'))
    yield broken('gls-entry-empty', element)
  // Extensions may stand in an entry, other modules may not (5.2.4.3).
  for (const child of children) {
    const module = moduleOf(child.namespace)
    if (module !== undefined && module !== 'gls') yield broken('gls-entry-foreign', child)
  }
}
