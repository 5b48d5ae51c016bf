import type { Content, Phrasing } from '../../../model/document/text.ts'

/** What a translator's tool carries over without looking inside: a mark, a link, a fact, a note, a break, a passage. */
export interface Code {
  /** From 1 within a unit; the same in source and target where it is the same code. */
  readonly id: string
  /** The node of the document without what is in it, as JSON; undefined where a file does not say. */
  readonly shell: string | undefined
}

/** A text as a tool sees it: stretches of characters, and codes that stand alone or come as a pair. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close' | 'single'; readonly code: Code }

/** The keys in a fixed order, so that the same code is the same text. */
const shellOf = (node: Phrasing): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => key !== 'children')
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  )

type Numbering = (shell: string) => string

/** Numbers codes as they are met. */
function counting(): {
  readonly give: Numbering
  readonly given: readonly (readonly [string, string])[]
} {
  const given: [string, string][] = []
  return {
    given,
    give(shell) {
      const id = String(given.length + 1)
      given.push([shell, id])
      return id
    },
  }
}

function tokens(content: Content, give: Numbering): Token[] {
  const out: Token[] = []
  const text = (value: string) => {
    const last = out.at(-1)
    if (value === '') return
    if (last?.kind === 'text') out[out.length - 1] = { kind: 'text', text: last.text + value }
    else out.push({ kind: 'text', text: value })
  }
  const walk = (nodes: Content): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        text(node.value)
        continue
      }
      const shell = shellOf(node)
      const code = { id: give(shell), shell }
      if (!('children' in node)) out.push({ kind: 'single', code })
      else {
        out.push({ kind: 'open', code })
        walk(node.children)
        out.push({ kind: 'close', code })
      }
    }
  }
  walk(content)
  return out
}

/**
 * A source and its translation with their codes numbered. A code of the translation has the number of the first code of
 * the source that is the same and not yet taken; one that the source does not have has a number of its own.
 */
export function tokensOf(source: Content, target: Content): { source: Token[]; target: Token[] } {
  const numbers = counting()
  const first = tokens(source, numbers.give)
  const free = [...numbers.given]
  const give: Numbering = (shell) => {
    const at = free.findIndex(([other]) => other === shell)
    return at === -1 ? numbers.give(shell) : free.splice(at, 1)[0]![1]
  }
  return { source: first, target: tokens(target, give) }
}

/** The shells of the codes of a source and of a translation of it by their numbers, as `tokensOf` gives them. */
export function knownCodes(source: Content, target: Content): ReadonlyMap<string, string> {
  const tokens = tokensOf(source, target)
  return new Map(
    [...tokens.source, ...tokens.target].flatMap((token) =>
      token.kind === 'text' ? [] : [[token.code.id, token.code.shell!] as const],
    ),
  )
}
