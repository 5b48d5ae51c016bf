import type { Coverage } from '../coverage.ts'
import type { CoveredFont } from '../library.ts'
import type { Setting } from '../../style/scripts.ts'

/** Fewer letters of a script than this are a sign or a borrowed letter, and not the script. */
const LEAST = 20

const known = new WeakMap<Coverage, Map<string, boolean>>()

/** Whether a font has the letters of a script. */
export function hasScript(
  coverage: Coverage,
  { code, letters }: Pick<Setting, 'code' | 'letters'>,
) {
  const scripts = known.get(coverage) ?? new Map<string, boolean>()
  known.set(coverage, scripts)
  const found = scripts.get(code)
  if (found !== undefined) return found
  let count = 0
  for (const [first, last] of coverage)
    for (let point = first; point <= last && count < LEAST; point++)
      if (letters.test(String.fromCodePoint(point))) count++
  scripts.set(code, count >= LEAST)
  return count >= LEAST
}

const IDEOGRAPH = /\p{Script=Han}/u
/** Letters, digits, and what stands in addresses and names of programs alone. */
const WORD = /[\p{L}\p{M}\p{N}@#&_\\~+=]/u
/** The scripts that draw the same ideographs differently. */
const DRAWN_APART = new Set(['Jpan', 'Hans', 'Hant', 'Kore'])

/**
 * Whether a font of an organisation's own gives a page a character that it has. Ideographs only if it draws them as the page's
 * language does, as far as it says so. Where it has not the script of the page: spaces and marks go with the script's own face, so
 * that a sentence is set in one, and it gives letters and digits; in scripts whose first face of the house is for Latin it stands in the
 * place of that, and yields what that yields.
 */
export function gives({ coverage, own }: CoveredFont, character: string, script: Setting): boolean {
  const drawn = own?.ideographs ?? []
  const apart = drawn.length > 0 && DRAWN_APART.has(script.code) && !drawn.includes(script.code)
  if (apart && IDEOGRAPH.test(character)) return false
  if (hasScript(coverage, script)) return true
  return script.yields === '' ? WORD.test(character) : !script.yields.includes(character)
}
