import type { Summary } from '../../../model/contract/summary.ts'
import type { Format } from '../../i18n/format.ts'
import { ownName } from '../../i18n/format.ts'

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The summaries that hold every word of `search`, without regard to case and accents; the last changed first. */
export function matching(
  summaries: readonly Summary[],
  search: string,
  format: Pick<Format, 'language'>,
): Summary[] {
  const words = fold(search).split(/\s+/u).filter(Boolean)
  const textOf = ({ titleText, organisation, sourceLocale, locales }: Summary): string =>
    fold(
      [titleText, organisation, sourceLocale, ...locales.map(({ locale }) => locale)]
        .flatMap((text, at) => (at < 2 ? [text] : [text, format.language(text), ownName(text)]))
        .join('\n'),
    )
  return summaries
    .filter((summary) => {
      const text = textOf(summary)
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0))
}
