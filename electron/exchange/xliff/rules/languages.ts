import { canonicalLocale } from '../../../../model/document/locale.ts'
import { XML, attribute, elementsIn, type XmlElement } from '../../xml/element.ts'
import { isCore } from '../names.ts'
import { broken, type Violation } from './violation.ts'

interface Around {
  readonly lang: string | undefined
  readonly space: string
}

const same = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && canonicalLocale(a) === canonicalLocale(b)

/** `xml:lang` and `xml:space` as they hold at an element, inherited ones too. */
const at = (element: XmlElement, around: Around): Around => ({
  lang: attribute(element, 'lang', XML) ?? around.lang,
  space: attribute(element, 'space', XML) ?? around.space,
})

/** Sources are in srcLang, targets in trgLang, and the two of a segment keep white space alike (4.2.2.12, 4.2.2.13). */
export function* languages(root: XmlElement): Generator<Violation> {
  const source = attribute(root, 'srcLang')
  const target = attribute(root, 'trgLang')
  function* down(element: XmlElement, around: Around): Generator<Violation> {
    const here = at(element, around)
    if (element.local === 'segment' || element.local === 'ignorable') {
      const spaces = new Set<string>()
      for (const side of elementsIn(element)) {
        const own = at(side, here)
        spaces.add(own.space)
        if (side.local === 'source' && own.lang !== undefined && !same(own.lang, source))
          yield broken('source-language', side)
        if (side.local !== 'target') continue
        if (target === undefined) yield broken('target-language-missing', side)
        else if (own.lang !== undefined && !same(own.lang, target))
          yield broken('target-language', side)
      }
      if (spaces.size > 1) yield broken('xml-space-differs', element)
      return
    }
    for (const child of elementsIn(element)) if (isCore(child.namespace)) yield* down(child, here)
  }
  yield* down(root, { lang: undefined, space: 'default' })
}
