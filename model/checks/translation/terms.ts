import { languageOf } from '../../memory/pair.ts'
import type { Concept, Term } from '../../terms/concept.ts'
import { isOf, type Recognised } from '../../terms/recognise.ts'
import type { Termbase } from '../../terms/termbase.ts'
import { acronyms } from './acronyms.ts'
import { isSilent, type Edit, type Finding, type Pair } from './pair.ts'

/** What a check asks of the termbase. */
export type Terms = Pick<Termbase, 'find' | 'findAll'>

/** The terms of a concept that a translation may use, the preferred ones first. */
function usable({ terms }: Concept, locale: string): Term[] {
  const language = languageOf(locale)
  const own = terms.filter(
    (term) =>
      term.status !== 'forbidden' &&
      languageOf(term.locale) === language &&
      isOf(term.locale, locale),
  )
  return own.toSorted((a, b) => Number(b.status === 'preferred') - Number(a.status === 'preferred'))
}

/** The terms at each place of a text: homonyms stand at the same one. */
function places(found: readonly Recognised[]): Recognised[][] {
  const groups = new Map<string, Recognised[]>()
  for (const one of found) {
    const key = `${one.start} ${one.end}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()]
}

const isForbidden = ({ term }: Recognised): boolean => term.status === 'forbidden'
const conceptsOf = (found: readonly Recognised[]): Set<string> =>
  new Set(found.map(({ concept }) => concept.id))

/** A term of the source with none of its translations; a concept that is the same everywhere with something else in its place. */
function missing({ here, there, from, to }: Pair, terms: Terms): Finding[] {
  const target = terms.findAll(there, to.locale)
  const used = conceptsOf(target.filter((one) => !isForbidden(one)))
  const misused = conceptsOf(target.filter(isForbidden))
  const end = { start: there.length, end: there.length }
  return places(terms.find(here, from.locale).filter(({ part }) => !part)).flatMap((homonyms) => {
    const source = here.slice(homonyms[0]!.start, homonyms[0]!.end)
    const told = homonyms.map(({ concept }) => ({ concept, own: usable(concept, to.locale) }))
    const isName = ({ concept, own }: (typeof told)[number]): boolean =>
      concept.untranslatable && own.length === 0
    // What has no translation is not looked for, and a homonym may be what is meant.
    if (told.some((one) => one.own.length === 0 && !isName(one))) return []
    if (
      told.some((one) => !isName(one) && (used.has(one.concept.id) || misused.has(one.concept.id)))
    )
      return []
    if (told.some(isName) && there.includes(source)) return []
    if (told.every(isName)) return [altered(source, there, end)]
    const expected = [...new Set(told.flatMap(({ own }) => own.map(({ text }) => text)))]
    return [{ rule: 'term-missing', ...end, params: { source, expected: expected.join(' / ') } }]
  })
}

/** A name that was changed; where only its capitals were, they are what mends it. */
function altered(source: string, there: string, end: Pick<Finding, 'start' | 'end'>): Finding {
  const [low, sought] = [there.toLowerCase(), source.toLowerCase()]
  const at = low.indexOf(sought)
  const isOne = low.length === there.length && at !== -1 && low.indexOf(sought, at + 1) === -1
  const params = { source, expected: source }
  if (!isOne) return { rule: 'term-altered', ...end, params }
  const edit: Edit = { start: at, end: at + source.length, text: source }
  return { rule: 'term-altered', start: edit.start, end: edit.end, params, edits: [edit] }
}

/** Another word at the beginning of a sentence or a heading. */
const likeCapital = (text: string, as: string): string => {
  const first = as[0] ?? ''
  const isCapital = first !== first.toLowerCase() && as.slice(1) === as.slice(1).toLowerCase()
  return isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/**
 * Forbidden terms in a text. Where another concept lets a word be used, `meant` says which concept it is about. Put right is what stands
 * in its base form: another form of the preferred term is not known.
 */
function forbidden(
  text: string,
  locale: string,
  terms: Terms,
  rule: 'term-forbidden' | 'term-forbidden-source',
  meant: ReadonlySet<string> | null,
): Finding[] {
  return places(terms.find(text, locale)).flatMap((homonyms): Finding[] => {
    const bad = homonyms.find(
      (one) => isForbidden(one) && (meant === null || meant.has(one.concept.id)),
    )
    const first = bad ?? homonyms.find(isForbidden)
    if (first === undefined || (first.part && bad === undefined)) return []
    const others = homonyms.filter((one) => !isForbidden(one))
    const isAllowed = others.some(({ concept }) => meant === null || meant.has(concept.id))
    if (isAllowed || (others.length > 0 && bad === undefined)) return []
    const { start, end, concept, term, part } = first
    const target = text.slice(start, end)
    const preferred = usable(concept, locale).filter(({ status }) => status === 'preferred')
    const expected = usable(concept, locale).map((one) => one.text)
    const isBase = target.toLowerCase() === term.text.toLowerCase()
    const edits: Edit[] = [{ start, end, text: likeCapital(preferred[0]?.text ?? '', target) }]
    return [
      {
        rule,
        start,
        end,
        params: {
          target,
          expected: expected.join(' / '),
          ...(expected.length === 0 ? { context: 'none' } : {}),
        },
        ...(isBase && !part && preferred.length === 1 && rule === 'term-forbidden'
          ? { edits }
          : {}),
      },
    ]
  })
}

/** What the termbase says against a translation. */
export function termFindings(pair: Pair, terms: Terms): Finding[] {
  if (isSilent(pair.source) || isSilent(pair.target)) return []
  const meant = conceptsOf(terms.findAll(pair.here, pair.from.locale))
  /** Where the termbase says what a term is called in the translation, or that it is called the same. */
  const told = () =>
    terms
      .find(pair.here, pair.from.locale)
      .filter(({ concept }) => concept.untranslatable || usable(concept, pair.to.locale).length > 0)
  return [
    ...missing(pair, terms),
    ...acronyms(pair, told),
    ...forbidden(pair.there, pair.to.locale, terms, 'term-forbidden', meant),
  ]
}

/** Forbidden terms in a text of the source. */
export const forbiddenInSource = (text: string, locale: string, terms: Terms): Finding[] =>
  forbidden(text, locale, terms, 'term-forbidden-source', null)
