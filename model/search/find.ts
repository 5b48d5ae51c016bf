import type { Content, FactForm } from '../document/text.ts'
import { fold, type Folded } from './fold.ts'

export type ReadFact = (fact: string, form: FactForm) => string

export interface Query {
  readonly text: string
  /** Case and marks count. */
  readonly exact: boolean
  /** Only where words begin and end, as UAX #29 has them. */
  readonly whole: boolean
}

/** A place in the plain text of a unit, in UTF-16 units. `fixed`: it is said by a fact, in whole or in part. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly fixed: boolean
}

/** The plain text of a unit, facts read out, and where in it the facts stand. */
export function flatten(
  content: Content,
  readFact: ReadFact,
): { text: string; facts: readonly (readonly [start: number, end: number])[] } {
  let text = ''
  const facts: [number, number][] = []
  const walk = (nodes: Content): void => {
    for (const node of nodes) {
      if (node.type === 'text' || node.type === 'inlineCode') text += node.value
      else if (node.type === 'break') text += '\n'
      else if (node.type === 'fact') {
        const start = text.length
        text += readFact(node.fact, node.form)
        facts.push([start, text.length])
      } else if (node.type !== 'footnoteReference') walk(node.children)
    }
  }
  walk(content)
  return { text, facts }
}

type Prepared = ReturnType<typeof flatten> & { readonly folded: Folded }

// A document is searched again after each pause in typing, and all but one of its texts are the same objects as before.
const prepared = [new WeakMap<Content, Prepared>(), new WeakMap<Content, Prepared>()] as const

function prepare(content: Content, exact: boolean, readFact: ReadFact): Prepared {
  const known = prepared[exact ? 1 : 0].get(content)
  if (known !== undefined) return known
  const flat = flatten(content, readFact)
  const made = { ...flat, folded: fold(flat.text, exact) }
  // What a fact says may change while the text stays the same.
  if (flat.facts.length === 0) prepared[exact ? 1 : 0].set(content, made)
  return made
}

function wordEdges(text: string, locale: string): ReadonlySet<number> {
  const edges = new Set([0, text.length])
  for (const { index } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text))
    edges.add(index)
  return edges
}

/** Where a query stands in a text, one after the other without overlap. Marks of the text make no difference. */
export function find(
  content: Content,
  query: Query,
  locale: string,
  readFact: ReadFact,
): { text: string; matches: readonly Match[] } {
  const { text, facts, folded } = prepare(content, query.exact, readFact)
  const wanted = fold(query.text, query.exact).text
  const matches: Match[] = []
  if (wanted.trim() === '') return { text, matches }
  let edges: ReadonlySet<number> | undefined
  let at = folded.text.indexOf(wanted)
  while (at !== -1) {
    const next = at + wanted.length
    const [start, end] = [folded.from(at), folded.from(next)]
    // Half of a letter is no match: the f of a ligature, the consonant of a syllable.
    const torn =
      (at > 0 && folded.from(at - 1) === start) ||
      (next < folded.text.length && folded.from(next - 1) === end)
    edges ??= query.whole ? wordEdges(text, locale) : undefined
    const fits = !torn && (edges === undefined || (edges.has(start) && edges.has(end)))
    if (fits)
      matches.push({
        start,
        end,
        fixed: facts.some(([first, last]) => first < end && start < last),
      })
    at = folded.text.indexOf(wanted, fits ? next : at + 1)
  }
  return { text, matches }
}
