import * as v from 'valibot'
import { ContentSchema, type Content, type Phrasing } from '../../../model/document/text.ts'
import type { Token } from './code.ts'

type Writable = Phrasing[]

/** The node that a shell is, with what is in it; undefined where it is none. What is in it is checked with the whole. */
function nodeOf(shell: string | undefined, children: Writable | undefined): Phrasing | undefined {
  if (shell === undefined) return undefined
  try {
    const node: unknown = JSON.parse(shell)
    if (typeof node !== 'object' || node === null) return undefined
    return { ...node, ...(children && { children }) } as unknown as Phrasing
  } catch {
    return undefined
  }
}

/**
 * The text that tokens make, or null where its codes do not fit together: a pair that is crossed or not whole, a code
 * that nobody knows. `known` has the shells of codes that the file itself does not describe.
 */
export function contentOf(
  tokens: readonly Token[],
  known: ReadonlyMap<string, string>,
): Content | null {
  const open: { id: string; shell: string | undefined; children: Writable }[] = []
  const root: Writable = []
  const here = () => open.at(-1)?.children ?? root
  for (const token of tokens) {
    if (token.kind === 'text') {
      const last = here().at(-1)
      if (last?.type === 'text')
        here()[here().length - 1] = { type: 'text', value: last.value + token.text }
      else if (token.text !== '') here().push({ type: 'text', value: token.text })
      continue
    }
    const { id, shell = known.get(id) } = token.code
    if (token.kind === 'open') {
      open.push({ id, shell, children: [] })
      continue
    }
    const closed = token.kind === 'close' ? open.pop() : undefined
    if (token.kind === 'close' && closed?.id !== id) return null
    const node = nodeOf(closed?.shell ?? shell, closed?.children)
    if (node === undefined) return null
    here().push(node)
  }
  if (open.length > 0) return null
  const parsed = v.safeParse(ContentSchema, root)
  return parsed.success ? parsed.output : null
}
