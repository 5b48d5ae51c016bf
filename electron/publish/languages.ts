import { h } from 'hastscript'
import type { Element } from 'hast'
import { directionOf } from '../../model/document/locale.ts'
import { pageName } from './release.ts'
import type { Rendering } from './rendering.ts'

/** A language's name for itself, as its readers look for it; the tag where `Intl` has no name. */
const ownName = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(locale) ?? locale

/**
 * The same postmortem in the other languages it is published in. The addresses are those of the files of one release,
 * which lie beside each other. On paper they would become addresses of the disk of whoever printed it: none there.
 */
export function languages(page: Rendering): Element[] {
  const others = page.alternates.filter((locale) => locale !== page.locale)
  if (others.length === 0 || page.medium === 'print') return []
  return [
    h('nav.languages', { ariaLabelledBy: 'languages' }, [
      h('p.label', { id: 'languages' }, page.words.labels.languages),
      h(
        'ul',
        others.map((locale) =>
          h('li', [
            h(
              'a',
              {
                href: encodeURI(pageName(page.document, locale, page.only)),
                hrefLang: locale,
                lang: locale,
                dir: directionOf(locale),
              },
              ownName(locale),
            ),
          ]),
        ),
      ),
    ]),
  ]
}
