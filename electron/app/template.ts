import { publicationWords } from '../../locales/publication-words.ts'
import { blankPostmortem, blankSection } from '../../model/document/blank.ts'
import { ordersBetween } from '../../model/document/order.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import { sectionsOfTemplate, type TemplateName } from '../../model/document/template.ts'

/**
 * A new postmortem. Headings are the publication's own words for its sections in the locale; where there are none
 * they stay empty for the author to write, since another language's would be wrong.
 */
export function template(name: TemplateName, locale: string, title: string): Postmortem {
  const sections = sectionsOfTemplate(name)
  const orders = ordersBetween(null, null, sections.length)
  const words = publicationWords(locale)
  const blank = blankPostmortem(locale, title)
  return {
    ...blank,
    metadata: { ...blank.metadata, ...(name === 'blank' ? {} : { template: name }) },
    sections: sections.map(({ kind }, index) => ({
      ...blankSection(kind, orders[index]!, words?.sections[kind] ?? ''),
      blocks: [],
    })),
  }
}
