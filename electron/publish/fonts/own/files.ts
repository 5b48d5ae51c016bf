import type { CoveredFont } from '../library.ts'
import { OWN_FAMILIES } from './family.ts'

type Kind = keyof typeof OWN_FAMILIES
type Cut = readonly [weight: number, style: 'normal' | 'italic']

/**
 * The files of an organisation's own face in one cut; none where it lacks it. A weight between is set in the bold one, and a word in a
 * heading whose face has no italic is slanted by the browser.
 */
export function ownFiles(
  kind: Kind,
  [weight, style]: Cut,
  brought: readonly CoveredFont[],
): CoveredFont[] {
  const heavy = weight > 500 ? 700 : 400
  const face = brought.filter((font) => font.family === OWN_FAMILIES[kind] && font.weight === heavy)
  const files = face.filter((font) => font.style === style)
  return files.length > 0 || kind !== 'headings' ? files : face
}

const known = new Map<string, CoveredFont>()

/** A font of the house under the name of an organisation's own face: the same object each time. */
export function aliased(font: CoveredFont, kind: Kind, [weight, style]: Cut): CoveredFont {
  const key = `${kind} ${font.file} ${weight} ${style}`
  const found = known.get(key) ?? { ...font, family: OWN_FAMILIES[kind], weight, style }
  known.set(key, found)
  return found
}
