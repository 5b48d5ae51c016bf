import type { Block } from '../document/block.ts'
import { equal } from '../document/equal.ts'
import { containersOf, mapContainers, type Flow, type ListItem } from '../document/prose.ts'
import type { Content, UnitText } from '../document/text.ts'
import { unitsOfBlock } from '../units/unit.ts'
import { mergeFields, mergeValue, type Merged, type Prefer } from './fields.ts'
import { mergeSequence } from './sequence.ts'
import { mergeContent } from './text.ts'

/** How a merge is made: whose word stands where only one can, and the language of the source. */
export interface Manner {
  readonly prefer: Prefer
  readonly locale: string
}

export function mergeText(
  origin: Content,
  ours: Content,
  theirs: Content,
  { prefer, locale }: Manner,
): Merged<Content> {
  if (equal(ours, theirs) || equal(theirs, origin)) return { value: ours, lost: false }
  if (equal(ours, origin)) return { value: theirs, lost: false }
  const { content, lost } = mergeContent(origin, ours, theirs, prefer, locale)
  return { value: content, lost }
}

const isText = (value: unknown): value is UnitText =>
  typeof value === 'object' && value !== null && 'content' in value && 'id' in value

/** Texts of one unit on three sides, as fields of a row: word by word. Null where they are something else. */
export const texts =
  (manner: Manner) =>
  (_field: string, [o, a, b]: readonly [unknown, unknown, unknown]): Merged<unknown> | null => {
    if (!isText(o) || !isText(a) || !isText(b) || a.id !== b.id) return null
    const { value, lost } = mergeText(o.content, a.content, b.content, manner)
    return { value: { ...a, content: value }, lost }
  }

type Node = Flow | ListItem

/** The form of a node without its words: what stands in what, and which units. */
const formOf = (node: Flow): Flow => mapContainers(node, () => [])

const textsIn = (node: Node): Map<string, Content> =>
  new Map(Array.from(containersOf(node), ({ data, children }) => [data.id, children]))

/** By what an item of a list is told from the others: its first unit. Undefined where one cannot tell. */
function namesOf(items: readonly Node[]): string[] | undefined {
  const names = items.map((item) => [...containersOf(item)][0]?.data.id)
  const known = names.filter((name) => name !== undefined)
  return known.length === items.length && new Set(known).size === known.length ? known : undefined
}

const isList = (node: Node): node is Extract<Flow, { type: 'list' }> => node.type === 'list'

/** Lists whose items both sides have added to or taken from. */
function mergeLists(origin: Flow, ours: Flow, theirs: Flow, manner: Manner): Merged<Flow> | null {
  if (!isList(origin) || !isList(ours) || !isList(theirs)) return null
  const names = [origin, ours, theirs].map(({ children }) => namesOf(children))
  const [o, a, b] = names
  if (!o || !a || !b) return null
  const { items, lost } = mergeSequence(o, a, b, manner.prefer)
  // One that both have moved would stand there twice; one that goes must not have been written in by the other.
  if (lost || new Set(items).size < items.length) return null
  const find = (list: typeof origin, all: readonly string[], name: string): ListItem | undefined =>
    list.children[all.indexOf(name)]
  const gone = o.filter((name) => !items.includes(name))
  const written = gone.some((name) =>
    [find(ours, a, name), find(theirs, b, name)].some(
      (item) => item !== undefined && !equal(item, find(origin, o, name)),
    ),
  )
  if (written) return null
  let whole = true
  const children = items.map((name): ListItem => {
    const [was, our, their] = [find(origin, o, name), find(ours, a, name), find(theirs, b, name)]
    if (our === undefined || their === undefined) return (our ?? their)!
    if (equal(our, their) || was === undefined || equal(their, was)) return our
    if (equal(our, was)) return their
    const one = mergeItem(was, our, their, manner)
    if (one === null) whole = false
    return one ?? our
  })
  const { ordered, start } = mergeFields<object>(
    { ...origin, children: [] },
    { ...ours, children: [] },
    { ...theirs, children: [] },
    manner.prefer,
  ).value as typeof origin
  const list: Flow = { type: 'list', ordered, ...(start === undefined ? {} : { start }), children }
  return whole ? { value: list, lost: false } : null
}

