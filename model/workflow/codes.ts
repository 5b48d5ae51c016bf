import { lengthOf } from '../document/splice.ts'
import type { Content, Phrasing } from '../document/text.ts'

/**
 * What a translator carries over: a mark, a link, a fact, the number of a note, a piece of code, a passage. A line break is
 * typed as it is in any text.
 */
export type InlineCode = Exclude<Phrasing, { readonly type: 'text' | 'break' }>

/** A code where it stands in a text, by its offsets (`lengthOf`). */
export interface PlacedCode {
  /** From 1; the same in a source and its translation where it is the same code. */
  readonly number: number
  readonly code: InlineCode
  readonly start: number
  readonly end: number
}

type Coded = Exclude<Phrasing, { readonly type: 'text' }>

/** Every node that is no text, with its offsets, as one reads; what holds others comes before them. */
function* nodesIn(content: Content, from = 0): Generator<readonly [Coded, number, number]> {
  let start = from
  for (const node of content) {
    const end = start + lengthOf(node)
    if (node.type !== 'text') yield [node, start, end]
    if ('children' in node) yield* nodesIn(node.children, start)
    start = end
  }
}

/** The codes of a text in their order, those inside of marks and links too. */
export const codesIn = (content: Content): InlineCode[] =>
  Array.from(nodesIn(content), ([node]) => node).filter((node) => node.type !== 'break')

/** Equal where it is the same code, in whatever form a fact is read out. */
function nameOf(code: Coded): string {
  switch (code.type) {
    case 'fact':
      return `fact ${code.fact}`
    case 'footnoteReference':
      return `note ${code.note}`
    case 'link':
      return `link ${code.url} ${code.title ?? ''}`
    case 'inlineCode':
      return `code ${code.value}`
    case 'passage':
      return `passage ${code.audience}`
    default:
      return code.type
  }
}

/**
 * The codes of a source and of its translation with their numbers. A code of the translation has the number of the first
 * one of the source that is the same and not yet taken, so that codes may change places; one that the source does not have
 * has a number of its own. Breaks count along, as they do where texts leave for translators.
 */
export function numberedCodes(
  source: Content,
  target: Content,
): { readonly source: readonly PlacedCode[]; readonly target: readonly PlacedCode[] } {
  const free: { readonly name: string; readonly number: number }[] = []
  let last = 0
  const place = (content: Content, numberOf: (name: string) => number): PlacedCode[] =>
    Array.from(nodesIn(content)).flatMap(([code, start, end]): PlacedCode[] => {
      const number = numberOf(nameOf(code))
      return code.type === 'break' ? [] : [{ number, code, start, end }]
    })
  const ours = place(source, (name) => {
    free.push({ name, number: ++last })
    return last
  })
  const theirs = place(target, (name) => {
    const at = free.findIndex((other) => other.name === name)
    return at === -1 ? ++last : free.splice(at, 1)[0]!.number
  })
  return { source: ours, target: theirs }
}

/** The first code of a source that its translation lacks, each as often as the source has it. */
export function nextCode(source: Content, target: Content): PlacedCode | undefined {
  const numbered = numberedCodes(source, target)
  const there = new Set(numbered.target.map(({ number }) => number))
  return numbered.source.find(({ number }) => !there.has(number))
}
