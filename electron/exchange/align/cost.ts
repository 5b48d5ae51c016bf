import type { Anchors, Segment } from './segment.ts'

/** Variance of a translation's length for each character of its source (Gale and Church 1993, section 3.2). */
const VARIANCE = 6.8
/** No partner at all: -ln of the share of such segments in a parallel text (Gale and Church 1993, table 5). */
export const GAP = 4.6
/** A length that is nothing like its partner's still pairs sooner than two segments stay alone, all else equal. */
const WORST_LENGTH = 1.4 * GAP
/** For each sentence that one side has more: translators join and split them, but seldom. */
const SENTENCE = 0.5
const IMPOSSIBLE = Infinity

/** The upper tail of the normal distribution (Abramowitz and Stegun 1964, 26.2.17; error below 7.5e-8). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  return (
    density *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  )
}

function lengthCost(source: number, target: number, ratio: number): number {
  const mean = (source + target / ratio) / 2
  const delta = Math.abs(target - source * ratio) / Math.sqrt(Math.max(mean, 1) * VARIANCE)
  return Math.min(-Math.log(Math.max(2 * upperTail(delta), 1e-12)), WORST_LENGTH)
}

function share(source: ReadonlySet<string>, target: ReadonlySet<string>, of: number): number {
  return [...source].filter((anchor) => target.has(anchor)).length / of
}

/**
 * Shared figures and names speak for a pair. A figure that one side alone has speaks against it, a little: the other
 * may have it as a word.
 */
function anchorCost(source: Anchors, target: Anchors): number {
  const most = Math.max(source.figures.size, target.figures.size)
  const figures = most === 0 ? 0 : 0.5 - 3 * share(source.figures, target.figures, most)
  const least = Math.min(source.names.size, target.names.size)
  const names = least === 0 ? 0 : -2 * share(source.names, target.names, least)
  return figures + names
}

/** Work that texts do, and what it costs to pair those that do different work. Headings pair with headings only. */
function roleCost(source: Segment, target: Segment): number {
  if (source.role === target.role) return 0
  const roles = new Set([source.role, target.role])
  if (roles.has('title') || roles.has('cell')) return IMPOSSIBLE
  if (roles.has('paragraph') && roles.has('item')) return 2
  if (roles.has('group') && (roles.has('item') || roles.has('subheading'))) return 3
  if (roles.has('heading') && roles.has('subheading')) return 2
  if (roles.has('heading')) return IMPOSSIBLE
  return 4
}

function placeCost(source: Segment, target: Segment): number {
  const block = source.block === target.block ? 0 : 1.5
  const known = source.section !== 'prose' && target.section !== 'prose'
  const other = source.role === 'heading' ? 7 : 5
  const section = source.section === target.section ? 0 : known ? other : 1
  return block + section + Math.min(Math.abs(source.depth - target.depth), 3)
}

const total = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { length }) => sum + length, 0)

/**
 * What it costs to make two segments a pair; two gaps cost `2 * GAP`. The ratio of the languages' lengths is taken
 * from the two texts themselves, so that no language needs a figure of its own.
 */
export function pairCost(
  sources: readonly Segment[],
  targets: readonly Segment[],
): (source: Segment, target: Segment) => number {
  const ratio = Math.min(Math.max(total(targets) / Math.max(total(sources), 1), 0.1), 10)
  return (source, target) => {
    const role = roleCost(source, target)
    if (role === IMPOSSIBLE) return IMPOSSIBLE
    return (
      role +
      placeCost(source, target) +
      lengthCost(source.length, target.length, ratio) +
      Math.min(Math.abs(source.sentences - target.sentences), 3) * SENTENCE +
      anchorCost(source.anchors, target.anchors)
    )
  }
}
