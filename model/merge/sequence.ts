import { diffArrays } from 'diff'

/** A stretch of the common origin, from `start` up to `end`, that one side has replaced by `put`. */
interface Hunk {
  readonly start: number
  readonly end: number
  readonly put: readonly string[]
}

/** Beyond this many differences two lists have nothing to do with each other. */
const MOST_EDITS = 4000

function hunksOf(origin: readonly string[], side: readonly string[]): Hunk[] {
  const parts = diffArrays([...origin], [...side], { maxEditLength: MOST_EDITS })
  if (parts === undefined) return [{ start: 0, end: origin.length, put: side }]
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | undefined
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      if (open) hunks.push(open)
      open = undefined
      at += value.length
      continue
    }
    open ??= { start: at, end: at, put: [] }
    if (removed) at += value.length
    open = { ...open, end: at, put: added ? [...open.put, ...value] : open.put }
  }
  return open ? [...hunks, open] : hunks
}

const isInsertion = ({ start, end }: Hunk): boolean => start === end

/** Do they speak of the same place? Two insertions between the same two items do not: both have room. */
const meet = (a: Hunk, b: Hunk): boolean =>
  isInsertion(a) && isInsertion(b) ? false : a.start < b.end && b.start < a.end

const takesAway = (hunks: readonly Hunk[]): boolean => hunks.every(({ put }) => put.length === 0)

/** What was written in a stretch that the other side took away: the insertions alone, or the stretch as rewritten. */
const kept = (hunks: readonly Hunk[], whole: readonly string[]): readonly string[] =>
  hunks.every(isInsertion) ? hunks.flatMap(({ put }) => put) : whole

/** What none of the hunks covers. */
const remaining = (
  origin: readonly string[],
  hunks: readonly Hunk[],
  start: number,
  end: number,
): string[] =>
  origin
    .slice(start, end)
    .filter((_, at) => !hunks.some((hunk) => hunk.start <= start + at && start + at < hunk.end))

/**
 * A word and a space put before a space are the same text as a space and the word put behind it. An insertion within
 * what the other side took away or replaced is moved out of there where it can be: then nothing meets.
 */
function slid(hunks: readonly Hunk[], others: readonly Hunk[], origin: readonly string[]): Hunk[] {
  const inside = (at: number): boolean => others.some((one) => one.start < at && at < one.end)
  return hunks.map((hunk, index) => {
    if (!isInsertion(hunk) || !inside(hunk.start)) return hunk
    const least = hunks[index - 1]?.end ?? 0
    const most = hunks[index + 1]?.start ?? origin.length
    let put = [...hunk.put]
    for (let at = hunk.start; at > least && origin[at - 1] === put.at(-1);) {
      put = [put.at(-1)!, ...put.slice(0, -1)]
      at -= 1
      if (!inside(at)) return { start: at, end: at, put }
    }
    put = [...hunk.put]
    for (let at = hunk.start; at < most && origin[at] === put[0];) {
      put = [...put.slice(1), put[0]!]
      at += 1
      if (!inside(at)) return { start: at, end: at, put }
    }
    return hunk
  })
}

export interface MergedSequence {
  readonly items: readonly string[]
  /** Both sides have replaced the same stretch, and only one could stay. */
  readonly lost: boolean
}

/** What one side made of the origin from `start` up to `end`. */
function made(
  origin: readonly string[],
  hunks: readonly Hunk[],
  start: number,
  end: number,
): string[] {
  const out: string[] = []
  let at = start
  for (const hunk of hunks) {
    out.push(...origin.slice(at, hunk.start), ...hunk.put)
    at = hunk.end
  }
  return [...out, ...origin.slice(at, end)]
}

/**
 * A three-way merge of lists (diff3; Khanna, Kunal and Pierce, “A Formal Investigation of Diff3”, 2007). What was
 * inserted at one place by both sides stands there twice, theirs first, unless it is the same. Where both replaced a
 * stretch, what was taken away gives way to what was written, and of two writings `prefer` stays.
 */
export function mergeSequence(
  origin: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  prefer: 'ours' | 'theirs',
): MergedSequence {
  const [a, b] = [hunksOf(origin, ours), hunksOf(origin, theirs)]
  const left = slid(a, b, origin)
  const right = slid(b, left, origin)
  const items: string[] = []
  let lost = false
  let at = 0
  while (left.length > 0 || right.length > 0) {
    const start = Math.min(left[0]?.start ?? Infinity, right[0]?.start ?? Infinity)
    items.push(...origin.slice(at, start))
    const group: { left: Hunk[]; right: Hunk[] } = { left: [], right: [] }
    let end = start
    const take = (side: 'left' | 'right'): void => {
      const hunk = (side === 'left' ? left : right).shift()!
      group[side].push(hunk)
      end = Math.max(end, hunk.end)
    }
    // Of two that begin together the shorter one comes first: an insertion stands before what follows it.
    const [l, r] = [left[0], right[0]]
    take(
      l && (!r || l.start < r.start || (l.start === r.start && l.end <= r.end)) ? 'left' : 'right',
    )
    // Then what meets those, of either side.
    for (;;) {
      const region: Hunk = { start, end, put: [] }
      const joins = (hunk: Hunk | undefined, others: readonly Hunk[]): boolean =>
        hunk !== undefined && (meet(hunk, region) || sharesPoint(hunk, others))
      if (joins(left[0], group.right)) take('left')
      else if (joins(right[0], group.left)) take('right')
      else break
    }
    const our = made(origin, group.left, start, end)
    const their = made(origin, group.right, start, end)
    if (group.right.length === 0) items.push(...our)
    else if (group.left.length === 0) items.push(...their)
    else if (our.join('\0') === their.join('\0')) items.push(...our)
    else if (start === end) items.push(...their, ...our)
    else if (takesAway(group.left) && takesAway(group.right))
      items.push(...remaining(origin, [...group.left, ...group.right], start, end))
    else if (takesAway(group.left)) items.push(...kept(group.right, their))
    else if (takesAway(group.right)) items.push(...kept(group.left, our))
    else {
      items.push(...(prefer === 'ours' ? our : their))
      lost = true
    }
    at = end
  }
  return { items: [...items, ...origin.slice(at)], lost }
}

/** Two insertions between the same two items belong together, so that the same one is not made twice. */
const sharesPoint = (hunk: Hunk, others: readonly Hunk[]): boolean =>
  isInsertion(hunk) && others.some((other) => isInsertion(other) && other.start === hunk.start)
