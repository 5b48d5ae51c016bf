import { renderPage } from '../../electron/publish/page.ts'
import type { PageInput } from '../../electron/publish/page.ts'
import type { Block } from '../../model/document/block.ts'
import { blankPostmortem, blankSection } from '../../model/document/blank.ts'
import { ordersBetween } from '../../model/document/order.ts'
import type { Postmortem } from '../../model/document/postmortem.ts'
import type { SectionKind } from '../../model/document/section.ts'
import { documentForAudience } from '../../model/units/audience-view.ts'
import { fullDocument, type FullLocale } from '../fixtures/full/document.ts'

type Choice = Partial<Omit<PageInput, 'document' | 'locale'>>

/** A page of a document, for the public and the screen unless another choice is made; the test fails where it cannot be rendered. */
export async function page(
  document: Postmortem,
  locale: string,
  choice: Choice = {},
): Promise<string> {
  const audience = choice.audience ?? 'public'
  const rendered = await renderPage({
    audience,
    medium: 'screen',
    untranslated: new Set(),
    images: new Map(),
    alternates: [],
    ...choice,
    document: documentForAudience(document, audience),
    locale,
  })
  if (!rendered.ok) throw new Error(rendered.error.code)
  return rendered.value
}

/** What a reader sees of a page as HTML: without its style, whose fonts are long. */
export const bodyOf = (html: string): string => html.slice(html.indexOf('<body'))

/** A page of the document that uses every construct. */
export const fullPage = (locale: FullLocale, choice?: Choice): Promise<string> =>
  page(fullDocument(locale), locale, choice)

/** A document with these sections; blocks come in the order given. */
export function documentOf(
  locale: string,
  title: string,
  ...sections: [kind: SectionKind, heading: string, blocks: Block[]][]
): Postmortem {
  const orders = ordersBetween(null, null, sections.length)
  return {
    ...blankPostmortem(locale, title),
    sections: sections.map(([kind, heading, blocks], index) => ({
      ...blankSection(kind, orders[index]!, heading),
      blocks,
    })),
  }
}
