import { sampleTexts } from '../../../locales/sample-texts.ts'
import { ordersBetween } from '../../../model/document/order.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { Translation } from '../../../model/document/translation.ts'
import { contentHash } from '../../../model/units/hash.ts'
import { unitsOf } from '../../../model/units/unit.ts'
import { WORKSTREAMS, actions, lessons } from './changes.ts'
import { outlook, questions } from './closing.ts'
import { Draft, idOf, streamId } from './draft.ts'
import { factsOf } from './facts.ts'
import { findings } from './findings.ts'
import { impact } from './impact.ts'
import { background, summary } from './opening.ts'
import { response } from './response.ts'
import { textOf } from './text.ts'
import { timeline } from './timeline.ts'

const SOURCE = 'en'
const CHANGED_AT = '2022-04-19T09:00:00.000Z'

const SECTIONS = [
  summary,
  background,
  timeline,
  impact,
  findings,
  response,
  lessons,
  actions,
  questions,
  outlook,
]

function documentOf(locales: string[]): Postmortem {
  const texts = sampleTexts.get(SOURCE)!
  const draft = new Draft(texts)
  const sectionOrders = ordersBetween(null, null, SECTIONS.length)
  const streamOrders = ordersBetween(null, null, WORKSTREAMS.length)
  return {
    version: 1,
    id: idOf('postmortem'),
    sourceLocale: SOURCE,
    locales,
    title: draft.text('title'),
    metadata: {
      organisation: texts['name.company']!,
      reference: 'ALD-2022-01',
      authors: [],
      contact: 'security@aldervane.example',
      slug: 'support-contractor-2022-01',
      incidentOn: '2022-01-21',
      publishedOn: '2022-04-19',
      updatedOn: null,
    },
    workstreams: WORKSTREAMS.map((key, index) => ({
      id: streamId(key),
      order: streamOrders[index]!,
      name: draft.text(key),
    })),
    sections: SECTIONS.map((section, index) => ({
      ...section(draft),
      order: sectionOrders[index]!,
    })),
    facts: factsOf(draft, sampleTexts, SOURCE),
  }
}

/**
 * The sample: a whole postmortem about an invented company, with every kind of section and entry, and reviewed
 * translations into every other language that has its texts. Ids are always the same; objects are new at each call.
 */
export function sample(): { document: Postmortem; translations: Translation[] } {
  const locales = [...sampleTexts.keys()].filter((locale) => locale !== SOURCE).toSorted()
  const document = documentOf(locales)
  const translations = locales.flatMap((locale) => {
    const texts = new Map(
      Object.entries(sampleTexts.get(locale)!).map(([key, text]) => [idOf(key), text]),
    )
    return unitsOf(document).flatMap(({ id, content }): Translation[] => {
      const text = texts.get(id)
      if (text === undefined) return []
      return [
        {
          unit: id,
          locale,
          content: textOf(text),
          state: 'reviewed',
          origin: 'human',
          sourceHash: contentHash(content),
          changedAt: CHANGED_AT,
        },
      ]
    })
  })
  return { document, translations }
}
