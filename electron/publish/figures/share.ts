import { s } from 'hastscript'
import type { Element } from 'hast'
import { compareValues } from '../../../model/facts/compare.ts'
import type { Fact } from '../../../model/document/fact.ts'
import type { Rendering } from '../rendering.ts'

/** The least that is drawn of what is not nothing, as a part of the bar. */
const LEAST = 0.012

const percent = (part: number): string => `${+(part * 100).toFixed(3)}%`

/** The part of the larger of two values that each one is, or null where they cannot be held against each other. */
export function sharesOf(
  potential: Fact | undefined,
  confirmed: Fact | undefined,
): { readonly potential: number; readonly confirmed: number } | null {
  if (potential === undefined || confirmed === undefined) return null
  const found = compareValues(potential.value, confirmed.value)
  if (found.kind !== 'share') return null
  const { share, exceeds } = found
  if (share < 0 || (!exceeds && share > 1)) return null
  return exceeds && share > 0
    ? { potential: 1 / share, confirmed: 1 }
    : { potential: 1, confirmed: share }
}

/**
 * What is confirmed as the filled part of a bar that is as long as what was possible. The values stand beside it in the
 * table, so it says nothing of its own to whoever does not see it.
 */
export function shareBar(
  page: Rendering,
  shares: { readonly potential: number; readonly confirmed: number },
): Element {
  const turned = page.direction === 'rtl'
  const bar = (className: string, part: number): Element => {
    const width = part === 0 ? 0 : Math.max(part, LEAST)
    return s('rect', {
      className: [className],
      x: percent(turned ? 1 - width : 0),
      width: percent(width),
      y: '0',
      height: '100%',
    })
  }
  return s('svg.share', { ariaHidden: 'true', width: '100%', height: '0.5em' }, [
    bar('potential', shares.potential),
    ...(shares.confirmed === 0 ? [] : [bar('confirmed', shares.confirmed)]),
  ])
}
