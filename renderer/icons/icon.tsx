import type { ReactElement } from 'react'
import './icon.css'

export interface GlyphProps {
  /** Its width and height, in px; as the style sheet of where it stands says where it is left out. */
  readonly size?: 14 | 16 | 18
  readonly className?: string | undefined
  /** It points along the line of text, and is mirrored where that runs from right to left. */
  readonly 'data-mirror'?: boolean | undefined
}

/** An icon, for the eye alone: what it stands for is said beside it, or by the label of its button. */
export type Glyph = (props: GlyphProps) => ReactElement

/**
 * An icon as a letter of a font. An inline SVG is a clip and a transform of its own for the browser to go through at each
 * frame: with the thirty that Write shows, a tenth of what a key costs. The letter stands in no text, so that it is neither
 * found, copied nor read out.
 */
export function icon(name: string, point: number): Glyph {
  const letter = String.fromCodePoint(point)
  return ({ size, ...props }) => (
    <span aria-hidden data-icon={name} data-letter={letter} data-size={size} {...props} />
  )
}
