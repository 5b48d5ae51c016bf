import type { Element } from 'hast'
import { directionOf } from '../../../model/document/locale.ts'

/** What the elements around a text say of how it is set. */
export interface Look {
  readonly strong: boolean
  readonly emphasis: boolean
  readonly deleted: boolean
  readonly code: boolean
  /** Its lines are lines, and not only spaces between words. */
  readonly lines: boolean
  readonly raised: boolean
  /** For a narrower circle than the public. */
  readonly restricted: boolean
  /** Stands in a link, which another one must not stand in. */
  readonly linked: boolean
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
}

export const plainLook = (locale: string): Look => ({
  strong: false,
  emphasis: false,
  deleted: false,
  code: false,
  lines: false,
  raised: false,
  restricted: false,
  linked: false,
  locale,
  direction: directionOf(locale),
})

export const classesOf = ({ properties }: Element): readonly string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : []

export const hasClass = (element: Element, ...names: readonly string[]): boolean =>
  classesOf(element).some((name) => names.includes(name))

const STRONG_RTL = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u
const STRONG = /\p{L}/u

/** What an element says, without marks. */
export const textOf = (element: Element): string =>
  element.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '',
    )
    .join('')

/** As `dir="auto"` asks: by the first letter (HTML, 3.2.6.4). */
function directionIn(element: Element): 'ltr' | 'rtl' {
  const [first = ''] = STRONG.exec(textOf(element)) ?? []
  return STRONG_RTL.test(first) ? 'rtl' : 'ltr'
}

/** The look with what an element itself says. */
export function within(look: Look, element: Element): Look {
  const { lang, dir } = element.properties
  const { tagName } = element
  const locale = typeof lang === 'string' ? lang : look.locale
  const own = dir === 'auto' ? directionIn(element) : dir
  return {
    strong: look.strong || tagName === 'strong' || tagName === 'dt' || tagName === 'th',
    emphasis: look.emphasis || tagName === 'em',
    deleted: look.deleted || tagName === 'del',
    code: look.code || tagName === 'code' || tagName === 'pre',
    lines: look.lines || tagName === 'pre' || hasClass(element, 'legal', 'remark'),
    raised: look.raised || tagName === 'sup',
    restricted: look.restricted || hasClass(element, 'passage'),
    linked: look.linked || tagName === 'a',
    locale,
    direction: own === 'ltr' || own === 'rtl' ? own : look.direction,
  }
}
