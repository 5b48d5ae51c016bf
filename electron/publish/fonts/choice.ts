import { covers } from './coverage.ts'
import { fontLibrary, type CoveredFont } from './library.ts'
import { aliased, ownFiles } from './own/files.ts'
import { gives } from './own/gives.ts'
import type { Role } from './roles.ts'
import type { Setting } from '../style/scripts.ts'

export type Cut = readonly [weight: number, style: 'normal' | 'italic']

const REGULAR: Cut = [400, 'normal']
const BOLD: Cut = [700, 'normal']
const ITALIC: Cut = [400, 'italic']
const BOLD_ITALIC: Cut = [700, 'italic']

interface Type {
  /** The families of the house. */
  readonly families: readonly string[]
  readonly cuts: readonly Cut[]
  /** The kind of an organisation's own faces that comes before them. */
  readonly own: keyof Setting['own']
}

const text = (families: readonly string[], ...cuts: readonly Cut[]): Type => ({
  families,
  cuts,
  own: 'text',
})

/** Which families and cuts a kind of type is set in. */
function typeOf(role: Role, script: Setting): Type {
  const semibold: Cut = [script.semibold, 'normal']
  const heading: Cut = [script.headingWeight, 'normal']
  if (role === 'sans') return text(script.sans, REGULAR, semibold, BOLD)
  if (role === 'mono') return { families: script.mono, cuts: [REGULAR], own: 'code' }
  if (role === 'headings')
    return { families: script.headings, cuts: [heading, BOLD], own: 'headings' }
  if (role === 'headingsItalic') {
    const slanted = script.own.headings ? BOLD_ITALIC : ITALIC
    return { families: script.headings, cuts: [heading, BOLD, slanted], own: 'headings' }
  }
  if (role === 'bold') return text(script.serif, BOLD)
  if (role === 'text') return text(script.serif, REGULAR)
  if (script.emphasis === 'sans') return text(script.sans, role === 'boldItalic' ? BOLD : REGULAR)
  if (script.emphasis === 'bold') return text(script.serif, BOLD)
  // A family without the bold italic has its italic or its bold instead: that is the browser's choice.
  return role === 'italic'
    ? text(script.serif, ITALIC)
    : text(script.serif, BOLD_ITALIC, ...(script.own.text ? [] : [ITALIC]))
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

/** Where a character of one kind of type in one cut is looked for: an organisation's own files, then the house's family by family. */
interface Stack {
  readonly own: readonly CoveredFont[]
  readonly house: readonly (readonly CoveredFont[])[]
}

function stackOf(type: Type, cut: Cut, script: Setting, brought: readonly CoveredFont[]): Stack {
  const house = type.families.map((family) => filesOf(family, cut))
  if (!script.own[type.own]) return { own: [], house }
  const own = ownFiles(type.own, cut, brought)
  // A cut that it lacks is the house's under its name, or a browser would slant or fatten another cut of it.
  return own.length > 0
    ? { own, house }
    : { own, house: house.map((files) => files.map((font) => aliased(font, type.own, cut))) }
}

/**
 * The font files that a page needs and the characters that each one gives it. A character that is in none of ours is
 * left to the reader's system.
 *
 * @param brought the files of an organisation's own faces
 */
export function chooseFonts(
  characters: ReadonlyMap<Role, ReadonlySet<string>>,
  script: Setting,
  brought: readonly CoveredFont[] = [],
): ReadonlyMap<CoveredFont, ReadonlySet<number>> {
  const chosen = new Map<CoveredFont, Set<number>>()
  for (const [role, wanted] of characters) {
    if (wanted.size === 0) continue
    const type = typeOf(role, script)
    for (const cut of type.cuts) {
      const { own, house } = stackOf(type, cut, script, brought)
      for (const character of wanted) {
        const points = needed(character)
        const has = ({ coverage }: CoveredFont): boolean =>
          points.every((point) => covers(coverage, point))
        const from = script.yields.includes(character) ? 1 : 0
        const font =
          own.find((one) => has(one) && gives(one, character, script)) ??
          house.slice(from).flat().find(has)
        if (font === undefined) continue
        const found = chosen.get(font) ?? new Set()
        for (const point of points) found.add(point)
        chosen.set(font, found)
      }
    }
  }
  return chosen
}
