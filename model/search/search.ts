import type { Postmortem } from '../document/postmortem.ts'
import type { DocumentState } from '../document/state.ts'
import type { Content } from '../document/text.ts'
import { allUnits, type Place, type Unit } from '../units/unit.ts'
import { find, type Match, type Query, type ReadFact } from './find.ts'
import { remarksOf } from './remarks.ts'

/** A match, where it stands, and what stands around it on its line. */
export interface Hit extends Match {
  readonly locale: string
  readonly unit: string
  readonly place: Place
  readonly before: string
  readonly found: string
  readonly after: string
}

/** So much of the text is shown on each side, in characters. */
const AROUND = 48

const lineBefore = (text: string): string => /[^\n]*$/u.exec(text)![0]
const lineAfter = (text: string): string => /^[^\n]*/u.exec(text)![0]

function near(text: string, { start, end }: Match) {
  const before = [...lineBefore(text.slice(Math.max(0, start - 4 * AROUND), start))]
  const after = [...lineAfter(text.slice(end, end + 4 * AROUND))]
  return {
    before: before.length > AROUND ? `…${before.slice(-AROUND).join('')}` : before.join(''),
    found: text.slice(start, end),
    after: after.length > AROUND ? `${after.slice(0, AROUND).join('')}…` : after.join(''),
  }
}

/** The units of the source in reading order, each entry's remarks after its texts. */
function sourceTexts(document: Postmortem): Unit[] {
  const remarks = remarksOf(document)
  const units = [...allUnits(document)]
  return units.flatMap((unit, at) => {
    const { block } = unit.place
    const own = block === null || units[at + 1]?.place.block === block ? [] : remarks.get(block)
    return [unit, ...(own ?? [])]
  })
}

/** Every hit in the source, its internal remarks and every language of a postmortem, language by language in reading order. */
export function search(
  { document, translations }: DocumentState,
  query: Query,
  readIn: (locale: string) => ReadFact,
): Hit[] {
  const units = [...allUnits(document)]
  const look = (
    locale: string,
    texts: readonly Unit[],
    contentOf: (unit: string, source: Content) => Content,
  ): Hit[] => {
    const readFact = readIn(locale)
    return texts.flatMap(({ id, content, place }) => {
      const { text, matches } = find(contentOf(id, content), query, locale, readFact)
      return matches.map((match) => ({ ...match, locale, unit: id, place, ...near(text, match) }))
    })
  }
  return [
    ...look(document.sourceLocale, sourceTexts(document), (_, source) => source),
    ...document.locales.flatMap((locale) =>
      look(locale, units, (unit) => translations.get(locale)?.get(unit)?.content ?? []),
    ),
  ]
}
