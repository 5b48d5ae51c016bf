import type { BlockContent } from 'mdast'
import type { Correction } from '../../../model/releases/manifest.ts'
import { noticesOf } from '../../../model/releases/notice.ts'
import { factsById } from '../../../model/facts/read.ts'
import type { Postmortem } from '../../../model/document/postmortem.ts'
import type { PublicationWords } from '../../../locales/publication-words.ts'

const text = (value: string) => ({ type: 'text' as const, value })

/** What was corrected since the first release, as on the page. */
export function correctionsToMdast(
  corrections: readonly Correction[],
  document: Postmortem,
  locale: string,
  words: PublicationWords,
): BlockContent[] {
  const notices = noticesOf(corrections, locale, words, factsById(document.facts))
  if (notices.length === 0) return []
  const { labels } = words
  return [
    { type: 'heading', depth: 2, children: [text(labels.corrections)] },
    {
      type: 'list',
      ordered: false,
      spread: true,
      children: notices.map(({ date, lines }) => ({
        type: 'listItem',
        spread: true,
        children: [labels.correctedOn.replace('{date}', () => date), ...lines].map((line) => ({
          type: 'paragraph' as const,
          children: [text(line)],
        })),
      })),
    },
  ]
}
