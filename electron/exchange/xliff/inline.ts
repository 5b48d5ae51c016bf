import { attribute, textOf, type XmlElement } from '../xml/element.ts'
import type { Code, Token } from '../bilingual/code.ts'
import { shellOfSubType } from './look.ts'

/** A code point that XML cannot hold, from its number. A lone half of a pair is a number of its own. */
const codePoint = (element: XmlElement): string =>
  String.fromCodePoint(Number.parseInt(attribute(element, 'hex') ?? '', 16))

/** The characters of `data`, those that stand as `cp` too. */
export const dataText = ({ children }: XmlElement): string =>
  children
    .map((child) =>
      typeof child === 'string' ? child : child.local === 'cp' ? codePoint(child) : textOf(child),
    )
    .join('')

/**
 * The inline content of XLIFF 2 as tokens. Annotations (`mrk`, `sm`, `em`) are remarks on the text and leave nothing
 * behind. `data`: the original data of the unit; `originals`: the codes that `copyOf` may name.
 */
export function readInline(
  side: XmlElement,
  data: ReadonlyMap<string, string>,
  originals: Map<string, string | undefined>,
): Token[] {
  const out: Token[] = []
  const codeOf = (element: XmlElement, reference: string): Code => {
    const copied = originals.get(attribute(element, 'copyOf') ?? '')
    const shell =
      data.get(attribute(element, reference) ?? '') ??
      shellOfSubType(attribute(element, 'subType')) ??
      copied
    const id = attribute(element, 'id') ?? attribute(element, 'startRef') ?? ''
    originals.set(id, shell)
    return { id, shell }
  }
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') {
        out.push({ kind: 'text', text: child })
        continue
      }
      if (child.local === 'cp') out.push({ kind: 'text', text: codePoint(child) })
      else if (child.local === 'ph') out.push({ kind: 'single', code: codeOf(child, 'dataRef') })
      else if (child.local === 'sc') out.push({ kind: 'open', code: codeOf(child, 'dataRef') })
      else if (child.local === 'ec') {
        const id = attribute(child, 'startRef') ?? attribute(child, 'id') ?? ''
        out.push({ kind: 'close', code: { id, shell: originals.get(id) } })
      } else if (child.local === 'pc') {
        const code = codeOf(child, 'dataRefStart')
        out.push({ kind: 'open', code })
        walk(child)
        out.push({ kind: 'close', code })
      } else if (child.local === 'mrk') walk(child)
    }
  }
  walk(side)
  return out
}
