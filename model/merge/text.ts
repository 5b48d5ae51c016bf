import type { Content, Phrasing } from '../document/text.ts'
import { wordsIn } from '../history/pieces.ts'
import { mergeSequence } from './sequence.ts'

type Wrapper = Omit<Extract<Phrasing, { children: unknown }>, 'children'>

/** The smallest thing that is merged as one: a word, or a fact, a break, a piece of code, with the marks around it. */
interface Token {
  readonly marks: readonly Wrapper[]
  readonly leaf: Phrasing
}

function tokensOf(content: Content, locale: string, marks: readonly Wrapper[] = []): Token[] {
  return content.flatMap((node): Token[] => {
    if ('children' in node) {
      const { children, ...mark } = node
      return tokensOf(children, locale, [...marks, mark])
    }
    if (node.type !== 'text') return [{ marks, leaf: node }]
    return wordsIn(node.value, locale).map((value) => ({ marks, leaf: { type: 'text', value } }))
  })
}

/** The text that tokens make: neighbours with the same marks stand in one. */
function contentOf(tokens: readonly Token[], depth = 0): Content {
  const out: Phrasing[] = []
  for (let at = 0; at < tokens.length;) {
    const { marks, leaf } = tokens[at]!
    const mark = marks[depth]
    let next = at + 1
    if (mark === undefined) {
      const last = out.at(-1)
      if (leaf.type === 'text' && last?.type === 'text')
        out[out.length - 1] = { type: 'text', value: last.value + leaf.value }
      else out.push(leaf)
    } else {
      const name = JSON.stringify(mark)
      while (next < tokens.length && JSON.stringify(tokens[next]!.marks[depth]) === name) next++
      out.push({ ...mark, children: contentOf(tokens.slice(at, next), depth + 1) } as Phrasing)
    }
    at = next
  }
  return out
}

export interface MergedContent {
  readonly content: Content
  readonly lost: boolean
}

/** A text that two have changed, word by word. `locale`: of the text, for what a word is in it. */
export function mergeContent(
  origin: Content,
  ours: Content,
  theirs: Content,
  prefer: 'ours' | 'theirs',
  locale: string,
): MergedContent {
  const names = (content: Content): string[] =>
    tokensOf(content, locale).map((token) => JSON.stringify(token))
  const { items, lost } = mergeSequence(names(origin), names(ours), names(theirs), prefer)
  return { content: contentOf(items.map((name) => JSON.parse(name) as Token)), lost }
}
