import type { Content, Phrasing } from './text.ts'

/** How long a node is for offsets in a text: its characters; a fact and a break are one each. */
export const lengthOf = (node: Phrasing): number => {
  if ('value' in node) return node.value.length
  return 'children' in node ? node.children.reduce((sum, child) => sum + lengthOf(child), 0) : 1
}

/** The part of a text between two offsets, with the marks around it. Nothing comes of a stretch without length. */
export function sliced(content: Content, start: number, end: number): Content {
  const out: Phrasing[] = []
  let at = 0
  for (const node of content) {
    const from = at
    at += lengthOf(node)
    const [first, last] = [Math.max(start, from) - from, Math.min(end, at) - from]
    if (first >= last) continue
    if (first === 0 && last === at - from) out.push(node)
    else if ('value' in node) out.push({ ...node, value: node.value.slice(first, last) })
    else if ('children' in node) out.push({ ...node, children: sliced(node.children, first, last) })
  }
  return out
}

/** Two neighbours as one where they are of one kind: texts, the same marks, links to one place. */
function fused(a: Phrasing, b: Phrasing): Phrasing | undefined {
  if (a.type === 'text' && b.type === 'text') return { type: 'text', value: a.value + b.value }
  const same =
    a.type === b.type &&
    (a.type !== 'link' || b.type !== 'link' || (a.url === b.url && a.title === b.title)) &&
    (a.type !== 'passage' || b.type !== 'passage' || a.audience === b.audience)
  return same && 'children' in a && 'children' in b
    ? { ...a, children: joined(a.children, b.children) }
    : undefined
}

/** One text after another, with what was parted at the seam whole again. */
export function joined(left: Content, right: Content): Content {
  const [a, b] = [left.at(-1), right[0]]
  const whole = a && b && fused(a, b)
  return whole ? [...left.slice(0, -1), whole, ...right.slice(1)] : [...left, ...right]
}

type Side = 'start' | 'end'

/** The outermost character of a text at one side. What is no text stands as one that is no space. */
function edge(content: Content, side: Side): string {
  for (const node of side === 'start' ? content : content.toReversed()) {
    if (node.type === 'break') return '\n'
    if (node.type !== 'text' && !('children' in node)) return '\u{FFFC}'
    const found = node.type === 'text' ? node.value : edge(node.children, side)
    const [first, last] = [[...found.slice(0, 2)][0], [...found.slice(-2)].at(-1)]
    if (first !== undefined && last !== undefined) return side === 'start' ? first : last
  }
  return ''
}

/** The text without the characters that `gone` accepts at one side, up to `most` of them. */
function trimmed(
  content: Content,
  side: Side,
  gone: (character: string) => boolean,
  most = Infinity,
): Content {
  let rest = content
  for (let count = 0; count < most && rest.length > 0; count++) {
    const character = edge(rest, side)
    if (character !== '' && !gone(character)) break
    rest = withoutEdge(rest, side)
  }
  return rest
}

function withoutEdge(content: Content, side: Side): Content {
  const at = side === 'start' ? 0 : content.length - 1
  const node = content[at]!
  if (node.type === 'text') {
    const length = edge([node], side).length
    const value = side === 'start' ? node.value.slice(length) : node.value.slice(0, -length || 0)
    return value === '' ? content.toSpliced(at, 1) : content.with(at, { ...node, value })
  }
  if (!('children' in node) || node.children.length === 0) return content.toSpliced(at, 1)
  const children = withoutEdge(node.children, side)
  return children.length === 0 ? content.toSpliced(at, 1) : content.with(at, { ...node, children })
}

const isSpace = (character: string): boolean => /^\s$/u.test(character)
/** Marks that a sentence goes on or ends with: no space stands before them, and one of them is enough. */
const SEPARATORS = new Set(',.;:、。，．；：،؛')
const CLOSING = new Set([...SEPARATORS, ...'!?)]}…»”’！？）」』】؟'])
const BRACKETS = new Map(
  [...'()[]{}（）「」『』【】'].flatMap((mark, at, all) =>
    at % 2 === 0 ? [[mark, all[at + 1]!]] : [],
  ),
)
/** These join what stands beside them, and stay in front of a mark: French sets one before a colon. */
const isBinding = (character: string): boolean => /^[\u00A0\u202F\u2060]$/u.test(character)

/** Closes the gap between two stretches that a cut left. */
function closed(left: Content, right: Content): Content {
  if (left.length === 0 || right.length === 0) return joined(left, right)
  let [a, b] = [left, right]
  const [outer, inner] = [trimmed(a, 'end', isSpace), trimmed(b, 'start', isSpace)]
  const close = BRACKETS.get(edge(outer, 'end'))
  if (close !== undefined && edge(inner, 'start') === close)
    return closed(withoutEdge(outer, 'end'), withoutEdge(inner, 'start'))
  const next = edge(inner, 'start')
  if (SEPARATORS.has(next) && edge(outer, 'end') === next) {
    a = outer
    b = withoutEdge(inner, 'start')
  }
  const [last, first] = [edge(a, 'end'), edge(b, 'start')]
  if (close !== undefined) b = trimmed(b, 'start', isSpace)
  else if (isSpace(last) && CLOSING.has(first) && !isBinding(last)) a = outer
  else if (isSpace(last) && isSpace(first)) {
    // A line break, or a space that binds, says more than a plain one.
    if (last === ' ' && first !== ' ') a = outer
    else b = inner
  }
  return joined(a, b)
}

/** Stretches of a text as one, after what stood between them was cut out. */
export function seamed(stretches: readonly Content[]): Content {
  const whole = stretches.reduce(closed)
  return trimmed(trimmed(whole, 'start', isSpace), 'end', isSpace)
}
