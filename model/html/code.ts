import { seenText } from './characters.ts'
import { enter, isSeen, type Context } from './context.ts'
import { classesOf, isElement, type HtmlElement, type HtmlNode } from './tree.ts'

const BLOCK = new Set(['div', 'p', 'li', 'tr'])

/** Characters as they stand, each block on a line of its own. */
function linesOf(nodes: readonly HtmlNode[], context: Context): string {
  let text = ''
  for (const node of nodes) {
    if (!isElement(node)) {
      if (isSeen(context)) text += node
      continue
    }
    if (node.name === 'br') {
      text += '\n'
      continue
    }
    const inside = enter(node, context)
    if (inside === undefined) continue
    if (BLOCK.has(node.name) && text !== '' && !text.endsWith('\n')) text += '\n'
    const inner = linesOf(node.children, inside)
    text += inner
    if (BLOCK.has(node.name) && inner !== '' && !text.endsWith('\n')) text += '\n'
  }
  return text
}

const languageOf = (element: HtmlElement): string | undefined => {
  for (const name of classesOf(element)) {
    const language = /^(?:lang|language|brush:?|highlight-source)-(\w[\w+#.-]{0,30})$/.exec(
      name,
    )?.[1]
    if (language !== undefined) return language
  }
  const [only, more] = element.children.filter(isElement)
  return only === undefined || more !== undefined ? undefined : languageOf(only)
}

/** What stands in a `<pre>`, and the language that its classes name. */
export function codeOf(
  element: HtmlElement,
  context: Context,
): { readonly value: string; readonly lang: string | undefined } {
  const value = seenText(linesOf(element.children, { ...context, kept: true }))
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\u00A0', ' ')
    .replace(/^\n+|\s+$/g, '')
  return { value, lang: languageOf(element) }
}
