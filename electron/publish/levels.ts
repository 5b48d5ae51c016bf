type HeadingName = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'

/** Gives the headings inside one section their rank, so that no rank is skipped on the way down (WCAG 1.3.1, G141). */
export interface Levels {
  /** The element for a heading of this depth; 1 stands right under the section's own heading. */
  next(depth: number): HeadingName
}

/** `above` is the rank of the heading that the section hangs under: 2 for its own, 1 where it has none. */
export function headingLevels(above: number): Levels {
  let last = above
  return {
    next(depth) {
      last = Math.min(above + depth, last + 1, 6)
      return `h${last}` as HeadingName
    },
  }
}
