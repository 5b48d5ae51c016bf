import { publicationWords } from '../../locales/publication-words.ts'
import { blankPostmortem, blankSection } from '../../model/document/blank.ts'
import { ordersBetween } from '../../model/document/order.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { SectionKind } from '../../model/document/section.ts'

export const TEMPLATES = {
  blank: [],
  /** The order in which readers ask: what, when, how far, what is known, what was done, what changes. */
  incident: [
    'summary',
    'timeline',
    'impact',
    'findings',
    'response',
    'lessons',
    'actions',
    'questions',
    'outlook',
  ],
} as const satisfies Record<string, readonly SectionKind[]>
export type TemplateName = keyof typeof TEMPLATES

/**
 * A new postmortem. Headings are the publication's own words for its sections in the locale; where there are none
 * they stay empty for the author to write, since another language's would be wrong.
 */
export function template(name: TemplateName, locale: string, title: string): Postmortem {
  const kinds: readonly SectionKind[] = TEMPLATES[name]
  const orders = ordersBetween(null, null, kinds.length)
  const words = publicationWords(locale)
  return {
    ...blankPostmortem(locale, title),
    sections: kinds.map((kind, index) => ({
      ...blankSection(kind, orders[index]!, words?.sections[kind] ?? ''),
      blocks: [],
    })),
  }
}
