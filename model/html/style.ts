import { classesOf, isElement, textOf, type HtmlElement, type HtmlNode } from './tree.ts'

/** What a style says, by property in lower case. Values are in lower case too, without `!important`. */
export type Declarations = Readonly<Record<string, string>>

/** `a: b; c: d` as properties. A semicolon inside quotation marks or brackets ends nothing. */
export function declarationsOf(text: string): Declarations {
  const out: Record<string, string> = {}
  for (const part of text.match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])+/g) ?? []) {
    const colon = part.indexOf(':')
    if (colon === -1) continue
    const property = part.slice(0, colon).trim().toLowerCase()
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase()
    if (property !== '' && value !== '') out[property] = value
  }
  return out
}

/** The rules of the style sheets that came along: of elements, classes and ids, and Word's lists. */
export interface Sheet {
  /** What the style sheets and its own attribute say of an element. */
  of(element: HtmlElement): Declarations
  /** Word's `@list l0:level1`, by the name `l0:level1`. */
  list(name: string): Declarations | undefined
}

/** `p`, `.x`, `p.x` or `#x`: what Office writes. Whatever else a selector may say is not looked at. */
const SIMPLE = /^([a-z][\w-]*)?(?:([.#])([\w-]+))?$/i

const sheetsIn = (nodes: readonly HtmlNode[]): string =>
  nodes
    .map((node) =>
      !isElement(node) ? '' : node.name === 'style' ? textOf(node) : sheetsIn(node.children),
    )
    .join('\n')

/** Reads every `<style>` of a page. */
export function sheetOf(nodes: readonly HtmlNode[]): Sheet {
  const rules = new Map<string, Declarations>()
  const lists = new Map<string, Declarations>()
  const text = sheetsIn(nodes)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/<!--|-->/g, '')
  for (const [, head = '', body = ''] of text.matchAll(/([^{}]*)\{([^{}]*)\}/g)) {
    const list = /@list\s+(l\d+:level\d+)/i.exec(head)?.[1]
    if (list !== undefined) lists.set(list.toLowerCase(), declarationsOf(body))
    if (head.includes('@')) continue
    for (const selector of head.split(',')) {
      const name = selector.trim().toLowerCase()
      if (name === '' || !SIMPLE.test(name)) continue
      rules.set(name, { ...rules.get(name), ...declarationsOf(body) })
    }
  }
  return {
    list: (name) => lists.get(name),
    of(element) {
      const own = element.attributes['style']
      if (rules.size === 0) return own === undefined ? {} : declarationsOf(own)
      const classes = classesOf(element).map((each) => each.toLowerCase())
      const id = element.attributes['id']?.toLowerCase()
      const said = [
        rules.get(element.name),
        ...classes.map((each) => rules.get(`.${each}`)),
        ...classes.map((each) => rules.get(`${element.name}.${each}`)),
        id === undefined ? undefined : rules.get(`#${id}`),
        own === undefined ? undefined : declarationsOf(own),
      ]
      return Object.fromEntries(said.flatMap((some) => Object.entries(some ?? {})))
    },
  }
}
