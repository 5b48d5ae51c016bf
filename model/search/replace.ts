import type { Content, Phrasing } from '../document/text.ts'
import type { Match, ReadFact } from './find.ts'

/**
 * The content with the matches replaced. What comes in has the marks of the first letter that it stands for; facts stay,
 * so matches that are `fixed` are left alone. Marks and links that nothing is left of go.
 */
export function replace(
  content: Content,
  matches: readonly Match[],
  replacement: string,
  readFact: ReadFact,
): Content {
  const open = matches.filter(({ fixed }) => !fixed)
  let at = 0

  const cut = (value: string): string => {
    const start = at
    at += value.length
    let rest = ''
    let kept = start
    for (const match of open) {
      if (match.end <= start || match.start >= at) continue
      rest += value.slice(kept - start, Math.max(match.start, start) - start)
      if (match.start >= start) rest += replacement
      kept = Math.min(match.end, at)
    }
    return rest + value.slice(kept - start)
  }

  const walk = (nodes: Content): Phrasing[] =>
    nodes.flatMap((node): Phrasing[] => {
      switch (node.type) {
        case 'text':
        case 'inlineCode': {
          const value = cut(node.value)
          return value === '' ? [] : [{ ...node, value }]
        }
        case 'break': {
          const start = at++
          return open.some((match) => match.start <= start && start < match.end) ? [] : [node]
        }
        case 'footnoteReference':
          return [node]
        case 'fact':
          at += readFact(node.fact, node.form).length
          return [node]
        default: {
          const children = walk(node.children)
          return children.length === 0 ? [] : [{ ...node, children }]
        }
      }
    })

  return walk(content)
}
