import type { Audience } from '../document/audience.ts'
import { stretchesOf } from '../document/passage.ts'
import type { Postmortem } from '../document/postmortem.ts'
import { stateOf } from '../document/state.ts'
import { plainText, type Content } from '../document/text.ts'
import type { Translation } from '../document/translation.ts'
import type { Fact } from '../document/fact.ts'
import { factsById, readContent, readFact, readValue, type FactWords } from '../facts/read.ts'
import { readEventTime, readZone, zonePlan } from '../timeline/read.ts'
import { documentForAudience, translationsForAudience } from '../units/audience-view.ts'
import { documentInLocale } from '../units/locale-view.ts'
import { allUnits, type Unit } from '../units/unit.ts'
import { idsIn, leavesOf } from './leaves.ts'
import type { Known } from './secrets.ts'

/** A postmortem with all that is kept of it, and how facts read in each language. */
export interface Kept {
  readonly document: Postmortem
  readonly translations: readonly Translation[]
  readonly words: (locale: string) => FactWords
}

const localesOf = ({ sourceLocale, locales }: Postmortem): string[] => [sourceLocale, ...locales]

const nameOf = ({ place }: Unit, locale: string): string => `${place.field} ${locale}`

/** A text whole and by its stretches: what of it is for a narrower circle is a text of its own. */
function* readings(
  content: Content,
  facts: ReadonlyMap<string, Fact>,
  locale: string,
  words: FactWords,
): Generator<string, void, undefined> {
  const stretches = stretchesOf(content)
  const read = (one: Content): string => readContent(one, facts, locale, words)
  if (stretches.every(({ audience }) => audience === null)) return yield read(content)
  for (const stretch of stretches) yield read(stretch.content)
}

/** Every text of a postmortem and its translations, with facts read out: what may be seen and what may not. */
export function* knownTexts({
  document,
  translations,
  words,
}: Kept): Generator<Known, void, undefined> {
  const facts = factsById(document.facts)
  const ids = new Set(idsIn(document))
  for (const leaf of leavesOf(document, 'document')) if (!ids.has(leaf.text)) yield leaf
  const state = stateOf(document, translations)
  for (const locale of localesOf(document)) {
    const view = documentInLocale(document, state.translations, locale).document
    const say = words(locale)
    for (const unit of allUnits(view))
      for (const text of readings(unit.content, facts, locale, say))
        yield { what: nameOf(unit, locale), text }
    for (const fact of document.facts)
      yield { what: `fact ${locale}`, text: readFact(fact, 'long', locale, say) }
  }
  for (const translation of translations)
    for (const { text } of leavesOf(translation, 'translation'))
      if (!ids.has(text)) yield { what: `translation ${translation.locale}`, text }
}

/** What stands beside a time once it is read out: the text of its event, before it and behind it, and the zone of all. */
function* timed(
  document: Postmortem,
  units: readonly Unit[],
  read: readonly string[],
  locale: string,
): Generator<string, void, undefined> {
  const plan = zonePlan(document)
  const bare = { openEnd: '{value}', uncertainEnd: '{value}' }
  const texts = new Map(units.map(({ place }, at) => [place.block, read[at] ?? '']))
  yield readZone(plan, locale) ?? ''
  for (const { blocks } of document.sections)
    for (const block of blocks) {
      if (block.kind !== 'event' || block.when === null) continue
      const text = texts.get(block.id) ?? ''
      for (const time of [
        readEventTime(block, locale, plan, bare),
        readValue(block.when, 'long', locale),
      ])
        yield `${time} ${text} ${time}`
    }
}

/** What one audience may see of it, in every language: texts alone, and all of them behind one another. */
export function* visibleTexts(
  { document, translations, words }: Kept,
  audience: Audience,
): Generator<string, void, undefined> {
  const cut = documentForAudience(document, audience)
  const facts = factsById(cut.facts)
  const texts = translationsForAudience(
    document,
    stateOf(document, translations).translations,
    audience,
  )
  for (const { text } of leavesOf(cut, '')) yield text
  for (const locale of localesOf(document)) {
    const view = documentInLocale(cut, texts, locale).document
    const say = words(locale)
    const units = [...allUnits(view)]
    const read = units.map(({ content }) => readContent(content, facts, locale, say))
    yield* read
    yield read.join(' ')
    yield* timed(cut, units, read, locale)
    // In a file for translators a fact is a code and says nothing.
    for (const { content } of units) yield plainText(content)
    for (const fact of cut.facts)
      for (const form of ['long', 'short'] as const) yield readFact(fact, form, locale, say)
  }
}
