import { covers } from './coverage.ts'
import { fontLibrary, type CoveredFont } from './library.ts'
import type { Role } from './roles.ts'
import type { Script } from '../style/scripts.ts'

type Cut = readonly [weight: number, style: 'normal' | 'italic']

const REGULAR: Cut = [400, 'normal']
const BOLD: Cut = [700, 'normal']

/** Which families and cuts a kind of type is set in. */
function typesOf(role: Role, script: Script): [families: readonly string[], cuts: readonly Cut[]] {
  const semibold: Cut[] = script.semibold === 700 ? [] : [[script.semibold, 'normal']]
  if (role === 'sans') return [script.sans, [REGULAR, ...semibold, BOLD]]
  if (role === 'mono') return [script.mono, [REGULAR]]
  if (role === 'bold') return [script.serif, [BOLD]]
  if (role === 'text') return [script.serif, [REGULAR]]
  if (script.emphasis === 'sans') return [script.sans, [REGULAR]]
  return [script.serif, [script.emphasis === 'bold' ? BOLD : [400, 'italic']]]
}

const cutOf = (fonts: readonly CoveredFont[], [weight, style]: Cut): CoveredFont[] =>
  fonts.filter((font) => font.style === style && font.weight === weight)

/** The files of a family in one cut; where it has none, the cut that a browser then takes: heavier, then upright. */
function filesOf(family: string, [weight, style]: Cut): CoveredFont[] {
  const fonts = fontLibrary().filter((font) => font.family === family)
  const wanted = [
    [weight, style],
    [weight > 500 ? 700 : 400, style],
    [weight > 500 ? 700 : 400, 'normal'],
  ] as const
  return wanted.map((cut) => cutOf(fonts, cut)).find((files) => files.length > 0) ?? []
}

/** Pairs of which text from right to left shows the one glyph for the other: a font that has only one is no help. */
const MIRRORED = new Map(
  ['()', '[]', '{}', '<>', '«»', '‹›'].flatMap((pair) => {
    const [open, close] = [pair.codePointAt(0)!, pair.codePointAt(1)!]
    return [
      [open, close],
      [close, open],
    ] as const
  }),
)

/** The code points that must stand in one font so that it can show this one. */
const needed = (character: string): number[] => {
  const point = character.codePointAt(0)!
  const partner = MIRRORED.get(point)
  return partner === undefined ? [point] : [point, partner]
}

/**
 * The font files that a page needs and the characters that each one gives it. A character that is in none of ours is
 * left to the reader's system.
 */
export function chooseFonts(
  characters: ReadonlyMap<Role, ReadonlySet<string>>,
  script: Script,
): ReadonlyMap<CoveredFont, ReadonlySet<number>> {
  const chosen = new Map<CoveredFont, Set<number>>()
  for (const [role, wanted] of characters) {
    const [families, cuts] = typesOf(role, script)
    for (const cut of cuts) {
      const stack = families.map((family) => filesOf(family, cut))
      for (const character of wanted) {
        const points = needed(character)
        const from = script.yields.includes(character) ? 1 : 0
        const font = stack
          .slice(from)
          .flat()
          .find(({ coverage }) => points.every((point) => covers(coverage, point)))
        if (font === undefined) continue
        const found = chosen.get(font) ?? new Set()
        for (const point of points) found.add(point)
        chosen.set(font, found)
      }
    }
  }
  return chosen
}
