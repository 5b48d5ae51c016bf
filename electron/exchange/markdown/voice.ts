import type { PhrasingContent } from 'mdast'
import { factWords, type PublicationWords } from '../../../locales/publication-words.ts'
import type { Identifier } from '../../../model/document/identifier.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import { plainText, type Content, type FactForm } from '../../../model/document/text.ts'
import type { TimeValue } from '../../../model/document/time.ts'
import { factsById, readFact, readValue } from '../../../model/facts/read.ts'
import { textToMdast } from '../../../model/markdown/text.ts'

/** How a document speaks in a locale: its words, its facts and its dates. */
export interface Voice {
  readonly words: PublicationWords
  readonly fact: (id: Identifier, form: FactForm) => string
  readonly time: (value: TimeValue) => string
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
  { facts }: Postmortem,
  locale: string,
  words: PublicationWords,
  images: ReadonlyMap<string, string>,
): Voice {
  const byId = factsById(facts)
  const reading = factWords(words)
  const fact = (id: Identifier, form: FactForm): string => {
    const found = byId.get(id)
    return found ? readFact(found, form, locale, reading) : reading.withheld
  }
  const names = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    words,
    fact,
    time: (value) => readValue(value, 'long', locale),
    text: (content) => textToMdast(content, fact),
    plain: (content) => plainText(content, fact).replace(/\s+/g, ' ').trim(),
    image: (asset) => images.get(asset) ?? asset,
    list: (list) => names.format(list),
    stated: (term, value) => `${term}${words.labels.colon}${value}`,
  }
}
