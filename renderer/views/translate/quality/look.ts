import { textLanguage } from '../../../../locales/text-language.ts'
import type { Problem } from '../../../../model/checks/problem.ts'
import { isOfWhole } from '../../../../model/checks/translation/groups.ts'
import { checkMemory } from '../../../../model/checks/translation/memory.ts'
import { problemsOfUnit, withoutIgnored } from '../../../../model/checks/translation/problems.ts'
import { QUALITY_RULES, type QualityRule } from '../../../../model/checks/translation/rules.ts'
import type { CheckSettings } from '../../../../model/checks/translation/settings.ts'
import { contentHash } from '../../../../model/units/hash.ts'
import type { UnitInLocale } from '../../../../model/units/locale-view.ts'
import type { Aside, Found } from './found.ts'

/** What is wrong with one translation now, and what a person set aside. */
export interface Looked {
  readonly problems: readonly Problem[]
  readonly asides: readonly Aside[]
}

export const NOTHING_WRONG: Looked = { problems: [], asides: [] }

const { check } = checkMemory(500)
const rules: ReadonlySet<string> = new Set(QUALITY_RULES)
export const isQualityRule = (rule: string): rule is QualityRule => rules.has(rule)

/** Is it told from the text and its source alone, so that it need not wait for a save? */
export const isOfPair = ({ rule }: Problem): boolean => isQualityRule(rule) && !isOfWhole(rule)

/**
 * Looks at a translation as it stands in the window; what needs the whole of the document to be told is as the library
 * said it last.
 */
export function look(
  { unit, translation }: UnitInLocale,
  sourceLocale: string,
  found: Pick<Found, 'problems' | 'asides'>,
  settings: CheckSettings,
): Looked {
  if (translation === undefined) return NOTHING_WRONG
  const asides = found.asides.get(unit.id) ?? []
  const own = problemsOfUnit(unit, translation, sourceLocale, {
    settings,
    language: textLanguage,
    check,
  })
  const hashes = {
    source: contentHash(unit.content),
    target: contentHash(translation.content),
  }
  const left = withoutIgnored(
    own,
    asides.map(({ by }) => by),
    () => hashes,
  )
  const whole = (found.problems.get(unit.id) ?? []).filter((problem) => !isOfPair(problem))
  const wholeAsides = asides.filter(({ problem }) => !isOfPair(problem))
  return { problems: [...left.problems, ...whole], asides: [...left.ignored, ...wholeAsides] }
}