/** An item whose form is the same on all sides; null where it is not, or where words would be lost. */
function mergeItem(
  origin: ListItem,
  ours: ListItem,
  theirs: ListItem,
  manner: Manner,
): ListItem | null {
  const count = origin.children.length
  if (ours.children.length !== count || theirs.children.length !== count) return null
  const children: Flow[] = []
  for (let at = 0; at < count; at++) {
    const merged = mergeNode(origin.children[at]!, ours.children[at]!, theirs.children[at]!, manner)
    if (merged.lost) return null
    children.push(merged.value)
  }
  return { ...ours, children }
}

/** The words of three sides in the form of one. `lost`: somebody wrote in a text that this form has not. */
function mergeWords(
  form: Flow,
  [origin, ours, theirs]: readonly [Flow, Flow, Flow],
  manner: Manner,
): Merged<Flow> {
  const [o, a, b] = [textsIn(origin), textsIn(ours), textsIn(theirs)]
  let lost = false
  const there = new Set(textsIn(form).keys())
  for (const side of [a, b])
    for (const [id, content] of side)
      if (!there.has(id) && content.length > 0 && !equal(o.get(id), content)) lost = true
  const value = mapContainers(form, ({ data: { id }, children }) => {
    const [our, their] = [a.get(id), b.get(id)]
    if (our === undefined || their === undefined) return our ?? their ?? children
    const merged = mergeText(o.get(id) ?? [], our, their, manner)
    lost ||= merged.lost
    return merged.value
  })
  return { value, lost }
}

function mergeNode(origin: Flow, ours: Flow, theirs: Flow, manner: Manner): Merged<Flow> {
  if (equal(ours, theirs) || equal(theirs, origin)) return { value: ours, lost: false }
  if (equal(ours, origin)) return { value: theirs, lost: false }
  if (origin.type === 'code' && ours.type === 'code' && theirs.type === 'code') {
    const lines = [origin, ours, theirs].map(({ value }) => value.split('\n'))
    const { items, lost } = mergeSequence(lines[0]!, lines[1]!, lines[2]!, manner.prefer)
    const lang = mergeValue(origin.lang, ours.lang, theirs.lang, manner.prefer)
    const code: Flow = { type: 'code', value: items.join('\n') }
    return {
      value: lang.value === undefined ? code : { ...code, lang: lang.value },
      lost: lost || lang.lost,
    }
  }
  const [o, a, b] = [formOf(origin), formOf(ours), formOf(theirs)]
  const three = [origin, ours, theirs] as const
  const first = manner.prefer === 'ours' ? ours : theirs
  if (equal(a, b)) return mergeWords(ours, three, manner)
  // One side has changed the form alone: it stands, unless what the other wrote has no place in it.
  if (equal(a, o) || equal(b, o)) {
    const merged = mergeWords(equal(a, o) ? theirs : ours, three, manner)
    return merged.lost ? { ...mergeWords(first, three, manner), lost: true } : merged
  }
  return (
    mergeLists(origin, ours, theirs, manner) ?? { ...mergeWords(first, three, manner), lost: true }
  )
}

/** One block that two have changed, without its place. */
export function mergeBlock(
  origin: Block,
  ours: Block,
  theirs: Block,
  manner: Manner,
): Merged<Block> {
  const { prefer } = manner
  if (origin.kind === 'prose' && ours.kind === 'prose' && theirs.kind === 'prose') {
    const node = mergeNode(origin.node, ours.node, theirs.node, manner)
    const rest = mergeFields<object>(
      { ...origin, node: null },
      { ...ours, node: null },
      { ...theirs, node: null },
      prefer,
    )
    return {
      value: { ...(rest.value as typeof ours), node: node.value },
      lost: node.lost || rest.lost,
    }
  }
  if (ours.kind !== theirs.kind || origin.kind !== ours.kind)
    return mergeValue(origin, ours, theirs, prefer)
  return mergeFields<Block>(origin, ours, theirs, prefer, texts(manner))
}

/** The texts of a block by unit. */
export const textsOfBlock = (block: Block): Map<string, Content> =>
  new Map(Array.from(unitsOfBlock('', block), ({ id, content }) => [id, content]))
