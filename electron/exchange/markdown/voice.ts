import type { PhrasingContent } from 'mdast'
import { factWords, type PublicationWords } from '../../../locales/publication-words.ts'
import type { Identifier } from '../../../model/document/identifier.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { plainText, type Content, type FactForm } from '../../../model/document/text.ts'
import type { TimeValue } from '../../../model/document/time.ts'
import { factsById, readFact, readValue } from '../../../model/facts/read.ts'
import { textToMdast } from '../../../model/markdown/text.ts'
import type { Timed } from '../../../model/timeline/extent.ts'
import { readEventTime, zonePlan } from '../../../model/timeline/read.ts'

/** How a document speaks in a locale: its words, its facts and its dates. */
export interface Voice {
  readonly words: PublicationWords
  readonly fact: (id: Identifier, form: FactForm) => string
  readonly time: (value: TimeValue) => string
  readonly event: (event: Timed) => string
  readonly text: (content: Content) => PhrasingContent[]
  /** The characters of a text, on one line. */
  readonly plain: (content: Content) => string
  /** Where an image of the library lies beside the file. */
  readonly image: (asset: string) => string
  readonly list: (names: readonly string[]) => string
  /** A term with its value, as `Due: 1 April`. */
  readonly stated: (term: string, value: string) => string
}

export function voiceOf(
  document: Postmortem,
  locale: string,
  words: PublicationWords,
  images: ReadonlyMap<string, string>,
): Voice {
  const { facts } = document
  const byId = factsById(facts)
  const reading = factWords(words)
  const fact = (id: Identifier, form: FactForm): string => {
    const found = byId.get(id)
    return found ? readFact(found, form, locale, reading) : reading.withheld
  }
  // A list of times alone has no place to name their zone once.
  const plan = { ...zonePlan(document), named: true }
  const names = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    words,
    fact,
    time: (value) => readValue(value, 'long', locale),
    event: (event) => readEventTime(event, locale, plan, words.labels),
    text: (content) => textToMdast(content, fact),
    plain: (content) => plainText(content, fact).replace(/\s+/g, ' ').trim(),
    image: (asset) => images.get(asset) ?? asset,
    list: (list) => names.format(list),
    stated: (term, value) => `${term}${words.labels.colon}${value}`,
  }
}
