import type { Content } from '../../document/text.ts'
import type { Translation } from '../../document/translation.ts'
import { contentHash } from '../../units/hash.ts'
import type { Unit } from '../../units/unit.ts'
import type { Problem } from '../problem.ts'
import { excerpt, placeOf, targetsOf, type Subject } from '../subject.ts'
import { consistency } from './consistency.ts'
import type { Ignored } from './ignored.ts'
import type { TextLanguage } from './language.ts'
import { mended } from './mend.ts'
import { flatText, isSilent, pairOf, type Finding, type Pair } from './pair.ts'
import { addressesIn } from './register.ts'
import type { TermMemory } from './term-memory.ts'
import { weightOf, type CheckSettings } from './settings.ts'

export interface QualityOptions {
  readonly settings: CheckSettings
  readonly ignored: readonly Ignored[]
  language(locale: string): TextLanguage
  /** Checks one pair; one that remembers spares the work for what did not change. */
  check(pair: Pair): readonly Finding[]
}

/** What is found now, and what would be found had nobody set it aside. */
export interface Quality {
  readonly problems: Problem[]
  readonly ignored: { readonly problem: Problem; readonly by: Ignored }[]
}

const keyOf = ({ unit, locale, rule }: Pick<Ignored, 'unit' | 'locale' | 'rule'>): string =>
  `${locale} ${unit} ${rule}`

function problemOf(
  { rule, start, end, params, source, edits }: Finding,
  unit: Unit,
  { locale, content }: Pick<Translation, 'locale' | 'content'>,
  settings: CheckSettings,
): Problem | undefined {
  const severity = weightOf(rule, settings)
  if (severity === 'off') return undefined
  return {
    rule,
    severity,
    locale,
    unit: unit.id,
    place: placeOf(unit),
    params: { text: excerpt(content), ...params },
    range: { start, end },
    ...(source === undefined ? {} : { sourceRange: source }),
    ...(edits === undefined ? {} : { mend: mended(content, edits) }),
  }
}

/**
 * The problems of one translation by itself. `unit` has the whole source; what nobody translated has none.
 */
export function problemsOfUnit(
  unit: Unit,
  translation: Translation,
  sourceLocale: string,
  { settings, language, check }: Pick<QualityOptions, 'settings' | 'language' | 'check'>,
): Problem[] {
  const pair = pairOf(
    unit.content,
    translation.content,
    language(sourceLocale),
    language(translation.locale),
  )
  return check(pair).flatMap((finding) => problemOf(finding, unit, translation, settings) ?? [])
}

/** Forbidden terms in the texts of the source, where that is under check. */
export function forbiddenTerms(
  { document: { sourceLocale }, locales, units, whole }: Subject,
  { settings, ignored }: Pick<QualityOptions, 'settings' | 'ignored'>,
  terms: TermMemory,
): Quality {
  if (!locales.includes(sourceLocale)) return { problems: [], ignored: [] }
  const problems = units.flatMap((unit) => {
    const content = whole.texts.get(unit.id) ?? unit.content
    return terms
      .checkSource(flatText(content), sourceLocale)
      .flatMap(
        (finding) => problemOf(finding, unit, { locale: sourceLocale, content }, settings) ?? [],
      )
  })
  return withoutIgnored(problems, ignored, (unit) => {
    const text = whole.texts.get(unit)
    const hash = text && contentHash(text)
    return hash === undefined ? undefined : { source: hash, target: hash }
  })
}

/** Sorts out what was set aside for exactly these texts. */
export function withoutIgnored(
  problems: readonly Problem[],
  ignored: readonly Ignored[],
  hashes: (unit: string, locale: string) => { source: string; target: string } | undefined,
): Quality {
  const set = new Map(ignored.map((one) => [keyOf(one), one]))
  const quality: Quality = { problems: [], ignored: [] }
  for (const problem of problems) {
    const { unit, locale, rule } = problem
    const by = unit === null || locale === null ? undefined : set.get(`${locale} ${unit} ${rule}`)
    const now = by && hashes(by.unit, by.locale)
    if (by && now?.source === by.sourceHash && now.target === by.targetHash)
      quality.ignored.push({ problem, by })
    else quality.problems.push(problem)
  }
  return quality
}

/** Two letters say nothing about a translator's choice of words. */
const isTelling = (content: Content): boolean => excerpt(content).length > 2

