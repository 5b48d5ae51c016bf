import { publicationWords } from '../../locales/publication-words.ts'
import { blankPostmortem, blankSection } from '../../model/document/blank.ts'
import { ordersBetween } from '../../model/document/order.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { Section } from '../../model/document/section.ts'
import { sectionsOfTemplate, type TemplateName } from '../../model/document/template.ts'
import { plainText } from '../../model/document/text.ts'
import { withNewIds, type OwnTemplate } from '../../model/template/own-template.ts'

function begun(
  locale: string,
  title: string,
  guidance: TemplateName | null,
  sections: Section[],
): Postmortem {
  const blank = blankPostmortem(locale, title)
  return {
    ...blank,
    metadata: { ...blank.metadata, ...(guidance === null ? {} : { template: guidance }) },
    sections,
  }
}

/**
 * A new postmortem. Headings are the publication's own words for its sections in the locale; where there are none
 * they stay empty for the author to write, since another language's would be wrong.
 */
export function template(name: TemplateName, locale: string, title: string): Postmortem {
  const sections = sectionsOfTemplate(name)
  const orders = ordersBetween(null, null, sections.length)
  const words = publicationWords(locale)
  return begun(
    locale,
    title,
    name === 'blank' ? null : name,
    sections.map(({ kind }, index) => ({
      ...blankSection(kind, orders[index]!, words?.sections[kind] ?? ''),
      blocks: [],
    })),
  )
}

/**
 * A new postmortem from a template of the person's own. A heading that is the language's usual one becomes that of
 * the new locale; what the person wrote is taken over as it is.
 */
export function fromOwnTemplate(own: OwnTemplate, locale: string, title: string): Postmortem {
  const before = publicationWords(own.locale)
  const now = publicationWords(locale)
  const sections = withNewIds(own.sections).map((section) => {
    const { kind, heading } = section
    if (before === undefined || plainText(heading.content) !== before.sections[kind]) return section
    const usual = now?.sections[kind]
    return {
      ...section,
      heading: {
        ...heading,
        content: usual === undefined ? [] : [{ type: 'text' as const, value: usual }],
      },
    }
  })
  return begun(locale, title, own.guidance, sections)
}
