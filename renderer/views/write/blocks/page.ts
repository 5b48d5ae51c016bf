import type { Postmortem } from '../../../../model/document/postmortem.ts'
import { standing } from '../../../editor/run/place.ts'
import type { Gap } from './move.ts'

const BLOCK = '[data-block]'

/** The element of a block on the page. */
export const elementOf = (page: Element, id: string): HTMLElement | null =>
  page.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`)

/** The block that something on the page belongs to. */
export function blockAt(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element?.closest<HTMLElement>(BLOCK) ?? null
}

const known = new WeakMap<Postmortem, ReadonlySet<string>>()

/** The ids of all blocks that stand in their sections, so without notes. A line that nobody has typed in yet is on the page and not in the document. */
export function blockIds(document: Postmortem): ReadonlySet<string> {
  let ids = known.get(document)
  if (ids === undefined) {
    ids = new Set(document.sections.flatMap(({ blocks }) => standing(blocks).map(({ id }) => id)))
    known.set(document, ids)
  }
  return ids
}

/** The blocks as the page shows them, from the top. */
export function blocksOn(page: Element, document: Postmortem): HTMLElement[] {
  const ids = blockIds(document)
  return [...page.querySelectorAll<HTMLElement>(BLOCK)].filter(
    (element) => ids.has(element.dataset['block'] ?? '') && !element.parentElement?.closest(BLOCK),
  )
}

export const orderOn = (page: Element, document: Postmortem): string[] =>
  blocksOn(page, document).map((element) => element.dataset['block']!)

/** A place between two blocks on the page, and where a line shows it, in the window's pixels. */
export interface PageGap extends Gap {
  readonly line: { readonly y: number; readonly left: number; readonly right: number }
}

/** The section at a height of the window, or the nearest one. */
function sectionAt(page: Element, y: number): HTMLElement | undefined {
  let nearest: HTMLElement | undefined
  let least = Infinity
  for (const section of page.querySelectorAll<HTMLElement>('[data-section]')) {
    const { top, bottom } = section.getBoundingClientRect()
    const away = y < top ? top - y : y > bottom ? y - bottom : 0
    if (away < least) [nearest, least] = [section, away]
  }
  return nearest
}

/** The gap that is nearest to a height of the window. Null where there is no section. */
export function gapAt(page: Element, document: Postmortem, y: number): PageGap | null {
  const section = sectionAt(page, y)
  const id = section?.dataset['section']
  if (section === undefined || id === undefined) return null
  const blocks = blocksOn(section, document)
  const boxes = blocks.map((block) => block.getBoundingClientRect())
  const below = boxes.findIndex(({ top, bottom }) => y < (top + bottom) / 2)
  const at = below === -1 ? boxes.length : below
  const above = boxes[at - 1]
  const next = boxes[at]
  const after = blocks[at - 1]?.dataset['block'] ?? null
  const room = section.querySelector('[data-run]')?.getBoundingClientRect()
  const wide = next ?? above ?? room ?? section.getBoundingClientRect()
  const top = above?.bottom ?? -Infinity
  const bottom = next?.top ?? Infinity
  // Below the heading of a group one is in it, above it in the group before.
  const head = [...section.querySelectorAll<HTMLElement>('[data-workstream]')].find((element) => {
    const box = element.getBoundingClientRect()
    return box.top >= top && box.bottom <= bottom
  })
  const heading = head?.getBoundingClientRect()
  const inGroup = heading !== undefined && y > (heading.top + heading.bottom) / 2
  const edge = heading && (inGroup ? heading.bottom + 3 : heading.top - 3)
  const between =
    above && next
      ? (above.bottom + next.top) / 2
      : next
        ? next.top - 5
        : above
          ? above.bottom + 5
          : wide.top + 4
  return {
    section: id,
    after,
    group: inGroup ? head?.dataset['workstream'] || null : undefined,
    line: { y: edge ?? between, left: wide.left, right: wide.right },
  }
}
