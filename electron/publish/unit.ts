import { h } from 'hastscript'
import type { Element, ElementContent, Properties } from 'hast'
import { directionOf } from '../../model/document/locale.ts'
import { isBlank, type UnitText } from '../../model/document/text.ts'
import type { Rendering } from './rendering.ts'
import { phrasing } from './text.ts'

/** What says that a text is still in the source locale, where it is. */
export function foreignProperties(page: Rendering, id: string): Properties {
  const { sourceLocale } = page.document
  return page.untranslated.has(id) ? { lang: sourceLocale, dir: directionOf(sourceLocale) } : {}
}

/**
 * The attributes of an element that shows one unit. Only the preview names the unit. A text that is still in the
 * source locale says so, as WCAG 3.1.2 asks, whoever looks at it.
 */
export function unitProperties(page: Rendering, id: string): Properties {
  const foreign = page.untranslated.has(id)
  return {
    ...(page.medium === 'preview' ? { dataUnit: id } : {}),
    ...(page.medium === 'preview' && foreign ? { dataUntranslated: '' } : {}),
    ...foreignProperties(page, id),
  }
}

/** An element that holds exactly one unit's text, or nothing where there is no text. */
export function unitElement(
  page: Rendering,
  selector: string,
  text: UnitText,
  properties: Properties = {},
  before: ElementContent[] = [],
): Element[] {
  if (isBlank(text.content)) return []
  return [
    h(selector, { ...properties, ...unitProperties(page, text.id) }, [
      ...before,
      ...phrasing(page, text.content),
    ]),
  ]
}
