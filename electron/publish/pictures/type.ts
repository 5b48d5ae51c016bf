import { Buffer } from 'node:buffer'
import bidiFactory from 'bidi-js'
import { chooseFonts } from '../fonts/choice.ts'
import { renamed } from '../fonts/rename.ts'
import type { Role } from '../fonts/roles.ts'
import type { Measure } from '../fonts/shaping.ts'
import { fontSubset } from '../fonts/subset.ts'
import type { Rendering } from '../rendering.ts'
import { scriptStyle } from '../style/scripts.ts'

export type Weight = 400 | 600 | 700

/** A stretch of a line that one font shows in one direction, in the order in which it is read by the eye, from the left. */
export interface TypeRun {
  readonly text: string
  readonly family: string
  readonly direction: 'ltr' | 'rtl'
  /** Its width in em, and what of that is empty on the left: spaces at the ends of a stretch are not drawn. */
  readonly width: number
  readonly empty: number
}

/** The fonts of a picture's texts: cut to their characters, each file under a name of its own. */
export interface Type {
  readonly files: readonly Uint8Array[]
  /** A line in stretches. `heading`: in the face that headings have, where an organisation brought one. */
  runs(text: string, weight: Weight, measures: readonly Measure[], heading: boolean): TypeRun[]
}

interface Face {
  readonly index: number
  readonly heading: boolean
  readonly weight: number
  readonly points: ReadonlySet<number>
}

/** What has no shape of its own and goes with whatever it stands in. */
const SHAPELESS = /[\s\p{M}\p{Cf}]/u
const bidi = bidiFactory()

export const familyOf = (index: number): string => `Face${index}`

/** @param texts everything that will be set */
export async function typeFor(page: Rendering, texts: readonly string[]): Promise<Type> {
  const shown = new Set([...texts.join(''), ' ', '…'])
  const setting = scriptStyle({ ...page, medium: 'screen' })
  const chosenFor = (role: Role) => [...chooseFonts(new Map([[role, shown]]), setting, page.fonts)]
  const plain = chosenFor('sans')
  const chosen = setting.own.headings ? [...plain, ...chosenFor('headings')] : plain
  const faces = chosen.map(([font, points], index): Face => ({
    index,
    heading: index >= plain.length,
    weight: font.weight,
    points,
  }))
  const files = await Promise.all(
    chosen.map(async ([font, points], index) =>
      renamed(Buffer.from(await fontSubset(font, points, 'ttf')), familyOf(index)),
    ),
  )
  const faceOf = (character: string, weight: Weight, heading: boolean): Face | undefined => {
    const having = faces.filter(
      (face) => face.heading === heading && face.points.has(character.codePointAt(0)!),
    )
    // A family without the weight has the one that a browser takes then: heavier for a heavy one.
    return (
      having.find((face) => face.weight === weight) ??
      having.find((face) => face.weight === (weight > 500 ? 700 : 400)) ??
      having[0]
    )
  }
  return {
    files,
    runs(text, weight, measures, wanted) {
      const heading = wanted && setting.own.headings
      const { levels } = bidi.getEmbeddingLevels(text, page.direction)
      const runs: { text: string; face: number; level: number }[] = []
      // What comes before anything that has a shape goes with what follows it.
      let ahead = ''
      let at = 0
      for (const character of text) {
        const level = levels[at]!
        at += character.length
        const last = runs.at(-1)
        const none = SHAPELESS.test(character)
        if (none && last === undefined) {
          ahead += character
          continue
        }
        const keeps = none && (character !== ' ' || faces[last!.face]!.points.has(32))
        const face = keeps
          ? last!.face
          : (faceOf(character, weight, heading)?.index ?? last?.face ?? 0)
        if (last?.face === face && last.level === level) last.text += character
        else runs.push({ text: ahead + character, face, level })
        ahead = ''
      }
      // UAX #9, L2: from the highest level to the lowest odd one, every sequence at that level or above is turned around.
      const highest = Math.max(0, ...runs.map(({ level }) => level))
      for (let level = highest; level >= 1; level--)
        for (let start = 0; start < runs.length; start++) {
          let end = start
          while (end < runs.length && runs[end]!.level >= level) end++
          if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).toReversed())
          start = end
        }
      return runs.map((run) => {
        const direction = run.level % 2 === 1 ? 'rtl' : 'ltr'
        const measure = (part: string): number => measures[run.face]?.(part, direction) ?? 0
        const text = run.text.trim()
        const [before, after] = run.text.split(text === '' ? run.text : text) as [string, string]
        return {
          text,
          family: familyOf(run.face),
          direction,
          width: measure(run.text),
          empty: measure(direction === 'rtl' ? after : before),
        }
      })
    },
  }
}
