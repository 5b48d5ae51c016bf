import { h } from 'hastscript'
import type { Element } from 'hast'
import type { Rendering } from './rendering.ts'

const written = (texts: Readonly<Record<string, string>>, locale: string): string =>
  (texts[locale] ?? '').trim()

/** What the organisation puts over the title: its logo, and a line of its own in the language of the page. */
export function masthead({ theme, locale, document }: Rendering): Element[] {
  const line = written(theme.header, locale)
  const { logo } = theme
  if (logo === null && line === '') return []
  return [
    h('div.masthead', [
      ...(logo === null
        ? []
        : [
            h('img', {
              src: `data:${logo.type};base64,${logo.data}`,
              alt: document.metadata.organisation,
              width: logo.width,
              height: logo.height,
            }),
          ]),
      ...(line === '' ? [] : [h('p', line)]),
    ]),
  ]
}

/** What stands under the account in the language of the page: a line of its own, and what the law wants said. */
export function imprint({ theme, locale }: Rendering): Element[] {
  const footer = written(theme.footer, locale)
  const legal = written(theme.legal, locale)
  if (footer === '' && legal === '') return []
  return [
    h('footer.imprint', [
      ...(footer === '' ? [] : [h('p', footer)]),
      ...(legal === '' ? [] : [h('p.legal', legal)]),
    ]),
  ]
}
