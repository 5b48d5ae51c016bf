import type { Content, Phrasing } from '../../document/text.ts'
import { lengthOf } from '../../document/splice.ts'
import type { Finding, Pair } from './pair.ts'

/** What a translator carries over and does not translate. `context` picks the sentence. */
interface Code {
  readonly context: 'fact' | 'link' | 'code' | 'mark'
  /** Equal where it is the same code. */
  readonly name: string
  readonly text: string
  readonly start: number
  readonly end: number
}

function codeOf(node: Phrasing, start: number): Code | undefined {
  const end = start + lengthOf(node)
  if (node.type === 'fact') return { context: 'fact', name: node.fact, text: node.fact, start, end }
  if (node.type === 'link') return { context: 'link', name: node.url, text: node.url, start, end }
  if (node.type === 'inlineCode')
    return { context: 'code', name: node.value, text: node.value, start, end }
  if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete')
    return { context: 'mark', name: node.type, text: node.type, start, end }
  return undefined
}

function codesIn(content: Content, base = 0): Code[] {
  let at = base
  return content.flatMap((node) => {
    const start = at
    at += lengthOf(node)
    const code = codeOf(node, start)
    return [...(code ? [code] : []), ...('children' in node ? codesIn(node.children, start) : [])]
  })
}

/** Codes of one side beyond those of the other, each counted. Marks that were only parted are none too many. */
function beyond(some: readonly Code[], others: readonly Code[]): Code[] {
  const left = new Map<string, number>()
  const key = ({ context, name }: Code): string => `${context} ${name}`
  for (const code of others) left.set(key(code), (left.get(key(code)) ?? 0) + 1)
  return some.filter((code) => {
    const count = left.get(key(code)) ?? 0
    left.set(key(code), count - 1)
    return (
      count <= 0 &&
      (code.context !== 'mark' ||
        !left.has(key(code)) ||
        !others.some((other) => key(other) === key(code)))
    )
  })
}

const breaks = (text: string): number => text.split('\n').length - 1

/** Facts, links, code and marks that the translation lacks, has too many of, or has in another order. */
export function codes({ source, target, here, there }: Pair): Finding[] {
  const [ours, theirs] = [codesIn(source), codesIn(target)]
  const missing = beyond(ours, theirs)
  const extra = beyond(theirs, ours)
  const found: Finding[] = [
    ...missing.map(({ context, text, start, end }): Finding => ({
      rule: 'code-missing',
      start: there.length,
      end: there.length,
      source: { start, end },
      params: { context, text },
    })),
    ...extra.map(({ context, text, start, end }): Finding => ({
      rule: 'code-extra',
      start,
      end,
      params: { context, text },
    })),
  ]
  const orderOf = (all: readonly Code[]): string =>
    all
      .filter(({ context }) => context !== 'mark')
      .map(({ name }) => name)
      .join('\n')
  if (missing.length + extra.length === 0 && orderOf(ours) !== orderOf(theirs))
    found.push({ rule: 'code-order', start: 0, end: there.length, params: {} })
  if (breaks(here) !== breaks(there))
    found.push({
      rule: 'break-differs',
      start: 0,
      end: there.length,
      params: { source: breaks(here), target: breaks(there) },
    })
  return found
}