/** One source with several translations, and several sources with one. */
function inconsistent(
  units: readonly { unit: Unit; translation: Translation }[],
  settings: CheckSettings,
): Problem[] {
  const index = consistency()
  const texts = new Map<string, string>()
  for (const { unit, translation } of units)
    if (isTelling(unit.content)) {
      index.put(unit.id, contentHash(unit.content), contentHash(translation.content))
      texts.set(unit.id, excerpt(translation.content))
      texts.set(`source ${unit.id}`, excerpt(unit.content))
    }
  return units.flatMap(({ unit, translation }) => {
    const problem = (rule: Finding['rule'], other: string): Problem[] => {
      const end = excerpt(translation.content).length
      const found = problemOf(
        { rule, start: 0, end, params: { other } },
        unit,
        translation,
        settings,
      )
      return found === undefined ? [] : [found]
    }
    const [translated] = index.otherTranslations(unit.id)
    const [source] = index.otherSources(unit.id)
    return [
      ...(translated === undefined ? [] : problem('translation-differs', texts.get(translated)!)),
      ...(source === undefined ? [] : problem('source-differs', texts.get(`source ${source}`)!)),
    ]
  })
}

/** So many texts have to speak in one way before another is odd. */
const MOST_SPEAK = 4

/** Texts that speak to their readers otherwise than most do. */
function oddlyAddressed(
  units: readonly { unit: Unit; translation: Translation }[],
  language: TextLanguage,
  settings: CheckSettings,
): Problem[] {
  if (language.register === null || weightOf('register-differs', settings) === 'off') return []
  const spoken = units.flatMap(({ unit, translation }) => {
    const found = addressesIn(flatText(translation.content), language)
    const [first] = found
    return first !== undefined && found.every(({ form }) => form === first.form)
      ? [{ unit, translation, first }]
      : []
  })
  const formal = spoken.filter(({ first }) => first.form === 'formal').length
  const informal = spoken.length - formal
  const [form, most] = formal < informal ? ['formal', informal] : ['informal', formal]
  if (most < MOST_SPEAK || most < 2 * (spoken.length - most)) return []
  return spoken
    .filter(({ first }) => first.form === form)
    .flatMap(({ unit, translation, first: { start, end } }) => {
      const target = flatText(translation.content).slice(start, end)
      const finding: Finding = { rule: 'register-differs', start, end, params: { target } }
      const problem = problemOf(finding, unit, translation, settings)
      return problem === undefined ? [] : [problem]
    })
}

/** Those that too few people stand by, or that a memory wrote for another source. */
function unvouched(
  units: readonly { unit: Unit; translation: Translation }[],
  settings: CheckSettings,
): Problem[] {
  return units.flatMap(({ unit, translation }) => {
    const { state, origin, score, content } = translation
    const problem = (rule: Finding['rule']): Problem[] => {
      const finding = { rule, start: 0, end: excerpt(content).length, params: {} }
      const found = problemOf(finding, unit, translation, settings)
      return found === undefined ? [] : [found]
    }
    const unedited = origin === 'memory' && state !== 'draft' && (score ?? 100) < 100
    return [
      ...(unedited ? problem('match-unedited') : []),
      ...(state === 'approved' ? [] : problem(`state-${state}`)),
    ]
  })
}

/**
 * What is suspicious about the translations of the units under check. Each is looked at whole, whatever the audience of
 * a build sees of it, because what is mended is the whole.
 */
export function qualityOf(subject: Subject, options: QualityOptions): Quality {
  const { texts, translations } = subject.whole
  const problems = targetsOf(subject).flatMap((locale) => {
    const units = subject.units.flatMap((cut) => {
      const unit = { ...cut, content: texts.get(cut.id) ?? cut.content }
      const translation = translations.get(locale)?.get(cut.id)
      return translation === undefined || isSilent(translation.content)
        ? []
        : [{ unit, translation }]
    })
    return [
      ...units.flatMap(({ unit, translation }) =>
        problemsOfUnit(unit, translation, subject.document.sourceLocale, options),
      ),
      ...inconsistent(units, options.settings),
      ...oddlyAddressed(units, options.language(locale), options.settings),
      ...unvouched(units, options.settings),
    ]
  })
  return withoutIgnored(problems, options.ignored, (unit, locale) => {
    const [source, target] = [texts.get(unit), translations.get(locale)?.get(unit)]
    return source && target && { source: contentHash(source), target: contentHash(target.content) }
  })
}
